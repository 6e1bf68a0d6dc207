using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The releases of models as all sources state them, joined by names and aliases. Immutable; an update gives a new one.</summary>
public sealed class ReleaseCatalogue
{
    private readonly FrozenDictionary<string, ModelRelease> _byName;

    internal ReleaseCatalogue(IReadOnlyList<ModelRelease> releases, IReadOnlyList<Licence> licences, IReadOnlyList<UnjoinedName> unjoined)
    {
        Releases = releases;
        Licences = licences;
        Unjoined = unjoined;
        var names = new Dictionary<string, ModelRelease>(StringComparer.OrdinalIgnoreCase);
        foreach (var release in releases)
        {
            foreach (var name in release.OtherNames.Prepend(release.Name).Prepend(release.Id))
            {
                // An identifier or a name wins over another release's further name.
                names.TryAdd(name, release);
            }
        }

        foreach (var release in releases)
        {
            names[release.Id] = release;
        }

        _byName = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The releases, ordered by identifier.</summary>
    public IReadOnlyList<ModelRelease> Releases { get; }

    /// <summary>The licences that releases name.</summary>
    public IReadOnlyList<Licence> Licences { get; }

    /// <summary>Names that could not be joined.</summary>
    public IReadOnlyList<UnjoinedName> Unjoined { get; }

    /// <summary>The release with an identifier, name or alias, upper or lower case.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="release">The release, where the result is <see langword="true"/>.</param>
    public bool TryFind(string name, [NotNullWhen(true)] out ModelRelease? release) => _byName.TryGetValue(name, out release);

    /// <summary>The release with an identifier, name or alias.</summary>
    /// <param name="name">What it is called.</param>
    /// <exception cref="InputException">There is none; the message lists names that look alike.</exception>
    public ModelRelease Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryFind(name, out var release)
            ? release
            : throw InputException.At(
                $"model {Quoted.Text(name)}",
                "not in the catalogue",
                "an identifier, a name or an alias of one of its releases",
                Nearest.Sentence(name, Releases.Select(r => r.Id), "'tare models' lists them")
            );
    }

    /// <summary>The release that a layer list belongs to, or <see langword="null"/>.</summary>
    /// <param name="architectureId">Identifier of the layer list.</param>
    public ModelRelease? WithArchitecture(string architectureId) => Releases.FirstOrDefault(r => r.ArchitectureId == architectureId);

    /// <summary>
    /// The catalogue with updates. Of each format the newest update speaks, behind what is curated; prices of all updates are kept with the day from
    /// which each was seen.
    /// </summary>
    /// <param name="updates">Any number, in any order.</param>
    public ReleaseCatalogue With(IReadOnlyList<CatalogueUpdate> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        if (updates.Count == 0)
        {
            return this;
        }

        var ordered = updates.OrderBy(u => u.Format, StringComparer.Ordinal).ThenBy(u => u.Retrieved).ToArray();
        var stated = ordered
            .GroupBy(u => u.Format, StringComparer.Ordinal)
            .SelectMany(g => g.Last().Statements)
            .ToLookup(s => s.ReleaseId, StringComparer.Ordinal);
        var priced = ordered.SelectMany(u => u.Prices).ToLookup(p => p.ReleaseId, p => p.Price, StringComparer.Ordinal);
        return new ReleaseCatalogue([.. Releases.Select(r => Updated(r, stated[r.Id], priced[r.Id]))], Licences, Unjoined);
    }

    private ModelRelease Updated(ModelRelease release, IEnumerable<UpdateStatement> statements, IEnumerable<TokenPrice> prices)
    {
        var facts = release
            .Facts.SelectMany(f => f.Statements.Select(s => (f.Field, Statement: s)))
            .Concat(statements.Select(s => (s.Field, s.Statement)))
            .GroupBy(s => s.Field)
            .OrderBy(g => g.Key)
            .Select(g => JoinedFact.Of(g.Key, g.Select(s => s.Statement)))
            .ToArray();
        var licence = facts.FirstOrDefault(f => f.Field == CatalogueField.Licence)?.InForce.Value;
        return release with
        {
            Facts = facts,
            Licence = Licences.FirstOrDefault(l => l.Id == licence),
            Prices = [.. release.Prices.Concat(prices).GroupBy(p => p.Provider, StringComparer.Ordinal).SelectMany(Steps)],
        };
    }

    /// <summary>The prices of one provider where they changed: a price that was seen again is one price.</summary>
    private static IEnumerable<TokenPrice> Steps(IEnumerable<TokenPrice> prices)
    {
        TokenPrice? before = null;
        foreach (var price in prices.OrderBy(p => p.EffectiveFrom))
        {
            if (before is null || !price.AsksTheSameAs(before))
            {
                yield return price;
            }

            before = price;
        }
    }
}
