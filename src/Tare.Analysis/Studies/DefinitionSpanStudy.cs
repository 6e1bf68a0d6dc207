using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 4: what the definition of the lag and the choice of the open model make, data held fixed.</summary>
internal static class DefinitionSpanStudy
{
    private static readonly string[] s_models = ["deepseek-v4-pro", "kimi-k2.6", "glm-5.1"];

    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 4,
            Name = "definition-span",
            Claim = "Eight months against three to seven comes from the choice of benchmarks.",
            Criterion =
                "Hold scores, benchmarks and scale fixed and vary only the definition and which open model is looked at. Refuted if the lags then span three months or more (what separates 8 from the middle of 3 to 7); supported if they span less than one.",
            Needs = [StudyDataSet.Curated],
            Decides = "An exact attribution of the difference to every choice on one merged evidence base (tare explain).",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var gap = StudyGaps.Eci(data, cancel);
        var rows = gap
            .Definitions.Where(d => d.Definition != LagDefinition.FirstCrossing)
            .Select(d => new StudyRow(KebabCase.Of(d.Definition), d.Months, "months", d.Interval))
            .Concat(
                s_models
                    .Select(id => gap.Models.FirstOrDefault(m => m.Id == id))
                    .OfType<ModelLag>()
                    .Select(m => new StudyRow($"first-crossing, {m.Name}", m.Months, "months", m.Interval))
            )
            .ToList();
        var known = rows.Where(r => r.Value is not null).ToList();
        var (least, most) = (known.MinBy(r => r.Value)!, known.MaxBy(r => r.Value)!);
        var span = most.Value!.Value - least.Value!.Value;
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                span >= 3 ? StudyVerdict.Refuted
                : span < 1 ? StudyVerdict.Supported
                : StudyVerdict.Undecidable,
            Answer =
                $"With every score fixed the answers run from {StudyText.Tenth(least.Value.Value)} ({least.Label}) to {StudyText.Tenth(most.Value.Value)} months ({most.Label}): a span of {StudyText.Tenth(span)} without touching a benchmark.",
            Estimate = span,
            Unit = "months",
            Rows = rows,
            Denominator = StudyGaps.Denominator(data, gap),
            Limits =
            [
                "That definitions suffice to make the span does not show that benchmarks make none.",
                "The span of several estimates has no interval here; each row has its own.",
            ],
        };
    }
}
