using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 7: whether the index, too, rests on models in a bare loop.</summary>
internal static class GenericHarnessStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 7,
            Name = "generic-harness",
            Claim = "Both CAISI and Epoch's index run models in a bare loop with a fixed budget.",
            Criterion =
                "The index takes each model's maximum over agents on agentic benchmarks. Of the models with several submissions on Terminal-Bench 2.0: refuted for the index if at least half of the closed ones have their maximum in a harness other than the reference one; supported if fewer than a tenth have.",
            Needs = [StudyDataSet.TerminalBench],
            Decides = "The index fitted again with reference-harness scores alone.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var models = TerminalBenchFits.WithReference(TerminalBenchFits.Abilities(data, AttemptRule.Mean, cancel));
        var closed = Of(models, Weights.Closed);
        var open = Of(models, Weights.Open);
        var share = (double)closed.Elsewhere / closed.Gains.Count;
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                share >= 0.5 ? StudyVerdict.Refuted
                : share < 0.1 ? StudyVerdict.Supported
                : StudyVerdict.Undecidable,
            Answer =
                $"True of CAISI, not of the index: {closed.Elsewhere} of {closed.Gains.Count} closed models have their maximum in a harness other than the neutral one, against {open.Elsewhere} of {open.Gains.Count} open ones. "
                + $"The maximum stands {StudyText.Whole(closed.Gains.Average())} Elo above the neutral harness for closed models and {StudyText.Whole(open.Gains.Average())} for open ones, so neutral scores alone would narrow the gap on this benchmark.",
            Estimate = share,
            Unit = "share of closed models",
            Interval = StudyText.Share(closed.Elsewhere, closed.Gains.Count) with
            {
                Contains = "which closed models there are, as if drawn at random",
            },
            Rows =
            [
                new StudyRow(
                    "closed: maximum minus reference harness",
                    closed.Gains.Average(),
                    "Elo",
                    StudyText.Student(closed.Gains, "the choice of models")
                ),
                new StudyRow(
                    "open: maximum minus reference harness",
                    open.Gains.Average(),
                    "Elo",
                    StudyText.Student(open.Gains, "the choice of models")
                ),
                new StudyRow("closed: other harnesses tried per model", closed.Tried, "harnesses"),
                new StudyRow("open: other harnesses tried per model", open.Tried, "harnesses"),
            ],
            Denominator = $"{closed.Gains.Count} closed and {open.Gains.Count} open models with a submission in the reference harness",
            Limits =
            [
                "A maximum over more attempts is higher by chance alone: closed models were tried in more harnesses, and the difference is partly that.",
                "One benchmark of the index; the other agentic ones publish no results task by task.",
            ],
        };
    }

    private static (int Elsewhere, List<double> Gains, double Tried) Of(
        List<(string Model, Weights Weights, double Reference, List<PlacedSubmission> Others)> models,
        Weights weights
    )
    {
        var mine = models.Where(m => m.Weights == weights).ToList();
        var gains = mine.ConvertAll(m => Math.Max(0, m.Others.Select(o => o.Elo - m.Reference).DefaultIfEmpty(0).Max()));
        return (gains.Count(g => g > 0), gains, mine.Average(m => (double)m.Others.Count));
    }
}
