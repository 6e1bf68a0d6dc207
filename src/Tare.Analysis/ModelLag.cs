using Tare.Records;

namespace Tare.Analysis;

/// <summary>The first-crossing lag of one follower.</summary>
/// <param name="Id">Identifier of the follower.</param>
/// <param name="Name">Name of the follower.</param>
/// <param name="Date">Its release date.</param>
/// <param name="Value">Its ability, points.</param>
/// <param name="Months">Its date minus the first leader's date; negative where it came first; <see langword="null"/> where no leader is as able (censored).</param>
/// <param name="CrossedBy">Name of the first leader at least as able, or <see langword="null"/>.</param>
/// <param name="IsRecord">Whether it was the most able follower when it came.</param>
public sealed record ModelLag(string Id, string Name, DateOnly Date, double Value, double? Months, string? CrossedBy, bool IsRecord)
{
    /// <summary>Identifier of the leader in <see cref="CrossedBy"/>.</summary>
    public string? CrossedById { get; init; }

    /// <summary>Interval over the draws that are not censored; <see langword="null"/> without draws.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Share of draws in which no leader was as able, in [0, 1]; <see langword="null"/> without draws.</summary>
    public double? CensoredShare { get; init; }
}
