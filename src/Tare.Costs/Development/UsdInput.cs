namespace Tare.Costs;

/// <summary>An amount in US dollars that goes into the model.</summary>
/// <param name="Range">Its bounds.</param>
/// <param name="Basis">What it rests on.</param>
public sealed record UsdInput(UsdRange Range, InputBasis Basis);
