namespace Tare.Records;

/// <summary>What an evolution label compares with.</summary>
public enum EvolutionBaseline
{
    /// <summary>The version before this one.</summary>
    PriorVersion,

    /// <summary>What the holder said earlier, outside the topic.</summary>
    HolderHistory,
}
