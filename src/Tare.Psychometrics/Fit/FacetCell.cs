namespace Tare.Psychometrics;

/// <summary>Sums over the answers to an item under one level.</summary>
/// <param name="Right">Right trials.</param>
/// <param name="Trials">Trials.</param>
/// <param name="Expected">Right trials that the calibration expects.</param>
/// <param name="LogNone">ln of the probability that no person has a success, each person's trials counted as one.</param>
internal readonly record struct FacetCell(double Right, double Trials, double Expected, double LogNone)
{
    internal FacetCell Plus(FacetCell other) =>
        new(Right + other.Right, Trials + other.Trials, Expected + other.Expected, LogNone + other.LogNone);
}
