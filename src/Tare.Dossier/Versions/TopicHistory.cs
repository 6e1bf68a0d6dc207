using Tare.Records;

namespace Tare.Dossier;

/// <summary>The versions of a topic: they are only ever added.</summary>
public static class TopicHistory
{
    /// <summary>The topic with one version more. Number and digest are set here.</summary>
    /// <param name="topic">The topic; its versions stay as they are.</param>
    /// <param name="next">The content of the new version; its number must be the next one.</param>
    /// <exception cref="InputException">The version would change the past: its number exists or skips one, or it is not later than the last.</exception>
    public static Topic Append(Topic topic, TopicVersion next)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentNullException.ThrowIfNull(next);
        var last = topic.Versions.Count == 0 ? null : topic.Versions[^1];
        var place = $"topics/{topic.Id}/versions/{next.Number}";
        var expected = (last?.Number ?? 0) + 1;
        if (next.Number != expected)
        {
            throw InputException.At(
                place,
                next.Number < expected ? $"version {next.Number} exists already" : $"version {next.Number} leaves out {expected}",
                $"version {expected}",
                "a version never changes; put the correction into a new one, with a conflict that says what was wrong"
            );
        }

        if (last is not null && !IsLater(last.Created, next.Created))
        {
            throw InputException.At(
                place,
                $"created {next.Created}, which is not after version {last.Number} of {last.Created}",
                $"an instant after {last.Created}",
                "give the instant at which this version was made"
            );
        }

        if (last is not null && HasSameContent(last, next))
        {
            throw InputException.At(
                place,
                $"the same content as version {last.Number}",
                "other items or other words",
                "cut a version only when something changed"
            );
        }

        var digest = VersionDigest.Of(topic.Id, next, last is null ? null : last.Digest ?? DigestOf(topic, last.Number));
        return topic with { Versions = [.. topic.Versions, next with { Digest = digest }] };
    }

    /// <summary>The digest that a version must have, from the first version on.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="number">Number of the version.</param>
    public static string DigestOf(Topic topic, int number)
    {
        ArgumentNullException.ThrowIfNull(topic);
        string? digest = null;
        foreach (var version in topic.Versions.TakeWhile(v => v.Number <= number))
        {
            digest = VersionDigest.Of(topic.Id, version, digest);
        }

        return digest ?? throw new ArgumentOutOfRangeException(nameof(number), number, $"Topic {topic.Id} has no such version.");
    }

    internal static bool IsLater(PartialDate before, PartialDate after) =>
        !before.IsKnown || !after.IsKnown || after.Earliest > before.Latest;

    private static bool HasSameContent(TopicVersion left, TopicVersion right) => Content(left) == Content(right);

    private static TopicVersion Content(TopicVersion version) =>
        version with
        {
            Number = 0,
            Created = PartialDate.Unknown,
            Recorded = null,
            Digest = null,
            Trigger = VersionTrigger.Unknown,
            Generator = null,
        };
}
