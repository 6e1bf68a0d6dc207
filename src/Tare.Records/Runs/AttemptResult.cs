namespace Tare.Records;

/// <summary>A finished attempt.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Outcome">Its judgement as the verifier gave it.</param>
/// <param name="Stop">What ended the agent's part.</param>
/// <param name="Usage">Tokens of all calls.</param>
public sealed record AttemptResult(AttemptKey Key, Outcome Outcome, StopReason Stop, TokenUsage Usage)
{
    /// <summary>The judgement after the validity rules; the same as <see cref="Outcome"/> where none applied.</summary>
    public required Outcome Validated { get; init; }

    /// <summary>Cost of all calls, US dollars, or <see langword="null"/> where a price is unknown.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Model calls that gave an answer.</summary>
    public required int Turns { get; init; }

    /// <summary>Tokens spent beyond the budget: at most one prompt.</summary>
    public long Overshoot { get; init; }

    /// <summary>An error beside the outcome, or <see langword="null"/>.</summary>
    public AttemptError? Error { get; init; }

    /// <summary>The validity rules that applied, by name.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>SHA-256 of the transcript without clocks and identifiers of providers, lower-case hexadecimal.</summary>
    public required string TranscriptDigest { get; init; }
}
