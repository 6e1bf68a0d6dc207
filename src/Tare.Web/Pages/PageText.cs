using Tare.Analysis;

namespace Tare.Web.Pages;

/// <summary>The sentences at the top of the page.</summary>
internal static class PageText
{
    public static string Lead(Report report)
    {
        var gap = report.IndexGap;
        var lag = gap.HeadlineEstimate;
        var (behind, ahead) = (Words.Models(gap.Axis, gap.Follower), Words.Models(gap.Axis, gap.Leader));
        var months = lag.Months is { } m
            ? $"{behind} trail {ahead} by {Words.Fixed(m, 1)} months ({Words.Interval(lag.Interval, 1)})"
            : $"the lag of {behind} behind {ahead} is censored in months: it has no value";
        return $"By Epoch's method {months}. The best {gap.Follower} model, {gap.Vertical.FollowerModel.Name}, is {Words.Fixed(gap.Vertical.Value, 1)} {gap.Vertical.Unit} "
            + $"({Words.Interval(gap.Vertical.Interval, 1)}) below the best {gap.Leader} one, {gap.Vertical.LeaderModel.Name}.";
    }

    public static string Second(Report report)
    {
        var same = report.CaisiLikeGapOnWeights;
        var own = report.CaisiLikeGap;
        return $"A CAISI-like method gives {Words.Months(same.HeadlineEstimate)} ({Words.Interval(same.HeadlineEstimate.Interval, 1)}) on the same two groups, "
            + $"and {Words.Months(own.HeadlineEstimate)} ({Words.Interval(own.HeadlineEstimate.Interval, 1)}) for {Words.Models(own.Axis, own.Follower)} behind {Words.Models(own.Axis, own.Leader)}, "
            + "which is another question: open against closed weights and country against country are two axes.";
    }

    public static string Contains(Report report)
    {
        var index = report.IndexGap.HeadlineEstimate.Interval?.Contains ?? report.Index.Abilities.Contains;
        var caisi = report.CaisiLikeGap.HeadlineEstimate.Interval?.Contains ?? report.CaisiLike.Abilities.Contains;
        return string.Equals(index, caisi, StringComparison.Ordinal)
            ? $"Both methods: {index}. {Words.Count(report.Draws, "draw")}."
            : $"Epoch's method: {index}. CAISI-like: {caisi}. {Words.Count(report.Draws, "draw")}.";
    }
}
