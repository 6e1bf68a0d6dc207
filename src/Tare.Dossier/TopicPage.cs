using Tare.Records;

namespace Tare.Dossier;

/// <summary>A version of a topic with everything computed that its page shows.</summary>
public sealed record TopicPage
{
    /// <summary>The topic.</summary>
    public required Topic Topic { get; init; }

    /// <summary>The version.</summary>
    public required TopicVersion Version { get; init; }

    /// <summary>What it is about, citations drawn as numbers.</summary>
    public required string? What { get; init; }

    /// <summary>Why it matters, citations drawn as numbers.</summary>
    public required string? Why { get; init; }

    /// <summary>The story, citations drawn as numbers.</summary>
    public required IReadOnlyList<string> Narrative { get; init; }

    /// <summary>The questions.</summary>
    public required IReadOnlyList<OpenQuestion> Questions { get; init; }

    /// <summary>The events by date; undated last.</summary>
    public required IReadOnlyList<TimelineEvent> Timeline { get; init; }

    /// <summary>Who says what.</summary>
    public required IReadOnlyList<PerspectiveView> Perspectives { get; init; }

    /// <summary>The tensions that the version lists, judged.</summary>
    public required IReadOnlyList<TensionFinding> Tensions { get; init; }

    /// <summary>Propositions in dispute among the holders of this version, whether or not it lists them.</summary>
    public required IReadOnlyList<DisputedProposition> Disputed { get; init; }

    /// <summary>Propositions that this version's claims answer, on which no two holders are opposed here, and for which it is known what would settle them.</summary>
    public required IReadOnlyList<Proposition> Undisputed { get; init; }

    /// <summary>The sources by number.</summary>
    public required IReadOnlyList<SourceView> Sources { get; init; }

    /// <summary>How many roots the sources have together.</summary>
    public required int RootCount { get; init; }

    /// <summary>A version of a topic.</summary>
    /// <param name="index">The dossier, as of the wanted point.</param>
    /// <param name="topic">Identifier of the topic.</param>
    /// <param name="number">Number of the version, or <see langword="null"/> for the newest.</param>
    /// <exception cref="InputException">There is no such topic or version.</exception>
    public static TopicPage Of(DossierIndex index, string topic, int? number = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        var found = index.Topic(topic) ?? throw NoTopic(index, topic);
        var version =
            number is null && found.Versions.Count > 0 ? found.Versions[^1] : found.Versions.FirstOrDefault(v => v.Number == number);
        if (version is null)
        {
            throw InputException.At(
                $"topics/{topic}",
                number is null ? "no version at this point" : $"no version {number}",
                found.Versions.Count == 0 ? "a later point" : $"one of {string.Join(", ", found.Versions.Select(v => v.Number))}",
                found.Versions.Count == 0 ? "take a later --as-of" : $"'tare dossier history {topic}' lists them"
            );
        }

        return Of(index, found, version);
    }

    /// <summary>A page of every record that there is, for a point at which no version had been made: holders with all their claims, nothing narrated.</summary>
    /// <param name="index">The dossier, as of the wanted point.</param>
    /// <param name="topic">Identifier of the topic.</param>
    /// <exception cref="InputException">There is no such topic.</exception>
    public static TopicPage OfRecords(DossierIndex index, string topic)
    {
        ArgumentNullException.ThrowIfNull(index);
        var found = index.Topic(topic) ?? throw NoTopic(index, topic);
        var d = index.Dossier;
        var records = new TopicVersion
        {
            Number = 0,
            Created = PartialDate.Unknown,
            Reconstructed = true,
            Sources = [.. d.Sources.Select(s => s.Id)],
            Questions = [.. d.Questions.Select(q => q.Id)],
            Timeline = [.. d.Timeline.Select(e => e.Id)],
            Tensions = [.. d.Tensions.Select(t => t.Id)],
            Perspectives =
            [
                .. d
                    .Claims.GroupBy(c => c.Holder, StringComparer.Ordinal)
                    .Select(g => new Perspective { Holder = g.Key, Claims = [.. g.Select(c => c.Id)] }),
            ],
        };
        return Of(index, found with { Versions = [records] }, records);
    }

    private static TopicPage Of(DossierIndex index, Topic found, TopicVersion version)
    {
        var citations = CitationList.Of(version);
        var evolution = HolderEvolution.Of(index, found, version.Number);
        var claims = version.Perspectives.SelectMany(p => p.Claims).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<DisputedProposition> disputed = [.. DisputedProposition.All(index).Where(d => d.Claims.Any(claims.Contains))];
        return new TopicPage
        {
            Topic = found,
            Version = version,
            What = version.What is { } what ? citations.Render(what) : null,
            Why = version.Why is { } why ? citations.Render(why) : null,
            Narrative = [.. version.Narrative.Select(citations.Render)],
            Questions = [.. version.Questions.Select(index.Question).OfType<OpenQuestion>()],
            Timeline = TimelineOf(version.Timeline.Select(index.Event).OfType<TimelineEvent>()),
            Perspectives = [.. evolution.Select(e => View(index, version, e))],
            Tensions = [.. version.Tensions.Select(index.Tension).OfType<Tension>().Select(t => TensionFinding.Of(index, t))],
            Disputed = disputed,
            Undisputed = UndisputedBy(index, version, disputed),
            Sources = [.. version.Sources.Select((s, i) => new SourceView(i + 1, index.Source(s), s, index.Roots.Of(s)))],
            RootCount = version.Sources.SelectMany(index.Roots.Of).Distinct(StringComparer.Ordinal).Count(),
        };
    }

    /// <summary>Events by the first instant that they can mean, undated ones last.</summary>
    /// <param name="events">The events.</param>
    public static IReadOnlyList<TimelineEvent> TimelineOf(IEnumerable<TimelineEvent> events) =>
        [.. events.OrderBy(e => e.Date.Earliest ?? DateTimeOffset.MaxValue).ThenBy(e => e.Id, StringComparer.Ordinal)];

    private static IReadOnlyList<Proposition> UndisputedBy(
        DossierIndex index,
        TopicVersion version,
        IEnumerable<DisputedProposition> disputed
    ) =>
        [
            .. version
                .Perspectives.SelectMany(p => p.Claims)
                .Select(index.Claim)
                .OfType<Claim>()
                .Select(c => index.Proposition(c.Proposition))
                .OfType<Proposition>()
                .Where(p => p.DecidedBy is not null)
                .Except(disputed.Select(d => d.Proposition))
                .Distinct(),
        ];

    private static PerspectiveView View(DossierIndex index, TopicVersion version, HolderEvolution e) =>
        new(
            index.Holder(e.Holder),
            e.Holder,
            version.Perspectives.FirstOrDefault(p => string.Equals(p.Holder, e.Holder, StringComparison.Ordinal)),
            e,
            [.. e.Claims.Select(index.Claim).OfType<Claim>().Select(c => ClaimStanding.Of(index, c))]
        );

    private static InputException NoTopic(DossierIndex index, string topic)
    {
        var topics = index.Dossier.Topics.Select(t => t.Id).ToList();
        return InputException.At("topics", $"no topic '{topic}'", $"one of {string.Join(", ", topics)}", "write one of these");
    }
}
