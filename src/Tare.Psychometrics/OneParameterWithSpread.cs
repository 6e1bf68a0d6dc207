namespace Tare.Psychometrics;

/// <summary>stub</summary>
public sealed class OneParameterWithSpread
{
    /// <summary>stub</summary>
    public static IFamilyFit For(ResponseMatrix data, OneParameterWithSpreadOptions options) => throw new InvalidOperationException("stub");
}
