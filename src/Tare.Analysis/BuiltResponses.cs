using Tare.Psychometrics;

namespace Tare.Analysis;

/// <summary>What a methodology makes of an evidence before the fit.</summary>
/// <param name="Matrix">The responses.</param>
/// <param name="Exclusions">What was left out or moved.</param>
internal sealed record BuiltResponses(ResponseMatrix Matrix, IReadOnlyList<Exclusion> Exclusions);
