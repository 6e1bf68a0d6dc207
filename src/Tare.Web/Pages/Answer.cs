using Tare.Analysis;

namespace Tare.Web.Pages;

/// <summary>One method's answer, in the words of the page's first screen.</summary>
/// <param name="Method">The method.</param>
/// <param name="Groups">Who trails whom, on which axis.</param>
/// <param name="Gap">The gap.</param>
/// <param name="Fit">The fit behind it.</param>
public sealed record Answer(string Method, string Groups, GapFinding Gap, FitFinding Fit)
{
    internal static IReadOnlyList<Answer> Of(Report report) =>
        [
            From("Epoch's method", report.IndexGap, report.Index),
            From("A CAISI-like method, on the same groups", report.CaisiLikeGapOnWeights, report.CaisiLike),
            From("A CAISI-like method, on CAISI's own axis", report.CaisiLikeGap, report.CaisiLike),
        ];

    private static Answer From(string method, GapFinding gap, FitFinding fit) =>
        new(method, $"{Words.Group(gap.Axis, gap.Follower)} behind {Words.Group(gap.Axis, gap.Leader)}", gap, fit);

    public LagEstimate Lag => Gap.HeadlineEstimate;

    public string Months => Lag.Months is { } months ? Words.Fixed(months, 1) : "censored";

    public string MonthsNote =>
        Lag.Months is null
            ? $"No {Lag.Terms} has a counterpart among the {Words.Models(Gap.Axis, Gap.Leader)}: the lag has no value, which is a result and not zero."
            : $"{Words.Interval(Lag.Interval, 1)} months";

    public string Points => Words.Fixed(Gap.Vertical.Value, Digits);

    public string PointsNote => Words.Interval(Gap.Vertical.Interval, Digits);

    public string Definition =>
        $"\"{Words.Name(Lag.Definition)}\": {LagWords.Meaning(Lag.Definition)} ({Words.Whole(Lag.Caught)} {Lag.Terms}, {Words.Whole(Lag.Censored)} censored)";

    public string Follower => Words.Ability(Gap.Vertical.FollowerModel, Gap.Abilities, Digits);

    public string Leader => Words.Ability(Gap.Vertical.LeaderModel, Gap.Abilities, Digits);

    /// <summary>A point of Elo is small, a point of the index is not.</summary>
    private int Digits => string.Equals(Gap.Abilities.Unit, "Elo", StringComparison.Ordinal) ? 0 : 1;
}
