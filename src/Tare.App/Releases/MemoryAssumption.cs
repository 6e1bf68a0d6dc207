namespace Tare.App.Releases;

/// <summary>How the memory of a model is counted where abilities are compared by it.</summary>
/// <param name="ContextTokens">Tokens of the one sequence whose cache is counted.</param>
/// <param name="WeightBits">Bits that a parameter is held in.</param>
internal sealed record MemoryAssumption(long ContextTokens, double WeightBits);
