using Tare.Psychometrics;

namespace Tare.Psychometrics.Tests;

/// <summary>LSAT section 6: 1,000 persons, five items (Bock and Lieberman 1970, table 1).</summary>
internal static class Lsat6
{
    private static readonly int[] s_counts =
    [
        3,
        6,
        2,
        11,
        1,
        1,
        3,
        4,
        1,
        8,
        0,
        16,
        0,
        3,
        2,
        15,
        10,
        29,
        14,
        81,
        3,
        28,
        15,
        80,
        16,
        56,
        21,
        173,
        11,
        61,
        28,
        298,
    ];

    internal static ResponseMatrix Patterns() =>
        ResponseMatrix.From(
            Enumerable
                .Range(0, 32)
                .Where(k => s_counts[k] > 0)
                .SelectMany(k =>
                    Enumerable
                        .Range(0, 5)
                        .Select(j => new Response($"pattern {k:00}", $"item {j + 1}", (k >> (4 - j)) & 1) { Frequency = s_counts[k] })
                )
        );

    internal static ResponseMatrix Persons() =>
        ResponseMatrix.From(
            Enumerable
                .Range(0, 32)
                .SelectMany(k => Enumerable.Range(0, s_counts[k]).Select(n => (Pattern: k, Copy: n)))
                .SelectMany(x =>
                    Enumerable
                        .Range(0, 5)
                        .Select(j => new Response($"{x.Pattern:00}/{x.Copy:000}", $"item {j + 1}", (x.Pattern >> (4 - j)) & 1))
                )
        );
}
