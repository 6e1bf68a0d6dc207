namespace Tare.Records;

/// <summary>What one provider asks for a million tokens, from one day on. An unknown part is <see langword="null"/>, never zero.</summary>
/// <param name="Provider">Who sells.</param>
/// <param name="EffectiveFrom">First day on which the price was seen.</param>
/// <param name="Source">Identifier of the source.</param>
public sealed record TokenPrice(string Provider, DateOnly EffectiveFrom, string Source)
{
    /// <summary>US dollars for a million input tokens.</summary>
    public decimal? InputUsd { get; init; }

    /// <summary>US dollars for a million output tokens.</summary>
    public decimal? OutputUsd { get; init; }

    /// <summary>US dollars for a million input tokens read from the provider's cache.</summary>
    public decimal? CacheReadUsd { get; init; }

    /// <summary>US dollars for a million input tokens written to the provider's cache.</summary>
    public decimal? CacheWriteUsd { get; init; }

    /// <summary>Three parts input to one part output, US dollars a million tokens: (3 input + output) / 4; <see langword="null"/> where either is unknown.</summary>
    public decimal? BlendedUsd => ((3 * InputUsd) + OutputUsd) / 4;

    /// <summary>Whether two prices ask the same.</summary>
    /// <param name="other">The other price.</param>
    public bool AsksTheSameAs(TokenPrice other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (InputUsd, OutputUsd, CacheReadUsd, CacheWriteUsd)
            == (other.InputUsd, other.OutputUsd, other.CacheReadUsd, other.CacheWriteUsd);
    }
}
