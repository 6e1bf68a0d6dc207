using Tare.Records;

namespace Tare.Dossier;

/// <summary>Citations and source lists of a version that do not fit each other.</summary>
internal sealed class CitationCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new(
            "S5",
            "citations",
            "a version that cites what it does not list, lists what it does not cite, or announces another number of items than it lists"
        );

    public void Run(LintPass pass)
    {
        foreach (var topic in pass.Dossier.Topics)
        {
            foreach (var version in topic.Versions)
            {
                Check(pass, topic, version);
            }
        }
    }

    private void Check(LintPass pass, Topic topic, TopicVersion version)
    {
        var at = $"topics/{topic.Id}/versions/{version.Number}/sources";
        var listed = version.Sources.ToHashSet(StringComparer.Ordinal);
        var cited = Marks(version).Concat(Links(pass.Index, version)).ToHashSet(StringComparer.Ordinal);
        foreach (var source in cited.Where(s => !listed.Contains(s)).Order(StringComparer.Ordinal))
        {
            pass.Error(
                Rule.Id,
                at,
                $"'{source}' is cited and not listed",
                "every cited source in the list",
                $"add {source} to the sources of version {version.Number}"
            );
        }

        var used = cited.Concat(Reporters(pass.Index, version)).ToHashSet(StringComparer.Ordinal);
        foreach (var source in listed.Where(s => !version.Reconstructed && !used.Contains(s)).Order(StringComparer.Ordinal))
        {
            pass.Error(
                Rule.Id,
                at,
                $"'{source}' is listed and never used",
                "every listed source used at least once",
                $"cite {source}, or take it off the list"
            );
        }

        if (version.ItemCount is { } count && count != version.Sources.Count)
        {
            pass.Error(
                Rule.Id,
                $"topics/{topic.Id}/versions/{version.Number}/item_count",
                $"the head announces {count} items, the list has {version.Sources.Count}",
                $"{version.Sources.Count}",
                "correct the head or the list, in a new version if this one was shown"
            );
        }
    }

    private static IEnumerable<string> Marks(TopicVersion version) =>
        version.Narrative.Append(version.What).Append(version.Why).SelectMany(CitationList.Cited);

    private static IEnumerable<string> Links(DossierIndex index, TopicVersion version) =>
        version
            .Questions.SelectMany(q => index.Question(q)?.Cites ?? [])
            .Concat(version.Timeline.SelectMany(e => index.Event(e)?.Cites ?? []))
            .Concat(version.Tensions.SelectMany(t => index.Tension(t)?.Cites ?? []));

    private static IEnumerable<string> Reporters(DossierIndex index, TopicVersion version) =>
        version.Perspectives.SelectMany(p => p.Claims).Select(index.Claim).OfType<Claim>().SelectMany(c => c.Cites.Append(c.Reporter));
}
