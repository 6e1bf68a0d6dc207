namespace Tare.Records;

/// <summary>How a model is asked. What is <see langword="null"/> is left to the provider, and stays unknown.</summary>
public sealed record ModelConfiguration
{
    /// <summary>Reasoning effort, in the provider's own word.</summary>
    public string? Effort { get; init; }

    /// <summary>Sampling temperature, at least 0.</summary>
    public double? Temperature { get; init; }

    /// <summary>Nucleus sampling, in (0, 1].</summary>
    public double? TopP { get; init; }

    /// <summary>Largest output of one call, tokens, reasoning included; at least 1.</summary>
    public long? MaxOutputTokens { get; init; }
}
