namespace Tare.Analysis;

/// <summary>Claim 17: whether a simple loop makes porting look impossible.</summary>
internal static class PortingStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 17,
            Name = "porting",
            Claim = "Evaluations in a plain loop make porting software look impossible.",
            Criterion =
                "The scores on the one porting benchmark that was run in a plain loop with a fixed budget. Refuted if the best model solves at least half; supported if none solves a tenth.",
            Needs = [StudyDataSet.CaisiTable],
            Decides = "The same porting tasks in a plain loop and in the vendors' harnesses, open and closed models.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var scores = data
            .CaisiTable.Scores.Where(s => s.BenchmarkId == "portbench")
            .OrderByDescending(s => s.Value)
            .Select(s => (data.CaisiTable.Models.First(m => m.Id == s.ModelId).Name, s.Value))
            .ToList();
        var (best, worst) = (scores[0], scores[^1]);
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                best.Value >= 0.5 ? StudyVerdict.Refuted
                : best.Value < 0.1 ? StudyVerdict.Supported
                : StudyVerdict.Undecidable,
            Answer =
                $"In a plain loop with a million weighted tokens {best.Name} scores {StudyText.Percent(best.Value)} on PortBench and {worst.Name} {StudyText.Percent(worst.Value)}. The benchmark that the claim cites (ProgramBench) withholds the source: it is another task.",
            Estimate = best.Value,
            Unit = "share",
            Rows = [.. scores.Select(s => new StudyRow(s.Name, s.Value, "share"))],
            Denominator = $"{scores.Count} models; the number of tasks is not published",
            Limits =
            [
                "PortBench is not public, and its score is continuous: a share of a port counts.",
                "How much higher a vendor's harness would score is not known.",
            ],
        };
    }
}
