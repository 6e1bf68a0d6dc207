using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis.Tests;

/// <summary>Small tables and evidence for the tests, made from named random streams.</summary>
internal static class Cases
{
    internal static readonly DateOnly Start = new(2025, 1, 20);

    internal static AbilityRow Row(string id, string group, DateOnly date, double value, double half = 0) =>
        new(id, id.ToUpperInvariant(), value)
        {
            Group = group,
            Date = date,
            Lower = half > 0 ? value - half : null,
            Upper = half > 0 ? value + half : null,
        };

    internal static GapFinding Gap(AbilityTable table, GapOptions options) =>
        GapAnalysis.Of(table, options, TestContext.Current.CancellationToken);

    internal static AbilityTable Table(params AbilityRow[] rows) => AbilityTables.FromScores(rows, "points", 0.9, 0, "test");

    /// <summary>A lopsided table: few followers, many leaders, ties of value and of date, models before and after the start.</summary>
    internal static AbilityTable Lopsided(int replicate, int draws = 0, string unit = "points")
    {
        var random = RandomSource.For("test/lopsided", replicate);
        var rows = new List<AbilityRow>();
        foreach (var (group, count, head) in new[] { ("closed", 9, 2.0), ("open", 5, 0.0), ("neither", 2, 5.0) })
        {
            for (var k = 0; k < count; k++)
            {
                var day = random.NextInt(700) - 250;
                var value = Math.Round(((day + 250) / 40.0) + head + (3 * random.NextDouble()), replicate % 2 == 0 ? 1 : 6);
                rows.Add(
                    Row(
                        $"{group}-{k}",
                        group,
                        Start.AddDays(k % 4 == 3 ? rows[^1].Date!.Value.DayNumber - Start.DayNumber : day),
                        value,
                        k == 1 ? 0 : 0.4 + k
                    )
                );
            }
        }

        return AbilityTables.FromScores(rows, unit, 0.9, draws, $"test/lopsided/{replicate}");
    }

    internal static List<SlowGap.Model> Slow(AbilityTable table, string group) =>
        [
            .. table
                .Rows.Where(r => r.Group == group)
                .Select(r => new SlowGap.Model(
                    r.Id,
                    r.Date!.Value,
                    r.Value,
                    r.Lower is { } l ? (r.Upper!.Value - l) / (2 * StandardNormal.Quantile(0.95)) : 0
                )),
        ];

    internal static double? Months(GapFinding gap, LagDefinition definition) =>
        gap.Definitions.Single(d => d.Definition == definition).Months;

    internal static Methodology Eci(string low, string high, string? pinned = null) =>
        new()
        {
            Name = "test-eci",
            Title = "test",
            Reference = "test",
            Evidence = "test",
            Family = ResponseFamily.TwoParameterLeastSquares,
            Ridge = 0.1,
            ScoreFloor = 0.001,
            ScoreCeiling = 0.999,
            PinnedBenchmark = pinned,
            Scale = new ScaleDefinition.TwoAnchors
            {
                Unit = "ECI",
                LowModel = low,
                LowValue = 130,
                HighModel = high,
                HighValue = 150,
            },
        };

    /// <summary>Scores from known abilities (logits) and difficulties, each with a small deterministic error.</summary>
    internal static Evidence Evidence(
        IReadOnlyList<(string Id, string Group, DateOnly Date, double Ability)> models,
        IReadOnlyList<(string Id, double Difficulty, double Discrimination)> benchmarks,
        double noise = 0.02,
        string stream = "test/evidence"
    )
    {
        var random = RandomSource.For(stream, 0);
        var scores =
            from m in models
            from b in benchmarks
            let p = Logistic.Sigmoid(b.Discrimination * (m.Ability - b.Difficulty))
            select new Score(m.Id, b.Id, Math.Clamp(p + (noise * ((2 * random.NextDouble()) - 1)), 0.002, 0.998));
        return new Evidence
        {
            Name = "test",
            Models =
            [
                .. models.Select(m => new LanguageModel
                {
                    Id = m.Id,
                    Name = m.Id.ToUpperInvariant(),
                    Weights = m.Group == "open" ? Weights.Open : Weights.Closed,
                    ReleaseDates = [new ReleaseDate(m.Date, ReleaseDateKind.Listed, "test")],
                }),
            ],
            Benchmarks = [.. benchmarks.Select(b => new Benchmark { Id = b.Id, Name = b.Id.ToUpperInvariant() })],
            Scores = [.. scores],
        };
    }
}
