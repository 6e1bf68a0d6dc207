using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 9: whether rank reversals between harnesses show more than noise.</summary>
internal static class RankReversalStudy
{
    private const string Source = "arxiv-2605.23950";

    private static readonly double[] s_interactions = [0, 0.23, 0.45, 0.9];

    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 9,
            Name = "rank-reversals",
            Claim = "Six of nine rank reversals in a grid of three models by three harnesses show that harness and model interact.",
            Criterion =
                "Simulate the grid with the published model and harness means and no interaction. Supported if six or more reversals then come up in less than 5 % of the grids; refuted as evidence if in 5 % or more.",
            Needs = [StudyDataSet.HarnessScores],
            Decides = "The grid task by task with repeated attempts, or models that lie further apart.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var grid = HarnessGrid.Of(data, Source);
        var observed = Reversals(Counts(grid));
        var rows = new List<(double Interaction, double Probability, Interval Interval)>();
        foreach (var interaction in s_interactions)
        {
            var simulation = new TableSimulation(grid.Additive(), grid.Tasks, interaction, "study/rank-reversals");
            var hits = simulation.Count(data.Simulations, solved => Reversals(solved) >= observed, cancel);
            rows.Add((interaction, (double)hits / data.Simulations, StudyText.Share(hits, data.Simulations)));
        }

        var pairs = grid.Models.Count * (grid.Models.Count - 1) / 2;
        var most = pairs * (grid.Harnesses.Count / 2) * ((grid.Harnesses.Count + 1) / 2);
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict = rows[0].Probability < 0.05 ? StudyVerdict.Supported : StudyVerdict.Refuted,
            Answer =
                $"{observed} of {pairs * grid.Harnesses.Count * (grid.Harnesses.Count - 1) / 2} is as many as such a grid can have ({most}), and without any interaction it comes up in {StudyText.Percent(rows[0].Probability)} of grids: the models are {StudyText.Tenth(100 * Range(grid))} points apart. With the interaction that larger sets show (0.45 logits) it is {StudyText.Percent(rows[2].Probability)}.",
            Estimate = rows[0].Probability,
            Unit = "probability without interaction",
            Interval = rows[0].Interval,
            Rows =
            [
                .. rows.Select(r => new StudyRow(
                    $"at least {observed} reversals, interaction {StudyText.Hundredth(r.Interaction)} logits",
                    r.Probability,
                    "probability",
                    r.Interval
                )),
            ],
            Denominator =
                $"{grid.Models.Count} models, {grid.Harnesses.Count} harnesses, {grid.Tasks} tasks; {data.Simulations} simulated grids",
            Limits =
            [
                "The number of tasks is inferred from the half percents of the table.",
                "Spreads of task difficulty are those of SWE-bench Verified in other submissions; the published means stand for the true ones.",
                "Weak evidence is not evidence against: interaction of the size seen elsewhere is compatible with the grid.",
            ],
        };
    }

    private static double Range(HarnessGrid grid)
    {
        var means = Enumerable.Range(0, grid.Models.Count).Select(grid.ModelMean).ToList();
        return means.Max() - means.Min();
    }

    private static int[,] Counts(HarnessGrid grid)
    {
        var counts = new int[grid.Models.Count, grid.Harnesses.Count];
        for (var m = 0; m < grid.Models.Count; m++)
        {
            for (var h = 0; h < grid.Harnesses.Count; h++)
            {
                counts[m, h] = (int)Math.Round(grid.Shares[m, h] * grid.Tasks);
            }
        }

        return counts;
    }

    /// <summary>Pairs of models and pairs of harnesses in which the order of the models differs; ties are no reversal.</summary>
    internal static int Reversals(int[,] solved)
    {
        var (models, harnesses, reversals) = (solved.GetLength(0), solved.GetLength(1), 0);
        for (var a = 0; a < models; a++)
        {
            for (var b = a + 1; b < models; b++)
            {
                for (var h = 0; h < harnesses; h++)
                {
                    for (var g = h + 1; g < harnesses; g++)
                    {
                        reversals += Math.Sign(solved[a, h] - solved[b, h]) * Math.Sign(solved[a, g] - solved[b, g]) < 0 ? 1 : 0;
                    }
                }
            }
        }

        return reversals;
    }
}
