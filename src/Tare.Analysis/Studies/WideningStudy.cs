namespace Tare.Analysis;

/// <summary>Claim 5: whether the gap is widening.</summary>
internal static class WideningStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 5,
            Name = "widening",
            Claim = "The gap between open and closed models is widening.",
            Criterion =
                "Slope of the closed frontier minus slope of the open one, frontiers selected anew in every draw. Supported if the 90 % interval lies above 0, refuted if it lies below, else undecidable.",
            Needs = [StudyDataSet.Curated],
            Decides = "More record setters, or results of both groups over years on one set of tasks that was kept private.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var gap = StudyGaps.Eci(data, cancel);
        var country = StudyGaps.Caisi(data, cancel);
        if (gap.Widening is not { } test || country.Widening is not { } other)
        {
            return new ClaimStudyFinding
            {
                Study = study,
                Verdict = StudyVerdict.Undecidable,
                Answer = "A group has fewer than two record setters, so it has no slope.",
                Denominator = StudyGaps.Denominator(data, gap),
                Limits = [],
            };
        }

        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                test.Interval is null ? StudyVerdict.Undecidable
                : test.Interval.Lower > 0 ? StudyVerdict.Supported
                : test.Interval.Upper < 0 ? StudyVerdict.Refuted
                : StudyVerdict.Undecidable,
            Answer =
                $"Closed models gain {StudyText.Tenth(test.LeaderSlope)} points of the index a year, open ones {StudyText.Tenth(test.FollowerSlope)}: a difference of {StudyText.Tenth(test.Difference)}, positive in {StudyText.Percent(test.ProbabilityPositive ?? 0)} of the draws. "
                + $"On the other axis and scale, US against CN in CAISI-like Elo, the difference is {StudyText.Whole(other.Difference)} a year, positive in {StudyText.Percent(other.ProbabilityPositive ?? 0)}: the answer hangs on both.",
            Estimate = test.Difference,
            Unit = $"{test.Unit} a year",
            Interval = test.Interval,
            Rows =
            [
                new StudyRow("closed minus open, index", test.Difference, $"{test.Unit} a year", test.Interval),
                new StudyRow("share of draws above 0, index", test.ProbabilityPositive, "share"),
                new StudyRow("US minus CN, CAISI-like Elo", other.Difference, $"{other.Unit} a year", other.Interval),
                new StudyRow("share of draws above 0, CAISI-like Elo", other.ProbabilityPositive, "share"),
            ],
            Denominator = $"{StudyGaps.Denominator(data, gap)}; {gap.LeaderRecords.Count} and {gap.FollowerRecords.Count} record setters",
            Limits =
            [
                "A straight line through record setters; a change of pace inside the period is not seen.",
                "The country axis is another question and stands beside it, not merged.",
                "The text of CAISI does not say that the gap widens; it is others' reading of its figure.",
            ],
        };
    }
}
