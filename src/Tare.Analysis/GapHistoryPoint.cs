using Tare.Records;

namespace Tare.Analysis;

/// <summary>The gap as it would have been computed on one day, from the models released by then, fitted anew.</summary>
/// <param name="Date">The day.</param>
/// <param name="CurrentLagMonths">That day minus the first leader's date at the level of that day's best follower; <see langword="null"/> where no leader had it.</param>
/// <param name="CurrentLagInterval">Its interval, or <see langword="null"/>.</param>
/// <param name="VerticalGap">Leader frontier minus follower frontier, points of today's scale by linking on the shared models.</param>
/// <param name="VerticalGapInterval">Its interval, or <see langword="null"/>.</param>
/// <param name="LeaderName">The most able leader of that day.</param>
/// <param name="FollowerName">The most able follower of that day.</param>
/// <param name="Models">Models in that day's fit.</param>
/// <param name="Scores">Scores in that day's fit.</param>
public sealed record GapHistoryPoint(
    DateOnly Date,
    double? CurrentLagMonths,
    Interval? CurrentLagInterval,
    double VerticalGap,
    Interval? VerticalGapInterval,
    string LeaderName,
    string FollowerName,
    int Models,
    int Scores
);
