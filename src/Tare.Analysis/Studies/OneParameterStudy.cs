using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 15: whether one parameter an item is enough.</summary>
internal static class OneParameterStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 15,
            Name = "one-parameter",
            Claim = "One difficulty a task, with equal slopes, is an adequate model.",
            Criterion =
                "Fit equal and free slopes to the same responses. Supported if the Bayesian information criterion prefers equal slopes on both data sets, refuted if free slopes on both, else undecidable.",
            Needs = [StudyDataSet.TerminalBench, StudyDataSet.SweBench],
            Decides = "The same comparison on the tasks that CAISI ran.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var sets = new[]
        {
            Compare("Terminal-Bench 2.0", data.TerminalBench!, cancel),
            Compare("SWE-bench Verified", data.SweBench!, cancel),
        };
        var (one, two) = (Gap(data, sets[0].One), Gap(data, sets[0].Two));
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                Array.TrueForAll(sets, s => s.Bic < 0) ? StudyVerdict.Supported
                : Array.TrueForAll(sets, s => s.Bic > 0) ? StudyVerdict.Refuted
                : StudyVerdict.Undecidable,
            Answer =
                string.Join(
                    "; ",
                    sets.Select(s =>
                        $"{s.Name}: {(s.Bic > 0 ? "free" : "equal")} slopes are preferred by {StudyText.Whole(Math.Abs(s.Bic))}, ranks correlate at {StudyText.Thousandth(s.Rank)}"
                    )
                )
                + $". Best closed minus best open submission on Terminal-Bench: {StudyText.Hundredth(one)} standard deviations with equal slopes, {StudyText.Hundredth(two)} with free ones.",
            Estimate = sets[0].Bic,
            Unit = "BIC, equal minus free slopes, Terminal-Bench 2.0",
            Rows =
            [
                .. sets.SelectMany(s =>
                    new[]
                    {
                        new StudyRow($"{s.Name}: BIC, equal minus free slopes", s.Bic, "BIC"),
                        new StudyRow($"{s.Name}: rank correlation of the abilities", s.Rank, "correlation"),
                        new StudyRow($"{s.Name}: standard deviation of ln slope", s.Spread, "ln"),
                    }
                ),
                new StudyRow("best closed minus best open, equal slopes", one, "population standard deviations"),
                new StudyRow("best closed minus best open, free slopes", two, "population standard deviations"),
            ],
            Denominator = string.Join("; ", sets.Select(s => $"{s.Name}: {s.One.Persons.Count} submissions, {s.One.Items.Count} items")),
            Limits =
            [
                "Attempts of one submission at one task are treated as independent, which flatters the richer model.",
                "Submissions of one model in several harnesses are no random sample of persons.",
            ],
        };
    }

    private static (string Name, ItemCalibration One, ItemCalibration Two, double Bic, double Rank, double Spread) Compare(
        string name,
        ResponseMatrix responses,
        CancellationToken cancel
    )
    {
        var (one, two) = (Fit(responses, ResponseModel.OneParameter, cancel), Fit(responses, ResponseModel.TwoParameter, cancel));
        var slopes = two
            .Items.Select(i => i.Discrimination)
            .OfType<Estimate.Known>()
            .Where(a => a.Value > 0)
            .Select(a => Math.Log(a.Value))
            .ToList();
        return (name, one, two, Bic(one) - Bic(two), Rank(Abilities(one), Abilities(two)), StudyText.Deviation(slopes));
    }

    private static ItemCalibration Fit(ResponseMatrix responses, ResponseModel model, CancellationToken cancel) =>
        MarginalCalibration.Fit(responses, new MarginalOptions { Model = model, StandardErrors = StandardErrorMethod.None }, cancel);

    /// <summary>k ln n - 2 ln L, n the persons (Schwarz 1978).</summary>
    private static double Bic(ItemCalibration fit) => (fit.ParameterCount * Math.Log(fit.Persons.Count)) - (2 * fit.LogLikelihood);

    private static List<double> Abilities(ItemCalibration fit) => [.. fit.Persons.Select(p => ((Estimate.Known)p.Ability).Value)];

    private static double Gap(StudyData data, ItemCalibration fit)
    {
        var ability = fit.Persons.ToDictionary(p => p.Id, p => ((Estimate.Known)p.Ability).Value, StringComparer.Ordinal);
        return Best(Weights.Closed) - Best(Weights.Open);

        double Best(Weights weights) =>
            data.Submissions.Where(s => s.Weights == weights && ability.ContainsKey(s.Id)).Max(s => ability[s.Id]);
    }

    /// <summary>Spearman's rank correlation; ties share their mean rank.</summary>
    private static double Rank(List<double> x, List<double> y) => MathNet.Numerics.Statistics.Correlation.Spearman(x, y);
}
