using Tare.Records;

namespace Tare.Dossier;

/// <summary>A dossier without one source: what falls with it.</summary>
/// <param name="Dossier">What is left.</param>
/// <param name="Removed">Addresses of what rested on the source alone.</param>
public sealed record SourceRemoval(DossierRecord Dossier, ValueList<string> Removed)
{
    /// <summary>Takes a source away, with the claims that it reports and everything read from it.</summary>
    /// <param name="dossier">The dossier; it stays as it is.</param>
    /// <param name="source">Identifier of the source.</param>
    /// <exception cref="InputException">The dossier has no such source.</exception>
    public static SourceRemoval Of(DossierRecord dossier, string source)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        if (!dossier.Sources.Any(s => Is(s.Id)))
        {
            var near = NearestNames.Of(source, dossier.Sources.Select(s => s.Id));
            throw InputException.At(
                "sources",
                $"'{source}' is not there",
                "the identifier of a source",
                near.Count > 0 ? $"write {string.Join(" or ", near)}" : "'tare dossier --json' lists the sources"
            );
        }

        bool Is(string id) => string.Equals(id, source, StringComparison.Ordinal);
        var removed = new List<string> { $"sources/{source}" };
        ValueList<T> Without<T>(string list, ValueList<T> entries, Func<T, string> from)
            where T : IDossierEntry
        {
            removed.AddRange(entries.Where(e => Is(from(e))).Select(e => $"{list}/{e.Id}"));
            return [.. entries.Where(e => !Is(from(e)))];
        }

        var left = dossier with
        {
            Sources = [.. dossier.Sources.Where(s => !Is(s.Id))],
            Items = Without("items", dossier.Items, i => i.Source),
            Quotes = Without("quotes", dossier.Quotes, q => q.Source),
            Readings = Without("readings", dossier.Readings, r => r.Source),
            Evidence = Without("evidence", dossier.Evidence, e => e.Source),
            Claims = Without("claims", dossier.Claims, c => c.Reporter),
            Predictions = Without("predictions", dossier.Predictions, p => p.Source),
            WikiPages = Without("wiki_pages", dossier.WikiPages, w => w.Source),
            Facts = [.. dossier.Facts.Where(f => !Is(f.Source))],
        };
        return new SourceRemoval(DossierPruning.Prune(left), [.. removed]);
    }
}
