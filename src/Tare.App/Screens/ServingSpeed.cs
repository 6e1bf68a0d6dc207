using Tare.Costs;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>How much reading a context once takes and, where a bandwidth is given, how fast one sequence can be decoded at most.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="Prefill">Operations to read the context once.</param>
/// <param name="Decode">The bound on decoded tokens, or <see langword="null"/> where no bandwidth is given.</param>
/// <param name="WeightBits">Bits that a parameter is held in.</param>
internal sealed record ServingSpeed(string Name, PrefillFlops Prefill, DecodeSpeed? Decode, double WeightBits)
{
    /// <summary>The cache in the format that the developer states.</summary>
    public static ServingSpeed Of(Architecture architecture, long tokens, double? bandwidth, double bits) =>
        new(
            architecture.Name,
            PrefillFlops.Of(architecture, tokens),
            bandwidth is { } rate ? DecodeSpeed.Of(architecture, tokens, rate, bits, ServingOptions.NativeTo(architecture)) : null,
            bits
        );
}
