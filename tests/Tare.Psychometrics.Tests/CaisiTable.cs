namespace Tare.Psychometrics.Tests;

/// <summary>The nine benchmarks and four models of CAISI's evaluation of DeepSeek V4 Pro (NIST, 2026-05-01, figure 2), in percent.</summary>
internal static class CaisiTable
{
    internal const string Gpt = "GPT-5.5";
    internal const string Mini = "GPT-5.4 Mini";
    internal const string Opus = "Claude Opus 4.6";
    internal const string DeepSeek = "DeepSeek-V4-Pro";
    internal const double EloPerLogit = 173.71779276130073;

    private static readonly string[] s_persons = [Gpt, Mini, Opus, DeepSeek];

    private static readonly (string Domain, string Item, int?[] Percent)[] s_rows =
    [
        ("cyber", "ctf", [71, 32, 46, 32]),
        ("software", "swe-bench-verified", [81, 73, 79, 74]),
        ("software", "portbench", [78, 41, 60, 44]),
        ("natural-science", "frontierscience", [79, 74, 72, 74]),
        ("natural-science", "gpqa-diamond", [96, 87, 91, 90]),
        ("abstract", "arc-agi-2", [79, null, 63, 46]),
        ("mathematics", "otis-mock-aime-2025", [100, 90, 92, 97]),
        ("mathematics", "pumac-2024", [96, 93, 95, 96]),
        ("mathematics", "smt-2025", [99, 92, 94, 96]),
    ];

    internal static Dictionary<string, string> Domains => s_rows.ToDictionary(r => r.Item, r => r.Domain, StringComparer.Ordinal);

    /// <summary>The table without some benchmarks; every domain weighs the same, and so does every benchmark left in it.</summary>
    internal static ResponseMatrix Without(params string[] dropped)
    {
        var left = s_rows.Where(r => !dropped.Contains(r.Item, StringComparer.Ordinal)).ToArray();
        return ResponseMatrix.From(
            from row in left
            from k in Enumerable.Range(0, s_persons.Length)
            where row.Percent[k] is not null
            select new Response(s_persons[k], row.Item, row.Percent[k]!.Value / 100.0, 1.0 / left.Count(r => r.Domain == row.Domain))
        );
    }

    internal static double Elo(Calibration fit, string person, string from = DeepSeek) =>
        EloPerLogit * (Ability(fit, person) - Ability(fit, from));

    private static double Ability(Calibration fit, string person) => fit.Abilities[fit.Data.Persons.ToList().IndexOf(person)];
}
