using Tare.Records;

namespace Tare.Dossier;

/// <summary>A dossier with its records findable by identifier and by what they refer to. Of two records with one identifier the first is found; the lint reports the second.</summary>
public sealed class DossierIndex
{
    private readonly Dictionary<string, Publication> _sources;
    private readonly Dictionary<string, Claim> _claims;
    private readonly Dictionary<string, ClaimEvidence> _evidence;
    private readonly Dictionary<string, Proposition> _propositions;
    private readonly Dictionary<string, Holder> _holders;
    private readonly Dictionary<string, NamedEntity> _entities;
    private readonly Dictionary<string, TimelineEvent> _events;
    private readonly Dictionary<string, OpenQuestion> _questions;
    private readonly Dictionary<string, Tension> _tensions;
    private readonly Dictionary<string, Prediction> _predictions;
    private readonly Dictionary<string, List<Claim>> _byHolder;
    private readonly Dictionary<string, List<Claim>> _byReporter;
    private readonly Dictionary<string, List<Claim>> _byProposition;
    private readonly Dictionary<string, Opposition> _opposition = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Claim>> _attackers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Claim> _replacements;
    private readonly Dictionary<string, StatusEvent> _decisions = new(StringComparer.Ordinal);

    private DossierIndex(DossierRecord dossier)
    {
        Dossier = dossier;
        _sources = ById(dossier.Sources);
        _claims = ById(dossier.Claims);
        _evidence = ById(dossier.Evidence);
        _propositions = ById(dossier.Propositions);
        _holders = ById(dossier.Holders);
        _entities = ById(dossier.Entities);
        _events = ById(dossier.Timeline);
        _questions = ById(dossier.Questions);
        _tensions = ById(dossier.Tensions);
        _predictions = ById(dossier.Predictions);
        _byHolder = By(dossier.Claims, c => c.Holder);
        _byReporter = By(dossier.Claims, c => c.Reporter);
        _byProposition = By(dossier.Claims, c => c.Proposition);
        Roots = new SourceRoots(_sources);
        foreach (var (proposition, claims) in _byProposition)
        {
            _opposition[proposition] = new Opposition(claims);
        }

        foreach (var claim in dossier.Claims)
        {
            foreach (var target in claim.Against)
            {
                Append(_attackers, target, claim);
            }
        }

        _replacements = First(dossier.Claims.Where(c => c.Replaces is not null), c => c.Replaces!);
        foreach (var decision in dossier.StatusEvents)
        {
            if (!_decisions.TryGetValue(decision.Claim, out var standing) || IsAfter(decision, standing))
            {
                _decisions[decision.Claim] = decision;
            }
        }
    }

    /// <summary>The dossier.</summary>
    public DossierRecord Dossier { get; }

    /// <summary>What publications were made from.</summary>
    public SourceRoots Roots { get; }

    /// <summary>The index of a dossier, in time linear in its size.</summary>
    /// <param name="dossier">The dossier.</param>
    public static DossierIndex Of(DossierRecord dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return new DossierIndex(dossier);
    }

    /// <summary>A publication, or <see langword="null"/>.</summary>
    public Publication? Source(string? id) => Find(_sources, id);

    /// <summary>A claim, or <see langword="null"/>.</summary>
    public Claim? Claim(string? id) => Find(_claims, id);

    /// <summary>A piece of evidence, or <see langword="null"/>.</summary>
    public ClaimEvidence? Evidence(string? id) => Find(_evidence, id);

    /// <summary>A proposition, or <see langword="null"/>.</summary>
    public Proposition? Proposition(string? id) => Find(_propositions, id);

    /// <summary>A holder, or <see langword="null"/>.</summary>
    public Holder? Holder(string? id) => Find(_holders, id);

    /// <summary>A named entity, or <see langword="null"/>.</summary>
    public NamedEntity? Entity(string? id) => Find(_entities, id);

    /// <summary>An event, or <see langword="null"/>.</summary>
    public TimelineEvent? Event(string? id) => Find(_events, id);

    /// <summary>An open question, or <see langword="null"/>.</summary>
    public OpenQuestion? Question(string? id) => Find(_questions, id);

    /// <summary>A tension, or <see langword="null"/>.</summary>
    public Tension? Tension(string? id) => Find(_tensions, id);

    /// <summary>A prediction, or <see langword="null"/>.</summary>
    public Prediction? Prediction(string? id) => Find(_predictions, id);

