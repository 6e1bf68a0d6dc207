namespace Tare.Records;

/// <summary>What one holder says in one version of a topic.</summary>
public sealed record Perspective
{
    /// <summary>The holder.</summary>
    public required string Holder { get; init; }

    /// <summary>The claims.</summary>
    public required ValueList<string> Claims { get; init; }

    /// <summary>The stance in a sentence of ours, or <see langword="null"/>.</summary>
    public string? Summary { get; init; }

    /// <summary>What the version itself says of how the holder moved, or <see langword="null"/>.</summary>
    public EvolutionKind? Declared { get; init; }

    /// <summary>What that label compares with.</summary>
    public EvolutionBaseline Baseline { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }
}
