using Tare.Numerics;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 8: whether harnesses make more of the differences than models.</summary>
internal static class HarnessShareStudy
{
    private static readonly string[][] s_terms =
    [
        ["person"],
        ["harness"],
        ["person", "harness"],
        ["item"],
        ["item", "person"],
        ["item", "harness"],
        ["item", "person", "harness"],
    ];

    private static readonly int[] s_windows = [10, 5, 3];

    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 8,
            Name = "harness-share",
            Claim = "The harness makes more of a score than the model (7.8 times the variance, in one study).",
            Criterion =
                "Many-facet decomposition of the crossed core of Terminal-Bench 2.0. Refuted as a general statement if the 90 % interval of the models' standard deviation lies above that of the harnesses'; supported if below.",
            Needs = [StudyDataSet.TerminalBench],
            Decides = "Crossed designs with stated versions and budgets over a range of models as wide as the market.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var core = TerminalBenchFits.Crossed(data);
        var fit = ManyFacet
            .For(core, new ManyFacetOptions { Terms = [.. s_terms.Select(t => FacetTerm.Random(t))] })
            .EstimateLaplace(cancel: cancel);
        var (model, harness, both) = (fit.Components[0], fit.Components[1], fit.Components[2]);
        var effects = fit.Effects.First(e => e.Term.Name == "person").Levels.Select(l => l.Value).Order().ToList();
        var variance = (harness.StandardDeviation * harness.StandardDeviation) + (both.StandardDeviation * both.StandardDeviation);
        var ratio = variance / (model.StandardDeviation * model.StandardDeviation);
        var narrow = s_windows.Select(n => (Models: n, Ratio: variance / Neighbours(effects, n))).ToList();
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                model.Lower > harness.Upper ? StudyVerdict.Refuted
                : model.Upper < harness.Lower ? StudyVerdict.Supported
                : StudyVerdict.Undecidable,
            Answer =
                $"Over the {core.Persons.Count} models harness and interaction have {StudyText.Hundredth(ratio)} times the variance of models. Among {narrow[^1].Models} neighbours in ability it is {StudyText.Tenth(narrow[^1].Ratio)} times (median over the {effects.Count - narrow[^1].Models + 1} sets of neighbours), among {narrow[0].Models} neighbours {StudyText.Tenth(narrow[0].Ratio)} times: the statement is true where models are near-equal, and only there.",
            Estimate = ratio,
            Unit = "variance of harness and interaction over that of models",
            Rows =
            [
                .. fit.Components.Select(c => new StudyRow(
                    $"standard deviation of {c.Term.Replace("person", "model", StringComparison.Ordinal)}",
                    c.StandardDeviation,
                    "logits",
                    c is { Lower: { } l, Upper: { } u }
                        ? new Interval(l, u, fit.Options.IntervalLevel, "response sampling and effects, normal in the logarithm")
                        : null
                )),
                .. narrow.Select(n => new StudyRow($"ratio of variances among {n.Models} neighbours in ability, median", n.Ratio, "ratio")),
            ],
            Denominator =
                $"{core.Persons.Count} models, {core.Facets[0].Levels.Count} harnesses, {core.Items.Count} tasks, {core.Trials.ToArray().Sum()} attempts",
            Limits =
            [
                "Laplace approximation: standard deviations of terms with few levels are biased towards 0.",
                "Harnesses differ in version, budget and effort, which the data do not separate.",
                "Effects of near-equal models contain their own error, so their variance is overstated and the last ratio understated.",
            ],
        };
    }

    /// <summary>Median variance of so many neighbours in the order of ability.</summary>
    private static double Neighbours(List<double> ordered, int size)
    {
        var variances = Enumerable
            .Range(0, ordered.Count - size + 1)
            .Select(k => StudyText.Deviation(ordered.GetRange(k, size)))
            .Select(d => d * d)
            .ToArray();
        return Quantiles.Of(variances, 0.5);
    }
}
