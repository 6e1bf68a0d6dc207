namespace Tare.Analysis;

/// <summary>Claim 3: whether the index and CAISI disagree on one model.</summary>
internal static class IndexAgreementStudy
{
    private const double PrintedMonths = 8;

    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 3,
            Name = "index-agreement",
            Claim = "Epoch's index and CAISI disagree about how far DeepSeek V4 Pro is behind.",
            Criterion =
                "First-crossing lag of V4 Pro on the refitted index. Refuted if CAISI's eight months lie inside its 90 % interval; supported if they lie outside.",
            Needs = [StudyDataSet.Curated, StudyDataSet.CaisiTable],
            Decides = "The index refitted on the full matrix, and every dated snapshot of it.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var gap = StudyGaps.Eci(data, cancel);
        var lag = gap.Models.First(m => m.Id == "deepseek-v4-pro");
        var pairs = gap
            .Abilities.Rows.Where(r => data.PrintedElo.ContainsKey(r.Id))
            .Select(r => (r.Name, Index: r.Value, Elo: data.PrintedElo[r.Id].Value))
            .ToList();
        var (slope, correlation) = Line(pairs.ConvertAll(p => p.Index), pairs.ConvertAll(p => p.Elo));
        var isInside = lag.Interval is { } i && i.Lower <= PrintedMonths && PrintedMonths <= i.Upper;
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                lag.Interval is null ? StudyVerdict.Undecidable
                : isInside ? StudyVerdict.Refuted
                : StudyVerdict.Supported,
            Answer =
                $"On the index V4 Pro is {(lag.Months is { } m ? StudyText.Tenth(m) : "censored")} months behind {lag.CrossedBy}, against CAISI's eight. "
                + $"Over the {pairs.Count} models that both place, the two scales correlate at {StudyText.Thousandth(correlation)}, {StudyText.Whole(slope)} Elo for one point of the index.",
            Estimate = lag.Months,
            Unit = "months",
            Interval = lag.Interval,
            Rows =
            [
                .. pairs.Select(p => new StudyRow($"{p.Name}: printed Elo {StudyText.Whole(p.Elo)}, index", p.Index, "ECI")),
                new StudyRow("correlation of the two scales", correlation, "correlation"),
            ],
            Denominator = StudyGaps.Denominator(data, gap),
            Limits =
            [
                "The embedded matrix is a redistributable part of Epoch's; on the full one of August 2026 the lag is 8.5 months.",
                $"The correlation rests on {pairs.Count} models.",
                "A first-crossing lag jumps by months when one model moves by a point.",
            ],
        };
    }

    private static (double Slope, double Correlation) Line(List<double> x, List<double> y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var xy = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
        var (xx, yy) = (x.Sum(a => (a - mx) * (a - mx)), y.Sum(b => (b - my) * (b - my)));
        return (xy / xx, xy / Math.Sqrt(xx * yy));
    }
}
