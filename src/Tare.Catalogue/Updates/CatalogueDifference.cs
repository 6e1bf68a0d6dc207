using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>What an update would change, told before anything is written.</summary>
public static class CatalogueDifference
{
    /// <summary>Every statement and price of the update against the catalogue, in the order of the update.</summary>
    /// <param name="before">The catalogue as it is, with the updates that were applied.</param>
    /// <param name="after">The catalogue as it would be.</param>
    /// <param name="update">The update.</param>
    public static IReadOnlyList<CatalogueChange> Of(ReleaseCatalogue before, ReleaseCatalogue after, CatalogueUpdate update)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(update);
        return
        [
            .. update.Statements.Select(s => OfFact(before.Get(s.ReleaseId), after.Get(s.ReleaseId), s)),
            .. update.Prices.Select(p => OfPrice(before.Get(p.ReleaseId), p)),
        ];
    }

    private static CatalogueChange OfFact(ModelRelease before, ModelRelease after, UpdateStatement stated)
    {
        var was = before.Fact(stated.Field)?.InForce.Value;
        var value = stated.Statement.Value;
        var isInForce = after.Fact(stated.Field)!.InForce.Value == value;
        var kind = was is null
            ? isInForce
                ? CatalogueChangeKind.Fills
                : CatalogueChangeKind.Disagrees
            : JoinedFact.Agree(stated.Field, was, value)
                ? CatalogueChangeKind.Confirms
                : isInForce
                    ? CatalogueChangeKind.Replaces
                    : CatalogueChangeKind.Disagrees;
        return new CatalogueChange(before.Id, KebabCase.Of(stated.Field), kind, was, value);
    }

    private static CatalogueChange OfPrice(ModelRelease before, UpdatePrice stated)
    {
        var was = before.Prices.LastOrDefault(p => p.Provider == stated.Price.Provider && p.EffectiveFrom <= stated.Price.EffectiveFrom);
        var kind =
            was is null ? CatalogueChangeKind.Fills
            : was.AsksTheSameAs(stated.Price) ? CatalogueChangeKind.Confirms
            : CatalogueChangeKind.Replaces;
        return new CatalogueChange(before.Id, $"price, {stated.Price.Provider}", kind, was is null ? null : Text(was), Text(stated.Price));
    }

    private static string Text(TokenPrice price) => $"{Usd(price.InputUsd)} in, {Usd(price.OutputUsd)} out, USD a million tokens";

    private static string Usd(decimal? amount) => amount?.ToString("0.####", CultureInfo.InvariantCulture) ?? "unknown";
}
