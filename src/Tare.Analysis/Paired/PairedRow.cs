namespace Tare.Analysis;

/// <summary>One item of a paired comparison.</summary>
/// <param name="Id">The item.</param>
/// <param name="First">Mean of the first side's scored attempts, or <see langword="null"/> where it has none.</param>
/// <param name="Second">Mean of the second side's scored attempts, or <see langword="null"/> where it has none.</param>
/// <param name="FirstScored">Scored attempts of the first side.</param>
/// <param name="SecondScored">Scored attempts of the second side.</param>
public sealed record PairedRow(string Id, double? First, double? Second, int FirstScored, int SecondScored)
{
    /// <summary>Second minus first, or <see langword="null"/> where a side has no scored attempt.</summary>
    public double? Difference => Second - First;
}
