using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 10: how much of the largest spread over harnesses chance makes.</summary>
internal static class MaximumOfManyStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 10,
            Name = "maximum-of-many",
            Claim = "Switching the harness alone moves a single model by up to 18 points.",
            Criterion =
                "Simulate the published table (60 tasks) with every model at its mean in all harnesses. Supported as a harness effect if a largest spread at least as large comes up in less than 5 % of tables; refuted if in 5 % or more.",
            Needs = [StudyDataSet.HarnessScores],
            Decides = "The table task by task with repeated attempts, from which the spread can be estimated without taking the maximum.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var grid = HarnessGrid.Of(data, "wildclawbench");
        var spreads = Enumerable.Range(0, grid.Models.Count).Select(m => (Model: grid.Models[m], Spread: 100 * Spread(grid, m))).ToList();
        var observed = spreads.MaxBy(s => s.Spread);
        var simulation = new TableSimulation(grid.WithoutHarness(), grid.Tasks, 0, "study/maximum-of-many");
        var values = simulation.Statistics(data.Simulations, solved => 100.0 * LargestSpread(solved) / grid.Tasks, cancel);
        var hits = values.Count(v => v >= observed.Spread);
        var chance = values.Average();
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict = (double)hits / values.Length < 0.05 ? StudyVerdict.Supported : StudyVerdict.Refuted,
            Answer =
                $"The largest of {grid.Models.Count} spreads is {StudyText.Tenth(observed.Spread)} points ({observed.Model}). With no harness effect at all the largest is {StudyText.Tenth(chance)} points on average and reaches {StudyText.Tenth(observed.Spread)} in {StudyText.Percent((double)hits / values.Length)} of tables: there is an effect, and about {StudyText.Whole(chance)} of the {StudyText.Whole(observed.Spread)} points are what a maximum over few tasks makes.",
            Estimate = observed.Spread - chance,
            Unit = "points above chance",
            Interval = new Interval(
                observed.Spread - Quantiles.Of(values, 1 - ((1 - StudyText.Level) / 2)),
                observed.Spread - Quantiles.Of(values, (1 - StudyText.Level) / 2),
                StudyText.Level,
                "the sampling of tasks and answers where harnesses make no difference"
            ),
            Rows =
            [
                .. spreads.Select(s => new StudyRow($"{s.Model}: largest minus smallest over harnesses", s.Spread, "points")),
                new StudyRow("largest of the spreads by chance alone", chance, "points"),
                new StudyRow(
                    "probability of the observed one by chance alone",
                    (double)hits / values.Length,
                    "probability",
                    StudyText.Share(hits, values.Length)
                ),
            ],
            Denominator =
                $"{grid.Models.Count} models, {grid.Harnesses.Count} harnesses, {grid.Tasks} tasks; {values.Length} simulated tables",
            Limits =
            [
                "Answers are simulated as right or wrong; WildClawBench also gives partial credit, which makes less noise, so the share of chance is an upper one.",
                "Spreads of task difficulty are those of SWE-bench Verified in other submissions.",
            ],
        };
    }

    private static double Spread(HarnessGrid grid, int model)
    {
        var row = Enumerable.Range(0, grid.Harnesses.Count).Select(h => grid.Shares[model, h]).ToList();
        return row.Max() - row.Min();
    }

    private static int LargestSpread(int[,] solved)
    {
        var largest = 0;
        for (var m = 0; m < solved.GetLength(0); m++)
        {
            var (least, most) = (int.MaxValue, int.MinValue);
            for (var h = 0; h < solved.GetLength(1); h++)
            {
                least = Math.Min(least, solved[m, h]);
                most = Math.Max(most, solved[m, h]);
            }

            largest = Math.Max(largest, most - least);
        }

        return largest;
    }
}
