using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 11: what a printed ±28 covers.</summary>
internal static class PrintedIntervalStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 11,
            Name = "printed-interval",
            Claim = "CAISI's ±28 Elo covers the uncertainty of its leads.",
            Criterion =
                "Standard error of each lead by leaving out one domain at a time, against the one that two printed half widths imply. Refuted if it is at least twice as large for every leader; supported if at most 1.25 times as large for each.",
            Needs = [StudyDataSet.CaisiTable],
            Decides =
                "Responses task by task, to stack response, item, benchmark and domain; a second suite of benchmarks of the same domains.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var fit = MethodologyFit.Of(data.CaisiTable, data.Caisi, 0, StudyText.Level, null, cancel);
        var jackknife = fit.DomainJackknife ?? throw new InvalidOperationException("CAISI's table has five domains.");
        var anchor = ((ScaleDefinition.OneAnchor)data.Caisi.Scale).Model;
        var leads = fit
            .Abilities.Rows.Where(r => jackknife.StandardErrors.ContainsKey(r.Id) && r.Value > data.PrintedElo[anchor].Value + 1)
            .Select(r =>
                (
                    r.Name,
                    Error: jackknife.StandardErrors[r.Id],
                    Printed: Implied(data, r.Id, anchor),
                    Lead: r.Value - data.PrintedElo[anchor].Value
                )
            )
            .OrderByDescending(r => r.Lead)
            .ToList();
        var (least, most) = (leads.Min(l => l.Error / l.Printed), leads.Max(l => l.Error / l.Printed));
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                least >= 2 ? StudyVerdict.Refuted
                : most <= 1.25 ? StudyVerdict.Supported
                : StudyVerdict.Undecidable,
            Answer =
                string.Join(
                    "; ",
                    leads.Select(l =>
                        $"{l.Name}'s lead has a standard error of {StudyText.Whole(l.Error)} Elo over domains, against {StudyText.Whole(l.Printed)} from the printed half widths"
                    )
                ) + ". The printed interval holds the sampling of responses at most.",
            Estimate = least,
            Unit = "times the printed standard error",
            Rows =
            [
                .. leads.Select(l => new StudyRow(
                    $"{l.Name}: lead",
                    l.Lead,
                    "Elo",
                    StudyText.Normal(l.Lead, l.Error, "the choice of domains; not response sampling, harness or dates")
                )),
                .. leads.Select(l => new StudyRow($"{l.Name}: standard error by domains", l.Error, "Elo")),
                .. leads.Select(l => new StudyRow($"{l.Name}: standard error as printed", l.Printed, "Elo")),
            ],
            Denominator = $"{data.CaisiTable.Scores.Count} printed shares, {jackknife.Domains.Count} domains",
            Limits =
            [
                "A jackknife over five domains is itself uncertain by about a third.",
                "Whether CAISI's errors of two models are independent is not stated; with common tasks they are smaller than assumed here.",
                "Domains are treated as a sample of domains; for a person who wants these five and no others, the printed width is nearer.",
            ],
        };
    }

    /// <summary>Standard error of a difference from two 95 % half widths, as if independent.</summary>
    private static double Implied(StudyData data, string model, string anchor)
    {
        const double Quantile95 = 1.959963984540054;
        var (a, b) = (data.PrintedElo[model].HalfWidth95, data.PrintedElo[anchor].HalfWidth95);
        return Math.Sqrt((a * a) + (b * b)) / Quantile95;
    }
}
