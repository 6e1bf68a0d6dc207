namespace Tare.Psychometrics;

/// <summary>A number with its standard error, or the reason why the data do not give one.</summary>
public abstract record Estimate
{
    private Estimate() { }

    /// <summary>A finite estimate.</summary>
    /// <param name="Value">The estimate.</param>
    /// <param name="StandardError">Its standard error, positive; <see langword="null"/> where none was computed or the value was given.</param>
    /// <param name="Basis">What the value rests on.</param>
    public sealed record Known(double Value, double? StandardError, EstimateBasis Basis = EstimateBasis.Data) : Estimate;

    /// <summary>The data do not identify the value.</summary>
    /// <param name="Reason">Why, complete for the person who reads it.</param>
    public sealed record NotIdentified(string Reason) : Estimate;
}
