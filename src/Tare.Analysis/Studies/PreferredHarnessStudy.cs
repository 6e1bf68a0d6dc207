using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 6: whether each model's preferred harness compresses the gap.</summary>
internal static class PreferredHarnessStudy
{
    private const int FewestOpen = 3;

    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 6,
            Name = "preferred-harness",
            Claim = "In each model's preferred harness the gap between open and closed models shrinks by about half.",
            Criterion =
                $"Vendor's harness minus reference harness, open models minus closed ones, on one task set. Supported if the 90 % interval lies above 0, refuted if below; needs {FewestOpen} open models in their own vendor's harness.",
            Needs = [StudyDataSet.TerminalBench],
            Decides =
                "Two to four open models in their vendor's harness (Qwen Code, Kimi CLI, GLM in a Claude-Code-like one) and in the reference harness, on one public task set.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var models = TerminalBenchFits.WithReference(TerminalBenchFits.Abilities(data, AttemptRule.Mean, cancel));
        var vendor = models
            .Where(m => m.Others.Exists(o => o.Submission.Kind == HarnessKind.Vendor))
            .Select(m => (m.Model, m.Weights, Gain: m.Others.First(o => o.Submission.Kind == HarnessKind.Vendor).Elo - m.Reference))
            .ToList();
        var closed = vendor.Where(v => v.Weights == Weights.Closed).Select(v => v.Gain).ToList();
        var open = vendor.Where(v => v.Weights == Weights.Open).Select(v => v.Gain).ToList();
        var others = models
            .Where(m => m.Weights == Weights.Open && m.Others.Count > 0)
            .Select(m => (m.Model, Gain: m.Others.Average(o => o.Elo) - m.Reference))
            .ToList();
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict = StudyVerdict.Undecidable,
            Answer =
                $"Not with public data: {open.Count} open models were run in their own vendor's harness. For {closed.Count} closed models the vendor's harness is worth {StudyText.Whole(closed.Average())} Elo on average with a standard deviation of {StudyText.Whole(StudyText.Deviation(closed))}: its sign goes by vendor.",
            Estimate = closed.Average(),
            Unit = "Elo, closed models only",
            Interval = StudyText.Student(
                closed,
                "the choice of closed models; not their effort settings or versions, nor response sampling"
            ),
            Rows =
            [
                .. vendor.Select(v => new StudyRow($"{v.Model}: vendor's minus reference harness", v.Gain, "Elo")),
                .. others.Select(v => new StudyRow($"{v.Model} (open): third-party minus reference harness", v.Gain, "Elo")),
                new StudyRow("open models in their vendor's harness", open.Count, "models"),
            ],
            Denominator =
                $"{data.TerminalBench!.Persons.Count} submissions, {data.TerminalBench.Items.Count} tasks; {models.Count} models in the reference harness Terminus 2, {vendor.Count} of them in their vendor's too",
            Limits =
            [
                "Harnesses were not assigned at random; submitters tune what they submit, and effort settings differ between harnesses.",
                "Terminus 2 is the benchmark makers' neutral harness, not CAISI's loop.",
            ],
        };
    }
}
