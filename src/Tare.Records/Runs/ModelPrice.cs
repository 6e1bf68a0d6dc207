namespace Tare.Records;

/// <summary>What a model's tokens cost from a day on, US dollars a million tokens. What is <see langword="null"/> is unknown, never free.</summary>
/// <param name="Model">The provider's name of the model.</param>
/// <param name="From">First day on which the price holds.</param>
/// <param name="Source">Identifier of the source that states it.</param>
public sealed record ModelPrice(string Model, DateOnly From, string Source)
{
    /// <summary>Prompt tokens.</summary>
    public decimal? Input { get; init; }

    /// <summary>Prompt tokens read from a cache.</summary>
    public decimal? CacheRead { get; init; }

    /// <summary>Prompt tokens written to a cache.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>Tokens written, reasoning included.</summary>
    public decimal? Output { get; init; }

    /// <summary>The price of a usage, or <see langword="null"/> where a class of tokens that was used has no price.</summary>
    /// <param name="usage">Tokens.</param>
    public decimal? Of(TokenUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return Part(usage.Input, Input)
            + Part(usage.CacheRead, CacheRead)
            + Part(usage.CacheWrite, CacheWrite)
            + Part(usage.Output, Output);

        static decimal? Part(long tokens, decimal? price) => tokens == 0 ? 0 : tokens * price / 1_000_000m;
    }
}
