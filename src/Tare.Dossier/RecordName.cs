using System.Globalization;

namespace Tare.Dossier;

/// <summary>What a reader knows records by, each with the identifier that finds it behind: <c>Florian Brand (c02)</c>. What the dossier does not hold stays an identifier.</summary>
public static class RecordName
{
    /// <summary>How many of a list are named; of the others it says how many.</summary>
    private const int Named = 3;

    /// <summary>A holder by name.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="id">Identifier of the holder.</param>
    public static string Holder(DossierIndex index, string id)
    {
        ArgumentNullException.ThrowIfNull(index);
        return Of(index.Holder(id)?.Name, id);
    }

    /// <summary>A claim by who holds it.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="id">Identifier of the claim.</param>
    public static string Claim(DossierIndex index, string id)
    {
        ArgumentNullException.ThrowIfNull(index);
        return Of(index.Claim(id) is { } claim ? index.Holder(claim.Holder)?.Name ?? claim.Holder : null, id);
    }

    /// <summary>Claims by who holds them; the first few, and how many more.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="ids">Identifiers of claims.</param>
    /// <param name="count">How many there are altogether, where <paramref name="ids"/> are only the first.</param>
    public static string Claims(DossierIndex index, IReadOnlyList<string> ids, int? count = null)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return List(ids, count ?? ids.Count, id => Claim(index, id));
    }

    /// <summary>Publications by publisher, by title where two of these have one publisher; the first few, and how many more.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="ids">Identifiers of publications.</param>
    public static string Sources(DossierIndex index, IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(ids);
        string? Name(string id)
        {
            var publisher = index.Source(id)?.Publisher;
            var isShared = ids.Count(other => string.Equals(index.Source(other)?.Publisher, publisher, StringComparison.Ordinal)) > 1;
            return isShared ? index.Source(id)?.Title : publisher;
        }

        return List(ids, ids.Count, id => Of(Name(id), id));
    }

    /// <summary>Evidence by what was measured; the first few, and how many more.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="ids">Identifiers of evidence.</param>
    public static string Evidence(DossierIndex index, IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(ids);
        return List(ids, ids.Count, id => Of(index.Evidence(id)?.Measure, id));
    }

    /// <summary>Propositions by their question; the first few, and how many more.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="ids">Identifiers of propositions.</param>
    public static string Propositions(DossierIndex index, IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(ids);
        return List(ids, ids.Count, id => Of(index.Proposition(id) is { } p ? $"'{p.Text}'" : null, id));
    }

    /// <summary>What a fact is about: an entity or a holder by name, or the words as they stand.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="subject">Identifier, or words.</param>
    public static string Subject(DossierIndex index, string subject)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.Entity(subject)?.Name ?? index.Holder(subject)?.Name ?? subject;
    }

    private static string Of(string? name, string id) => name is null ? id : $"{name} ({id})";

    private static string List(IReadOnlyList<string> ids, int count, Func<string, string> name)
    {
        var shown = string.Join(", ", ids.Take(Named).Select(name));
        var more = count - Math.Min(ids.Count, Named);
        return more > 0 ? string.Create(CultureInfo.InvariantCulture, $"{shown} and {more} more") : shown;
    }
}
