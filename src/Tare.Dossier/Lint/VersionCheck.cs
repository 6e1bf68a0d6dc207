using Tare.Records;

namespace Tare.Dossier;

/// <summary>Versions that skip, repeat, go back in time, or were edited after they were made.</summary>
internal sealed class VersionCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new(
            "S4",
            "versions",
            "version numbers that do not rise by one from 1, instants that do not rise, content that changed after its digest was set"
        );

    public void Run(LintPass pass)
    {
        foreach (var topic in pass.Dossier.Topics)
        {
            TopicVersion? before = null;
            string? digest = null;
            foreach (var version in topic.Versions)
            {
                var at = $"topics/{topic.Id}/versions/{version.Number}";
                Sequence(pass, at, before, version);
                digest = VersionDigest.Of(topic.Id, version, digest);
                Digest(pass, at, version, digest);
                digest = version.Digest ?? digest;
                before = version;
            }
        }
    }

    private void Sequence(LintPass pass, string at, TopicVersion? before, TopicVersion version)
    {
        var expected = (before?.Number ?? 0) + 1;
        if (version.Number != expected)
        {
            pass.Error(
                Rule.Id,
                at,
                $"version {version.Number}",
                $"version {expected}",
                "number the versions 1, 2, 3 without a gap, oldest first"
            );
        }

        if (before is not null && !TopicHistory.IsLater(before.Created, version.Created))
        {
            pass.Error(
                Rule.Id,
                at,
                $"created {version.Created}, not after version {before.Number} of {before.Created}",
                $"an instant after {before.Created}",
                "a version cannot change the past: give the instant at which it was made"
            );
        }
    }

    private void Digest(LintPass pass, string at, TopicVersion version, string digest)
    {
        if (version.Digest is null)
        {
            pass.Gaps.Add(new LintGap(Rule.Id, at, $"the version has no digest, so a later edit would not show; set digest: {digest}"));
        }
        else if (!string.Equals(version.Digest, digest, StringComparison.Ordinal))
        {
            pass.Error(
                Rule.Id,
                at,
                $"the content has digest {digest}, but {version.Digest} was set when the version was made",
                "content as it was made",
                "undo the edit and put the correction into a new version: a version cannot change the past"
            );
        }
    }
}
