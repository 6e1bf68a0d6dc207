using Tare.Records;

namespace Tare.Dossier;

/// <summary>Keeps what was there at a point on two clocks, and drops the links to what was not.</summary>
internal sealed class AsOfFilter
{
    private readonly DossierRecord _dossier;
    private readonly AsOfInstants _instants;
    private readonly Dictionary<string, DateTimeOffset> _published;

    public AsOfFilter(DossierRecord dossier, AsOfInstants instants)
    {
        _dossier = dossier;
        _instants = instants;
        _published = PublicationBounds(dossier);
    }

    public List<string> Hidden { get; } = [];

    public List<string> Undated { get; } = [];

    public DossierRecord Apply()
    {
        var d = _dossier;
        var sources = Keep("sources", d.Sources, s => Published(s.Id));
        var visible = sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var claims = From("claims", d.Claims, visible, c => c.Reporter, c => c.Asserted.Latest);
        var there = claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return DossierPruning.Prune(
            d with
            {
                Holders = Keep("holders", d.Holders, Always),
                Entities = Keep("entities", d.Entities, Always),
                Propositions = Keep("propositions", d.Propositions, Always),
                Sources = sources,
                Claims = claims,
                Items = From("items", d.Items, visible, i => i.Source, _ => null),
                Quotes = From("quotes", d.Quotes, visible, q => q.Source, _ => null),
                Facts = [.. d.Facts.Where(f => visible.Contains(f.Source))],
                Readings = From("readings", d.Readings, visible, r => r.Source, _ => null),
                Evidence = From("evidence", d.Evidence, visible, e => e.Source, _ => null),
                Answers = Keep("answers", d.Answers, a => a.At.Latest),
                StatusEvents = Keep("status_events", d.StatusEvents, e => e.At.Latest),
                Timeline = Keep("timeline", d.Timeline, e => e.Date.Latest),
                Tensions = Keep(
                    "tensions",
                    d.Tensions,
                    t => t.Sides.All(s => there.Contains(s.Claim)) ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue
                ),
                Questions = Keep("open_questions", d.Questions, Opened),
                Predictions =
                [
                    .. From("predictions", d.Predictions, visible, p => p.Source, p => PartialDate.On(p.Issued).Latest).Select(Trim),
                ],
                Topics = [.. Keep("topics", d.Topics, Always).Select(Trim)],
                WikiPages = From("wiki_pages", d.WikiPages, visible, w => w.Source, w => w.PageDate.Latest),
                Conflicts = Keep("conflicts", d.Conflicts, Always),
            }
        );
    }

    private static DateTimeOffset? Always(IDossierEntry entry) => DateTimeOffset.MinValue;

    private ValueList<T> Keep<T>(string list, ValueList<T> entries, Func<T, DateTimeOffset?> asserted)
        where T : IDossierEntry => [.. entries.Where(e => IsThere($"{list}/{e.Id}", asserted(e), e.Recorded))];

    /// <summary>What stands in a publication is known once that is out, whenever it was said.</summary>
    private ValueList<T> From<T>(
        string list,
        ValueList<T> entries,
        HashSet<string> visible,
        Func<T, string> source,
        Func<T, DateTimeOffset?> asserted
    )
        where T : IDossierEntry
    {
        var kept = Keep(list, entries, e => Later(Published(source(e)), asserted(e)));
        Hidden.AddRange(kept.Where(e => !visible.Contains(source(e))).Select(e => $"{list}/{e.Id}"));
        return [.. kept.Where(e => visible.Contains(source(e)))];
    }

    private static DateTimeOffset? Later(DateTimeOffset? published, DateTimeOffset? asserted) =>
        published is not null && asserted > published ? asserted : published;

    private bool IsThere(string address, DateTimeOffset? asserted, PartialDate? recorded)
    {
        var known = recorded ?? _dossier.Recorded;
        var byAssertion = _instants.Asserted is not { } a || (asserted is { } at && at <= a);
        var byRecord = _instants.Recorded is not { } r || known.IsBy(r);
        if (byAssertion && byRecord)
        {
            return true;
        }

        Hidden.Add(address);
        if ((!byAssertion && asserted is null) || (!byRecord && !known.IsKnown))
        {
            Undated.Add(address);
        }

        return false;
    }

    private DateTimeOffset? Published(string source) => _published.TryGetValue(source, out var at) ? at : null;

    /// <summary>The last instant at which each publication can have come out: its date, or the first that shows it was there.</summary>
    private static Dictionary<string, DateTimeOffset> PublicationBounds(DossierRecord dossier)
    {
        var bounds = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var dated = dossier.Sources.Where(s => s.Published.IsKnown).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        void AtMost(string id, DateTimeOffset? instant)
        {
            if (instant is { } at && !dated.Contains(id) && (!bounds.TryGetValue(id, out var known) || at < known))
            {
                bounds[id] = at;
            }
        }

        foreach (var source in dossier.Sources)
        {
            if (source.Published.Latest is { } published)
            {
                bounds[source.Id] = published;
            }

            AtMost(source.Id, source.Retrieved.Latest);
        }

        foreach (var claim in dossier.Claims)
        {
            foreach (var cited in claim.Cites)
            {
                AtMost(cited, claim.Asserted.Latest ?? (bounds.TryGetValue(claim.Reporter, out var reported) ? reported : null));
            }
        }

        foreach (var source in dossier.Sources)
        {
            foreach (var parent in source.DerivedFrom)
            {
                AtMost(parent, source.Published.Latest);
            }
        }

        return bounds;
    }

    /// <summary>When a question was opened: with the first version that lists it, or else with the last source that raises it.</summary>
    private DateTimeOffset? Opened(OpenQuestion question)
    {
        var version = _dossier
            .Topics.SelectMany(t => t.Versions)
            .Where(v => v.Questions.Contains(question.Id, StringComparer.Ordinal) && v.Created.IsKnown)
            .Select(v => v.Created.Latest)
            .Min();
        if (version is not null || question.Cites.Count == 0)
        {
            return version;
        }

        var cited = question.Cites.Select(Published).ToList();
        return cited.Contains(null) ? null : cited.Max();
    }

    private Prediction Trim(Prediction p) =>
        p with
        {
            Forecasts = [.. p.Forecasts.Where(f => _instants.Asserted is not { } at || f.At.IsBy(at))],
            Resolution = p.Resolution is { } r && (_instants.Asserted is not { } by || r.At.IsBy(by)) ? r : null,
        };

    /// <summary>The versions made by then; one of unknown date was there before the next one.</summary>
    private Topic Trim(Topic topic)
    {
        var versions = new List<TopicVersion>();
        DateTimeOffset? next = null;
        foreach (var version in topic.Versions.Reverse())
        {
            var created = version.Created.Latest ?? next;
            if (IsThere($"topics/{topic.Id}/versions/{version.Number}", created, version.Recorded))
            {
                versions.Insert(0, version);
            }

            next = created;
        }

        return topic with
        {
            Versions = [.. versions],
        };
    }
}
