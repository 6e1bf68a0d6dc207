using System.Security.Cryptography;
using System.Text;

namespace Tare.Runner;

/// <summary>Identity of a task: what it consists of and what it may use. Neither file modes nor times nor the order of a listing matter.</summary>
internal static class TaskDigest
{
    /// <summary>SHA-256 over <c>tare-task/1</c>, the limits, the network policy, and for each file its path, length and SHA-256; one line each.</summary>
    internal static string Of(string folder, IReadOnlyList<string> files, TaskLimits limits)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Line(FormattableString text) => digest.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(text) + "\n"));
        Line($"tare-task/1");
        Line(
            $"agent {limits.Agent.Ticks} verifier {limits.Verifier.Ticks} memory {limits.MemoryBytes} storage {limits.StorageBytes} cpus {limits.Cpus}"
        );
        Line($"network no-network");
        foreach (var file in files)
        {
            using var content = File.OpenRead(Path.Combine(folder, file));
            var length = content.Length;
            // The length in front of the name keeps a name with a line end from passing for two files.
            Line($"file {Encoding.UTF8.GetByteCount(file)} {file} {length} {Convert.ToHexStringLower(SHA256.HashData(content))}");
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
