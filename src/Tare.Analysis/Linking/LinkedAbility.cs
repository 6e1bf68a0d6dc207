using Tare.Records;

namespace Tare.Analysis;

/// <summary>A model placed on the public scale by a link.</summary>
/// <param name="Label">What it is called on the own scale.</param>
/// <param name="Own">Own ability, logits; <see langword="null"/> where it is not finite.</param>
/// <param name="OwnStandardError">Its standard error.</param>
/// <param name="Value">Place on the public scale, points; <see langword="null"/> without a finite own ability.</param>
/// <param name="Interval">What it contains is said in it.</param>
/// <param name="IsExtrapolated">Whether the own ability lies outside those of the anchors.</param>
/// <param name="Reason">Why there is no value; <see langword="null"/> where there is one.</param>
public sealed record LinkedAbility(
    string Label,
    double? Own,
    double? OwnStandardError,
    double? Value,
    Interval? Interval,
    bool IsExtrapolated,
    string? Reason
);