    /// <summary>A topic, or <see langword="null"/>.</summary>
    public Topic? Topic(string? id) => Dossier.Topics.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal));

    /// <summary>The claims of a holder, in the order of the dossier.</summary>
    public IReadOnlyList<Claim> ClaimsBy(string holder) => _byHolder.GetValueOrDefault(holder) ?? [];

    /// <summary>The claims that a publication reports.</summary>
    public IReadOnlyList<Claim> ClaimsIn(string reporter) => _byReporter.GetValueOrDefault(reporter) ?? [];

    /// <summary>The claims on a proposition.</summary>
    public IReadOnlyList<Claim> ClaimsOn(string proposition) => _byProposition.GetValueOrDefault(proposition) ?? [];

    /// <summary>The reviewer's decision in force about a claim, or <see langword="null"/>.</summary>
    public StatusEvent? Decision(string claim) => _decisions.GetValueOrDefault(claim);

    /// <summary>The claim that replaces another one, or <see langword="null"/>.</summary>
    public Claim? Replacement(string claim) => _replacements.GetValueOrDefault(claim);

    /// <summary>Claims of other holders against this one, by stance or by name: how many, and the first few.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="show">How many to name at most.</param>
    public (int Count, ValueList<string> First) Against(Claim claim, int show = 8)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var opposition = claim.Proposition is { } proposition ? _opposition.GetValueOrDefault(proposition) : null;
        var byStance = claim.Stance is null ? 0 : opposition?.Count(claim) ?? 0;
        var named = Named(claim);
        if (byStance == 0 && named.Count == 0)
        {
            return (0, []);
        }

        var alsoNamed = named.Count(c => IsOnSameProposition(c, claim) && c.Stance is not null && claim.Stance?.Opposes(c.Stance) == true);
        var shown = (opposition?.First(claim, show) ?? []).Concat(named).Select(c => c.Id).Distinct(StringComparer.Ordinal);
        return (byStance + named.Count - alsoNamed, [.. shown.Take(show).Order(StringComparer.Ordinal)]);
    }

    private IReadOnlyList<Claim> Named(Claim claim)
    {
        var attackers = _attackers.GetValueOrDefault(claim.Id);
        if (attackers is null && claim.Against.Count == 0)
        {
            return [];
        }

        return
        [
            .. claim
                .Against.Select(Claim)
                .Concat(attackers ?? [])
                .OfType<Claim>()
                .Where(c => !string.Equals(c.Holder, claim.Holder, StringComparison.Ordinal))
                .DistinctBy(c => c.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>How many claims of other holders take the opposite stance on the same proposition.</summary>
    /// <param name="claim">The claim.</param>
    internal int OpposedByStance(Claim claim) => claim.Proposition is { } p ? _opposition.GetValueOrDefault(p)?.Count(claim) ?? 0 : 0;

    private static bool IsOnSameProposition(Claim left, Claim right) =>
        string.Equals(left.Proposition, right.Proposition, StringComparison.Ordinal);

    private static bool IsAfter(StatusEvent candidate, StatusEvent standing) =>
        (candidate.At.Earliest ?? DateTimeOffset.MinValue) >= (standing.At.Earliest ?? DateTimeOffset.MinValue);

    private static Dictionary<string, T> ById<T>(ValueList<T> entries)
        where T : IDossierEntry => First(entries, e => e.Id, entries.Count);

    private static Dictionary<string, T> First<T>(IEnumerable<T> entries, Func<T, string> key, int expected = 0)
    {
        var found = new Dictionary<string, T>(expected, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            found.TryAdd(key(entry), entry);
        }

        return found;
    }

    private static Dictionary<string, List<Claim>> By(ValueList<Claim> claims, Func<Claim, string?> key)
    {
        var groups = new Dictionary<string, List<Claim>>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            if (key(claim) is { } name)
            {
                Append(groups, name, claim);
            }
        }

        return groups;
    }

    private static void Append(Dictionary<string, List<Claim>> groups, string key, Claim claim)
    {
        if (!groups.TryGetValue(key, out var group))
        {
            groups[key] = group = [];
        }

        group.Add(claim);
    }

    private static T? Find<T>(Dictionary<string, T> entries, string? id)
        where T : class => id is null ? null : entries.GetValueOrDefault(id);
}
