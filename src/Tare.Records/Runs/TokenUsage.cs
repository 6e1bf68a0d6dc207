namespace Tare.Records;

/// <summary>Tokens of one model call, or of a sum of calls. The classes do not overlap, but for reasoning, which is part of the output.</summary>
/// <param name="Input">Prompt tokens that no cache answered.</param>
/// <param name="Output">Tokens that the model wrote, reasoning included.</param>
public sealed record TokenUsage(long Input, long Output)
{
    /// <summary>Prompt tokens read from a cache.</summary>
    public long CacheRead { get; init; }

    /// <summary>Prompt tokens written to a cache.</summary>
    public long CacheWrite { get; init; }

    /// <summary>Reasoning tokens within <see cref="Output"/>, or <see langword="null"/> where the provider does not say.</summary>
    public long? Reasoning { get; init; }

    /// <summary>No token at all.</summary>
    public static TokenUsage None { get; } = new(0, 0);

    /// <summary>All tokens: input, cache and output.</summary>
    public long Total => Input + CacheRead + CacheWrite + Output;

    /// <summary>The sum of two usages; the reasoning is unknown where either is unknown, except beside no tokens at all.</summary>
    public TokenUsage Plus(TokenUsage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Input + other.Input, Output + other.Output)
        {
            CacheRead = CacheRead + other.CacheRead,
            CacheWrite = CacheWrite + other.CacheWrite,
            Reasoning =
                Total == 0 ? other.Reasoning
                : other.Total == 0 ? Reasoning
                : Reasoning + other.Reasoning,
        };
    }
}
