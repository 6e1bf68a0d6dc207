using System.Globalization;
using Tare.Records;

namespace Tare.Costs;

/// <summary>How many sequences of one length fit beside the weights.</summary>
/// <param name="ArchitectureId">Identifier of the architecture.</param>
/// <param name="ContextTokens">Tokens of each sequence.</param>
/// <param name="Memory">The memory and what the weights take of it.</param>
/// <param name="BytesPerSequence">Cache of one sequence, in bytes.</param>
public sealed record SequencesInMemory(string ArchitectureId, long ContextTokens, MemoryBudget Memory, long BytesPerSequence)
{
    /// <summary>Memory beside the weights, in bytes; negative where the weights alone do not fit.</summary>
    public long FreeBytes => Memory.MemoryBytes - Memory.WeightBytes;

    /// <summary>Whether the weights fit at all.</summary>
    public bool WeightsFit => FreeBytes >= 0;

    /// <summary>floor((memory - weights) / cache), 0 where the weights do not fit; <see langword="null"/> where a sequence keeps nothing.</summary>
    public long? Sequences =>
        !WeightsFit ? 0
        : BytesPerSequence == 0 ? null
        : FreeBytes / BytesPerSequence;

    /// <summary>The number of sequences. Memory of activations, fragments and the engine is not counted: an upper bound.</summary>
    /// <param name="architecture">The layer list.</param>
    /// <param name="contextTokens">Tokens of each sequence, from 1 to 2^32.</param>
    /// <param name="memory">The memory and what the weights take of it.</param>
    /// <param name="options">How the cache is counted; default BF16, windows and sharing applied.</param>
    public static SequencesInMemory Of(Architecture architecture, long contextTokens, MemoryBudget memory, ServingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(memory);
        RequireAtLeast(memory.MemoryBytes, 1, "memory");
        RequireAtLeast(memory.WeightBytes, 0, "weights");
        ServingCost cost = ServingCost.Of(architecture, contextTokens, options);
        return new(cost.ArchitectureId, contextTokens, memory, cost.Cache.TotalBytes);
    }

    private static void RequireAtLeast(long bytes, long minimum, string name)
    {
        if (bytes < minimum)
        {
            throw InputException.At(
                name,
                string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
                string.Create(CultureInfo.InvariantCulture, $"at least {minimum}"),
                "Give a number of bytes, for example 80e9."
            );
        }
    }
}
