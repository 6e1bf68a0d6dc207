using Tare.Records;

namespace Tare.Analysis;

/// <summary>Leader frontier minus follower frontier at one date, and its mean over days.</summary>
/// <param name="AsOf">The date.</param>
/// <param name="Value">Points at that date.</param>
/// <param name="Unit">What a point is called.</param>
/// <param name="Interval">Interval over draws, or <see langword="null"/>.</param>
public sealed record VerticalGap(DateOnly AsOf, double Value, string Unit, Interval? Interval)
{
    /// <summary>Mean over days from the start to <see cref="AsOf"/>, points.</summary>
    public required double DailyMean { get; init; }

    /// <summary>Interval of the mean, or <see langword="null"/>.</summary>
    public Interval? DailyMeanInterval { get; init; }

    /// <summary>The most able leader at that date.</summary>
    public required AbilityRow LeaderModel { get; init; }

    /// <summary>The most able follower at that date.</summary>
    public required AbilityRow FollowerModel { get; init; }
}
