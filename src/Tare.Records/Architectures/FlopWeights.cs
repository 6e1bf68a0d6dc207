namespace Tare.Records;

/// <summary>Cost of an operation of each part relative to one in FP8: how "equivalent FP8 FLOPs" are counted.</summary>
/// <remarks>DeepSeek-AI (2026), DeepSeek-V4, section 2.3.4.</remarks>
public sealed record FlopWeights
{
    /// <summary>Every operation counts 1, whatever its precision.</summary>
    public static FlopWeights Unweighted { get; } = new() { Name = "unweighted" };

    /// <summary>What the rule is called.</summary>
    public required string Name { get; init; }

    /// <summary>Weight of the operations with parameters. Default 1.</summary>
    public double Parameters { get; init; } = 1;

    /// <summary>Weight of the attention core and of recurrent states. Default 1.</summary>
    public double AttentionCore { get; init; } = 1;

    /// <summary>Weight of the indexer. Default 1.</summary>
    public double Indexer { get; init; } = 1;
}
