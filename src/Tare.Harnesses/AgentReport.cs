using Tare.Records;

namespace Tare.Harnesses;

/// <summary>What an agent did.</summary>
/// <param name="Stop">What ended it.</param>
/// <param name="Usage">Tokens of all calls.</param>
/// <param name="Turns">Model calls that gave an answer.</param>
/// <param name="Transcript">All that was said and done, in order.</param>
public sealed record AgentReport(StopReason Stop, TokenUsage Usage, int Turns, Transcript Transcript)
{
    /// <summary>Cost of all calls, US dollars, or <see langword="null"/> where a price is unknown.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Tokens spent beyond the budget: at most one prompt.</summary>
    public long Overshoot { get; init; }

    /// <summary>What went wrong, or <see langword="null"/>.</summary>
    public AttemptError? Error { get; init; }
}
