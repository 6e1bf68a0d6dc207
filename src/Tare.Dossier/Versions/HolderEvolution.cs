using Tare.Records;

namespace Tare.Dossier;

/// <summary>How one holder moved from one version of a topic to the next.</summary>
/// <param name="Holder">The holder.</param>
/// <param name="Kind">How.</param>
/// <param name="Because">In a sentence.</param>
/// <param name="Claims">The holder's claims in the later version, or in the earlier one where the holder fell silent.</param>
/// <param name="Added">Claims that are new.</param>
/// <param name="Dropped">Claims that are gone.</param>
/// <param name="SupportedFrom">Sources new in the later version, not the holder's own, whose evidence supports one of the claims: the holder did not speak, others did.</param>
public sealed record HolderEvolution(
    string Holder,
    EvolutionKind Kind,
    string Because,
    ValueList<string> Claims,
    ValueList<string> Added,
    ValueList<string> Dropped,
    ValueList<string> SupportedFrom
)
{
    /// <summary>Whether evidence of others came to the holder's support.</summary>
    public bool IsExternallySupported => SupportedFrom.Count > 0;

    /// <summary>The evolution of every holder of a version against the one before, in the order of the version; holders that fell silent last.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="number">Number of the later version.</param>
    public static IReadOnlyList<HolderEvolution> Of(DossierIndex index, Topic topic, int number)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(topic);
        var current = topic.Versions.FirstOrDefault(v => v.Number == number) ?? throw NoVersion(topic, number);
        var before = topic.Versions.FirstOrDefault(v => v.Number == number - 1);
        var earlier = (before?.Perspectives ?? []).ToDictionary(p => p.Holder, StringComparer.Ordinal);
        var present = current.Perspectives.Select(p => p.Holder).ToHashSet(StringComparer.Ordinal);
        var moved = current.Perspectives.Select(p => Compare(index, before, current, earlier.GetValueOrDefault(p.Holder), p));
        var silent = earlier
            .Values.Where(p => !present.Contains(p.Holder))
            .Select(p => new HolderEvolution(
                p.Holder,
                EvolutionKind.Silent,
                "Not in this version; the last stances are kept.",
                p.Claims,
                [],
                [],
                []
            ));
        return [.. moved, .. silent];
    }

    private static InputException NoVersion(Topic topic, int number) =>
        InputException.At(
            $"topics/{topic.Id}",
            $"no version {number}",
            $"one of {string.Join(", ", topic.Versions.Select(v => v.Number))}",
            $"'tare dossier history {topic.Id}' lists them"
        );

    private static HolderEvolution Compare(
        DossierIndex index,
        TopicVersion? before,
        TopicVersion current,
        Perspective? old,
        Perspective now
    )
    {
        if (old is null)
        {
            return new HolderEvolution(
                now.Holder,
                EvolutionKind.FirstAppearance,
                "Not in the version before.",
                now.Claims,
                now.Claims,
                [],
                []
            );
        }

        ValueList<string> added = [.. now.Claims.Except(old.Claims, StringComparer.Ordinal)];
        ValueList<string> dropped = [.. old.Claims.Except(now.Claims, StringComparer.Ordinal)];
        var (kind, because) = Judge(Stances(index, old), Stances(index, now), Words(index, old, now));
        return new HolderEvolution(now.Holder, kind, because, now.Claims, added, dropped, Support(index, before!, current, now));
    }

    private static (EvolutionKind Kind, string Because) Judge(Dictionary<string, Stance> old, Dictionary<string, Stance> now, bool reworded)
    {
        var shared = old.Keys.Where(now.ContainsKey).Order(StringComparer.Ordinal).ToList();
        if (shared.Find(k => old[k].Opposes(now[k])) is { } reversed)
        {
            return (EvolutionKind.Reversed, $"{reversed}: {old[reversed]} became {now[reversed]}.");
        }

        if (shared.Find(k => old[k] != now[k]) is { } shifted)
        {
            return (EvolutionKind.Shifted, $"{shifted}: {old[shifted]} became {now[shifted]}.");
        }

        return reworded
            ? (EvolutionKind.Reworded, "The words changed, the stances did not.")
            : (EvolutionKind.Consistent, "The same stances as before.");
    }

    /// <summary>Stance by proposition and mechanism; of several the last.</summary>
    private static Dictionary<string, Stance> Stances(DossierIndex index, Perspective perspective)
    {
        var stances = new Dictionary<string, Stance>(StringComparer.Ordinal);
        foreach (var claim in perspective.Claims.Select(index.Claim).OfType<Claim>())
        {
            if (claim is { Proposition: { } proposition, Stance: { } stance })
            {
                stances[claim.Mechanism is null ? proposition : $"{proposition} ({claim.Mechanism})"] = stance;
            }
        }

        return stances;
    }

    /// <summary>Whether a claim was replaced by another one on the same proposition, or the summary changed.</summary>
    private static bool Words(DossierIndex index, Perspective old, Perspective now)
    {
        if (!string.Equals(old.Summary, now.Summary, StringComparison.Ordinal))
        {
            return true;
        }

        var texts = old.Claims.Select(index.Claim).OfType<Claim>().ToLookup(Key, c => c.Text, StringComparer.Ordinal);
        return now
            .Claims.Select(index.Claim)
            .OfType<Claim>()
            .Any(c => texts.Contains(Key(c)) && !texts[Key(c)].Contains(c.Text, StringComparer.Ordinal));
    }

    private static string Key(Claim claim) => claim.Proposition is null ? claim.Id : $"{claim.Proposition} {claim.Mechanism}";

    private static ValueList<string> Support(DossierIndex index, TopicVersion before, TopicVersion current, Perspective now)
    {
        var fresh = current.Sources.Except(before.Sources, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var sources = now
            .Claims.Select(index.Claim)
            .OfType<Claim>()
            .SelectMany(c => c.EvidenceFor)
            .Select(e => index.Evidence(e)?.Source)
            .OfType<string>()
            .Where(s => fresh.Contains(s) && index.Source(s)?.Makers.Contains(now.Holder, StringComparer.Ordinal) != true);
        return [.. sources.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
