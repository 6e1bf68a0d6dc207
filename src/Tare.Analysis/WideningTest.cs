using Tare.Records;

namespace Tare.Analysis;

/// <summary>Is the gap widening? Difference of the two groups' slopes through their own record setters.</summary>
/// <param name="LeaderSlope">Points a year.</param>
/// <param name="FollowerSlope">Points a year.</param>
/// <param name="Difference">Leader minus follower, points a year; positive means widening.</param>
/// <param name="Interval">Interval over draws, or <see langword="null"/>.</param>
/// <param name="ProbabilityPositive">Share of draws with a positive difference, in [0, 1], or <see langword="null"/>.</param>
/// <param name="Unit">What a point is called.</param>
public sealed record WideningTest(
    double LeaderSlope,
    double FollowerSlope,
    double Difference,
    Interval? Interval,
    double? ProbabilityPositive,
    string Unit
);
