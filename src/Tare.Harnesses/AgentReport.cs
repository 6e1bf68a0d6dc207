using Tare.Records;

namespace Tare.Harnesses;

/// <summary>How a harness ended, and what it counted itself; a result has the counts of the answers that were journalled.</summary>
/// <param name="Stop">What ended it.</param>
/// <param name="Transcript">Everything that was said and run.</param>
public sealed record AgentReport(StopReason Stop, Transcript Transcript)
{
    /// <summary>What went wrong, or <see langword="null"/>.</summary>
    public AttemptError? Error { get; init; }

    /// <summary>Tokens of all calls that reported theirs.</summary>
    public TokenUsage Usage { get; init; } = TokenUsage.None;

    /// <summary>Model calls that gave an answer.</summary>
    public int Turns { get; init; }

    /// <summary>Calls among them without a reported usage.</summary>
    public int CallsWithoutUsage { get; init; }

    /// <summary>Tokens spent beyond the budget.</summary>
    public long OvershootTokens { get; init; }

    /// <summary>Elapsed time from the first model call on.</summary>
    public TimeSpan Elapsed { get; init; }
}
