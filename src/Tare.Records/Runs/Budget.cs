namespace Tare.Records;

/// <summary>What one attempt may spend. A limit that is <see langword="null"/> does not bind.</summary>
public sealed record Budget
{
    /// <summary>All tokens of all calls: input, cache and output; at least 1.</summary>
    public long? Tokens { get; init; }

    /// <summary>Model calls that gave an answer; at least 1. Where it is <see langword="null"/> a harness may have a bound of its own.</summary>
    public int? Turns { get; init; }

    /// <summary>Cost in US dollars by the price book; needs a model whose price is known.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Time from the first model call to the end of the agent, seconds.</summary>
    public double? Seconds { get; init; }

    /// <summary>What the agent is told.</summary>
    public BudgetDisclosure Disclosure { get; init; } = BudgetDisclosure.AtStart;
}
