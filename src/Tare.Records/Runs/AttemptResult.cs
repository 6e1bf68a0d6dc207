namespace Tare.Records;

/// <summary>How an attempt went.</summary>
/// <param name="Raw">The judgement before validity rules.</param>
/// <param name="Validated">The judgement after them.</param>
/// <param name="Stop">What ended the agent's part.</param>
public sealed record AttemptResult(Outcome Raw, Outcome Validated, StopReason Stop)
{
    /// <summary>What went wrong, or <see langword="null"/>. An attempt can carry an error and a score.</summary>
    public AttemptError? Error { get; init; }

    /// <summary>Tokens of all model calls; those of calls without a reported usage are missing from it, see <see cref="CallsWithoutUsage"/>.</summary>
    public TokenUsage Usage { get; init; } = TokenUsage.None;

    /// <summary>Model calls that gave an answer.</summary>
    public int Turns { get; init; }

    /// <summary>Calls among <see cref="Turns"/> whose provider reported no usage.</summary>
    public int CallsWithoutUsage { get; init; }

    /// <summary>Cost by the price book, US dollars, or <see langword="null"/> where a price or a usage is unknown.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Tokens spent beyond the budget; at most one prompt.</summary>
    public long OvershootTokens { get; init; }

    /// <summary>Elapsed time of the agent's part, seconds; time before a crash not included.</summary>
    public double Seconds { get; init; }

    /// <summary>Digest of the transcript without its clock: the same model answers and command outputs give the same one.</summary>
    public string? TranscriptDigest { get; init; }

    /// <summary>Every reward that the verifier wrote, by name; <c>reward</c> is the one that scores.</summary>
    public IReadOnlyDictionary<string, double> Rewards { get; init; } = new SortedDictionary<string, double>(StringComparer.Ordinal);

    /// <summary>What validity rules found.</summary>
    public IReadOnlyList<ValidityFinding> Findings { get; init; } = [];
}
