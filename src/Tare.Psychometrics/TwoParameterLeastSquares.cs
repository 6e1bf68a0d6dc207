namespace Tare.Psychometrics;

/// <summary>stub</summary>
public sealed class TwoParameterLeastSquares
{
    /// <summary>stub</summary>
    public static IFamilyFit For(ResponseMatrix data, TwoParameterLeastSquaresOptions options) =>
        throw new InvalidOperationException("stub");
}
