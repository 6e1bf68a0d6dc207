namespace Tare.Records;

/// <summary>What a model's tokens cost from a day on, US dollars a million tokens. What is <see langword="null"/> is unknown, not free.</summary>
/// <param name="Model">The model as its provider names it.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="Input">Prompt tokens that no cache answered.</param>
/// <param name="Output">Output tokens, reasoning included.</param>
public sealed record ModelPrice(string Model, DateOnly From, decimal? Input, decimal? Output)
{
    private const decimal Million = 1_000_000;

    /// <summary>Prompt tokens read from a cache.</summary>
    public decimal? CacheRead { get; init; }

    /// <summary>Prompt tokens written to a cache.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>Identifier of the source.</summary>
    public string? Source { get; init; }

    /// <summary>Cost of a usage, US dollars: the sum of tokens x price by class; <see langword="null"/> where a class has tokens and no known price.</summary>
    /// <param name="usage">The tokens.</param>
    public decimal? CostOf(TokenUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return Part(usage.Input, Input)
            + Part(usage.Output, Output)
            + Part(usage.CacheRead, CacheRead)
            + Part(usage.CacheWrite, CacheWrite);
    }

    private static decimal? Part(long tokens, decimal? price) => tokens == 0 ? 0 : tokens * price / Million;
}
