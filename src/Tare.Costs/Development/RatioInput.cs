namespace Tare.Costs;

/// <summary>A share or fraction that goes into the model.</summary>
/// <param name="Range">Its bounds.</param>
/// <param name="Basis">What it rests on.</param>
public sealed record RatioInput(RatioRange Range, InputBasis Basis);
