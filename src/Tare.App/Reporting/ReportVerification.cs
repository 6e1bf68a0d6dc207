using System.Security.Cryptography;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Reporting;

/// <summary>Computes a report again from its pinned inputs and compares every file.</summary>
internal static class ReportVerification
{
    /// <summary>What differs; empty where everything is equal.</summary>
    /// <param name="folder">The report's folder.</param>
    /// <param name="progress">Share done, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops the computation.</param>
    public static async Task<VerificationResult> OfAsync(string folder, IProgress<ReportProgress>? progress, CancellationToken cancel)
    {
        var (settings, version, hashes) = ReportFolder.Read(folder);
        var differences = AlteredInputs(folder, hashes);
        PinnedInputs inputs;
        try
        {
            inputs = PinnedInputs.Read(folder, settings.Studies);
        }
        catch (InputException e)
        {
            // The altered input names its own place; nothing can be computed from it.
            differences.Add(new Difference("input", "the place named here", e.Message, "the figures cannot be computed again"));
            return new VerificationResult(differences, 0, version);
        }

        var report = ReportRun.Compute(inputs, settings, progress, cancel);
        var expected = await ReportRun.FilesAsync(inputs, settings, report, progress, cancel);
        foreach (var (path, content) in expected)
        {
            if (hashes.ContainsKey(path))
            {
                continue;
            }

            var file = Path.Combine(folder, path);
            var difference = File.Exists(file)
                ? FileComparison.First(path, await File.ReadAllBytesAsync(file, cancel), content)
                : new Difference($"file '{path}'", path, "missing", $"{content.Length} bytes");
            if (difference is not null)
            {
                differences.Add(difference);
            }
        }

        if (!string.Equals(version, ProductVersion.Text, StringComparison.Ordinal))
        {
            differences.Add(
                new Difference(
                    "version",
                    ReportFolder.Manifest,
                    $"written by tare {version}",
                    $"this is tare {ProductVersion.Text}: numbers may have changed between them, see CHANGELOG.md"
                )
            );
        }

        return new VerificationResult(differences, expected.Count, version);
    }

    private static List<Difference> AlteredInputs(string folder, IReadOnlyDictionary<string, string> hashes)
    {
        var found = new List<Difference>();
        foreach (var (path, expected) in hashes.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            var file = Path.Combine(folder, path);
            var hash = File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : "missing";
            if (hash != expected)
            {
                found.Add(
                    new Difference($"input '{Path.GetFileNameWithoutExtension(path)}'", path, $"sha256 {hash}", $"sha256 {expected}")
                );
            }
        }

        return found;
    }
}
