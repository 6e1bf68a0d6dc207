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
        foreach (var model in evidence.Models.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            hash.AppendData(Line(model));
        }

        foreach (var benchmark in evidence.Benchmarks.OrderBy(b => b.Id, StringComparer.Ordinal))
        {
            hash.AppendData(Line(benchmark));
        }

        var scores = evidence.Scores.OrderBy(s => s.ModelId, StringComparer.Ordinal).ThenBy(s => s.BenchmarkId, StringComparer.Ordinal);
        foreach (var score in scores)
        {
            hash.AppendData(Line(score));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The check of one model: the first 8 digits of SHA-256 over its line. A snapshot keeps it, so that a change can be named.</summary>
    /// <param name="model">The model.</param>
    public static string Check(LanguageModel model) => Short(Line(model));

    /// <summary>The check of one benchmark, as for a model.</summary>
    /// <param name="benchmark">The benchmark.</param>
    public static string Check(Benchmark benchmark) => Short(Line(benchmark));

    /// <summary>The check of one score, as for a model.</summary>
    /// <param name="score">The score.</param>
    public static string Check(Score score) => Short(Line(score));

    private static byte[] Line(LanguageModel m)
    {
        ArgumentNullException.ThrowIfNull(m);
        var dates = string.Join(',', m.ReleaseDates.Select(d => $"{Day(d.Date)}:{d.Kind}"));
        return Line("model", m.Id, m.Name, m.Developer, m.Country, m.Weights.ToString(), m.Terms.ToString(), dates);
    }

    private static byte[] Line(Benchmark b)
    {
        ArgumentNullException.ThrowIfNull(b);
        string?[] fields =
        [
            "benchmark",
            b.Id,
            b.Name,
            b.Domain,
            b.Visibility,
            b.ReleaseDate is { } d ? Day(d) : null,
            Number(b.ChanceLevel),
        ];

        // Evidence of one source has the digest that it had before sources were told apart.
        return Line(b.SourceId is null ? fields : [.. fields, b.SourceId]);
    }

    private static byte[] Line(Score s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Line("score", s.ModelId, s.BenchmarkId, Number(s.Value), Number(s.StandardError), s.HarnessId);
    }

    private static string Short(byte[] line) => Convert.ToHexStringLower(SHA256.HashData(line))[..8];

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static byte[] Line(params string?[] fields) =>
        Encoding.UTF8.GetBytes(string.Join(Separator, fields.Select(f => f ?? "?")) + "\n");
}
