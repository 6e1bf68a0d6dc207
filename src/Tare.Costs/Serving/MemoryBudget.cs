using System.Globalization;
using Tare.Records;

namespace Tare.Costs;

/// <summary>Memory that a model is served from.</summary>
/// <param name="MemoryBytes">All of it, in bytes, at least 1.</param>
/// <param name="WeightBytes">What the weights take, in bytes, at least 0.</param>
public sealed record MemoryBudget(long MemoryBytes, long WeightBytes)
{
    /// <summary>A budget whose weights are total parameters x bits / 8.</summary>
    /// <param name="architecture">The model; its total parameters must be known.</param>
    /// <param name="memoryBytes">All of the memory, in bytes.</param>
    /// <param name="bitsPerParameter">Bits of a stored parameter, above 0; 16 for BF16, 8 for FP8, about 4.25 for FP4 with scales.</param>
    public static MemoryBudget For(Architecture architecture, long memoryBytes, double bitsPerParameter)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        if (bitsPerParameter is not (> 0 and <= 64))
        {
            throw InputException.At(
                "bits per parameter",
                bitsPerParameter.ToString(CultureInfo.InvariantCulture),
                "a number above 0 and at most 64",
                "Give 16 for BF16, 8 for FP8, 4.25 for FP4 with scales."
            );
        }

        long parameters =
            architecture.TotalParameters
            ?? throw InputException.At(
                $"architecture '{architecture.Id}', totalParameters",
                "not known",
                "a number of parameters",
                "Give the number of all parameters as well."
            );
        return new(memoryBytes, (long)Math.Ceiling(parameters * (decimal)bitsPerParameter / 8));
    }
}
