using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tare.Records;

/// <summary>The digest that names an <see cref="Evidence"/>.</summary>
public static class EvidenceDigest
{
    private const char Separator = '\u001f';

    /// <summary>SHA-256 over one line a model, benchmark and score, ordered by identifier, numbers in their shortest round-trip form.</summary>
    /// <remarks>The name, the sources and the notes do not count: the same figures have the same digest whoever delivers them.</remarks>
    /// <param name="evidence">The snapshot.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var m in evidence.Models.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            var dates = string.Join(',', m.ReleaseDates.Select(d => $"{Day(d.Date)}:{d.Kind}"));
            Append(hash, "model", m.Id, m.Name, m.Developer, m.Country, m.Weights.ToString(), m.Terms.ToString(), dates);
        }

        foreach (var b in evidence.Benchmarks.OrderBy(b => b.Id, StringComparer.Ordinal))
        {
            Append(hash, "benchmark", b.Id, b.Name, b.Domain, b.Visibility, b.ReleaseDate is { } d ? Day(d) : null, Number(b.ChanceLevel));
        }

        var scores = evidence.Scores.OrderBy(s => s.ModelId, StringComparer.Ordinal).ThenBy(s => s.BenchmarkId, StringComparer.Ordinal);
        foreach (var s in scores)
        {
            Append(hash, "score", s.ModelId, s.BenchmarkId, Number(s.Value), Number(s.StandardError), s.HarnessId);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static void Append(IncrementalHash hash, params string?[] fields) =>
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join(Separator, fields.Select(f => f ?? "?")) + "\n"));
}
