using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 13: whether developers of open models report further above independent evaluators.</summary>
internal static class SelfReportStudy
{
    private const int FewestModels = 30;

    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 13,
            Name = "self-report",
            Claim = "Developers of open models report scores further above independent ones than developers of closed models do.",
            Criterion =
                $"Mean difference in logits of a developer's own score and an evaluator's, open minus closed. Needs {FewestModels} models; supported if its 90 % interval lies above 0, refuted if below.",
            Needs = [StudyDataSet.SelfReports],
            Decides =
                $"A panel of at least {FewestModels} models with own and independent scores on the same benchmark, and the settings of both.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var rows = data
            .SelfReports.Select(r => new StudyRow(
                $"{r.ModelId}, {r.BenchmarkId}: developer {StudyText.Tenth(100 * r.Developer)} %, {r.Evaluator} {StudyText.Tenth(100 * r.Independent)} %",
                Elo.PointsPerLogit * (Logistic.Logit(r.Developer) - Logistic.Logit(r.Independent)),
                "Elo"
            ))
            .ToList();
        var difference = rows.Count == 2 ? rows[0].Value - rows[1].Value : null;
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict = StudyVerdict.Undecidable,
            Answer =
                $"Not with {rows.Count} models: one open model loses {StudyText.Whole(rows[0].Value!.Value)} Elo from its developer's score to CAISI's, one closed model {StudyText.Whole(rows[^1].Value!.Value)}.",
            Estimate = difference,
            Unit = "Elo",
            Rows = rows,
            Denominator = $"{rows.Count} models on one benchmark; {FewestModels} needed",
            Limits =
            [
                "One model a group shows no group difference.",
                "The two runs differ in harness and budget, not only in who ran them.",
            ],
        };
    }
}
