using Tare.Records;

namespace Tare.Dossier;

/// <summary>What changed between two versions of a topic: records first, then words. Citation numbers do not count, since they belong to a version.</summary>
/// <param name="From">Number of the earlier version.</param>
/// <param name="To">Number of the later version.</param>
/// <param name="Records">Records added, removed and changed.</param>
/// <param name="Sections">Sections whose words differ.</param>
public sealed record VersionDiff(int From, int To, ValueList<RecordChange> Records, ValueList<SectionChange> Sections)
{
    /// <summary>The difference of two versions.</summary>
    /// <param name="index">The dossier.</param>
    /// <param name="from">The earlier version.</param>
    /// <param name="to">The later version.</param>
    public static VersionDiff Of(DossierIndex index, TopicVersion from, TopicVersion to)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ValueList<RecordChange> records =
        [
            .. Set("sources", from.Sources, to.Sources, id => index.Source(id)?.Title),
            .. Set("claims", Claims(from), Claims(to), id => Text(index, id)),
            .. Perspectives(index, from, to),
            .. Set("tensions", from.Tensions, to.Tensions, id => index.Tension(id)?.Text),
            .. Set("timeline", from.Timeline, to.Timeline, id => index.Event(id)?.Text),
            .. Set("open_questions", from.Questions, to.Questions, id => index.Question(id)?.Text),
        ];
        ValueList<SectionChange> sections =
        [
            .. Section("what", from.What, to.What),
            .. Section("why", from.Why, to.Why),
            .. Section("narrative", string.Join('\n', from.Narrative), string.Join('\n', to.Narrative)),
        ];
        return new VersionDiff(from.Number, to.Number, records, sections);
    }

    private static string? Text(DossierIndex index, string claim) =>
        index.Claim(claim) is { } c ? $"{index.Holder(c.Holder)?.Name ?? c.Holder}: {c.Text}" : null;

    private static IEnumerable<string> Claims(TopicVersion version) => version.Perspectives.SelectMany(p => p.Claims);

    private static IEnumerable<RecordChange> Set(
        string list,
        IEnumerable<string> before,
        IEnumerable<string> after,
        Func<string, string?> text
    )
    {
        var (old, now) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
        RecordChange Change(ChangeKind kind, string id) => new(kind, $"{list}/{id}", text(id) ?? id);
        return now.Except(old, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(id => Change(ChangeKind.Added, id))
            .Concat(old.Except(now, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => Change(ChangeKind.Removed, id)));
    }

    private static IEnumerable<RecordChange> Perspectives(DossierIndex index, TopicVersion before, TopicVersion after)
    {
        var old = before.Perspectives.ToDictionary(p => p.Holder, StringComparer.Ordinal);
        var now = after.Perspectives.ToDictionary(p => p.Holder, StringComparer.Ordinal);
        foreach (var holder in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (left, right) = (old.GetValueOrDefault(holder), now.GetValueOrDefault(holder));
            var kind = (left, right) switch
            {
                (null, _) => ChangeKind.Added,
                (_, null) => ChangeKind.Removed,
                _ => Same(left, right) ? ChangeKind.Kept : ChangeKind.Changed,
            };
            if (kind != ChangeKind.Kept)
            {
                yield return new RecordChange(
                    kind,
                    $"perspectives/{holder}",
                    $"{index.Holder(holder)?.Name ?? holder}: {List(left)} -> {List(right)}"
                );
            }
        }
    }

    private static bool Same(Perspective left, Perspective right) =>
        left.Claims.ToHashSet(StringComparer.Ordinal).SetEquals(right.Claims)
        && string.Equals(left.Summary, right.Summary, StringComparison.Ordinal);

    private static string List(Perspective? perspective) =>
        perspective is null ? "none" : string.Join(", ", perspective.Claims.Order(StringComparer.Ordinal));

    private static IEnumerable<SectionChange> Section(string name, string? before, string? after)
    {
        var parts = TextDiff.Of(before, after);
        return parts.All(p => p.Kind == ChangeKind.Kept) ? [] : [new SectionChange(name, parts)];
    }
}
