namespace Tare.Records;

/// <summary>The response model of a methodology.</summary>
public enum ResponseFamily
{
    /// <summary>Sigmoid with a discrimination for each benchmark, fitted by ridge least squares (Epoch's ECI).</summary>
    TwoParameterLeastSquares,

    /// <summary>One parameter for each benchmark, its tasks' difficulties normal with a given spread, fitted by cross-entropy (CAISI's Elo).</summary>
    OneParameterWithSpread,
}
