using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Releases;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>One release with everything that is stated of it.</summary>
internal static class ModelScreen
{
    public static void Write(Terminal terminal, ModelRow row, AbilityTable abilities)
    {
        var r = row.Release;
        var console = terminal.Styled();
        console.MarkupLineInterpolated(
            $"[bold]{r.Name}[/] ({r.Id}){(r.OtherNames.Count == 0 ? "" : $", also {string.Join(", ", r.OtherNames)}")}"
        );
        var entrySources = r.Facts.SelectMany(f => f.Statements).FirstOrDefault(s => s.Standing == SourceStanding.Catalogue)?.Sources ?? [];
        console.Write(Facts(r, entrySources));
        if (entrySources.Count > 0)
        {
            console.WriteLine($"Sources of the catalogue's entry: {string.Join(", ", entrySources)}.");
        }

        console.WriteLine($"Rule of precedence: {JoinedFact.PrecedenceRule}.");
        console.WriteLine(Conflicts(r));
        if (r.Licence is { } licence)
        {
            console.WriteLine($"Licence: {licence.Name}, {Terms(licence)}{(licence.Condition is { } c ? $"; {c}" : "")}.");
        }

        console.WriteLine(Ability(row.Ability, abilities));
        foreach (var platform in r.Platforms)
        {
            console.WriteLine($"Platform: {Platform(platform, r.ReleaseDate)}");
        }

        foreach (var price in r.Prices)
        {
            console.WriteLine($"Price from {Show.Date(price.EffectiveFrom)}: {Price(price)} ({price.Source})");
        }

        if (r.Prices.Count == 0)
        {
            console.WriteLine("Price: unknown; 'tare import models-dev FILE --apply' brings prices.");
        }

        if (r.ArchitectureId is { } id)
        {
            console.WriteLine($"Layers: known; 'tare cost serve {id}' works its memory and operations.");
        }

        if (r.Note is { } note)
        {
            console.WriteLine($"Note: {note}.");
        }

        if (r.Confidence is { } confidence)
        {
            console.WriteLine($"Confidence of the catalogue's entry: {confidence}.");
        }
    }

    private static Table Facts(ModelRelease r, IReadOnlyList<string> entrySources)
    {
        var table = Tables.New("fact", "value", "stated by");
        foreach (var fact in r.Facts)
        {
            var agreeing = fact.Statements.Where(s => JoinedFact.Agree(fact.Field, fact.InForce.Value, s.Value)).ToArray();
            Tables.Row(
                table,
                KebabCase.Of(fact.Field).Replace('-', ' '),
                ReleaseText.Value(fact.Field, fact.InForce.Value) + (fact.InForce.IsUnverified ? " (unverified)" : ""),
                string.Join("; ", agreeing.Select(s => Who(fact, s, entrySources)))
            );
            foreach (var other in fact.Statements.Except(agreeing))
            {
                Tables.Row(table, "", $"but {ReleaseText.Value(fact.Field, other.Value)}", Who(fact, other, entrySources));
            }
        }

        return table;
    }

    /// <summary>Who states a value: the standing, its sources where they are not those of the whole entry, and the note.</summary>
    private static string Who(JoinedFact fact, FactStatement statement, IReadOnlyList<string> entrySources)
    {
        var sources = statement.Sources.Except(entrySources, StringComparer.Ordinal).ToArray();
        var isEntry =
            statement.Standing == SourceStanding.Catalogue && statement.Sources.SequenceEqual(entrySources, StringComparer.Ordinal);
        var named =
            isEntry || statement.Standing == SourceStanding.Epoch ? ""
            : sources.Length == 0 ? $" {string.Join(", ", statement.Sources)}"
            : $" {string.Join(", ", sources)}";
        // A month agrees with its day: where the words differ, both are shown.
        var value =
            statement.Value == fact.InForce.Value || !JoinedFact.Agree(fact.Field, fact.InForce.Value, statement.Value)
                ? ""
                : $" {statement.Value}";
        return $"{KebabCase.Of(statement.Standing).Replace('-', ' ')}{named}{value}{(statement.Note is { } n ? $" ({n.TrimEnd('.')})" : "")}";
    }

    private static string Conflicts(ModelRelease r) =>
        r.Conflicts.ToArray() is { Length: > 0 } conflicts
            ? $"Sources disagree on {string.Join(", ", conflicts.Select(c => KebabCase.Of(c.Field).Replace('-', ' ')))}; all values are kept."
            : "No source disagrees with another.";

    private static string Terms(Licence licence) =>
        (licence.Terms == LicenceTerms.Unknown ? "terms unknown" : KebabCase.Of(licence.Terms))
        + (licence.RequiresAttribution ? ", attribution required" : "");

    private static string Ability(AbilityRow? ability, AbilityTable abilities) =>
        ability is null
            ? "Ability: unknown; the evidence has too few scores of it."
            : $"Ability: {Show.PointsOf(ability.Value, abilities.Unit)} {Bounds(ability, abilities)} from {Show.Count(ability.Observations, "score")}.";

    private static string Bounds(AbilityRow ability, AbilityTable abilities) =>
        ability.Lower is null
            ? "(an anchor or without draws: no interval)"
            : $"{Show.Bounds(ability.Lower, ability.Upper, abilities.Unit)} at {Show.Level(abilities.Level)}";

    private static string Platform(PlatformSupport p, PartialDate release) =>
        $"{p.Platform}, {p.Supports}"
        + (p.Seen is { } seen ? $"; seen on {Show.Date(seen)}" : "; no day known")
        + (p.LagAtMostDays(release) is { } days ? $", at most {Show.Count(days, "day")} after the release" : ", lag unknown")
        + $" ({p.Source}{(p.Note is { } note ? $"; {note}" : "")})";

    private static string Price(TokenPrice p) =>
        $"{p.Provider} {Usd(p.InputUsd)} in, {Usd(p.OutputUsd)} out, cache {Usd(p.CacheReadUsd)} read, {Usd(p.CacheWriteUsd)} write; USD a million tokens";

    private static string Usd(decimal? amount) => amount is { } a ? Show.Number((double)a, "0.####") : Show.Unknown;
}
