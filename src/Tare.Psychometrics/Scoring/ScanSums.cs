namespace Tare.Psychometrics;

/// <summary>A thread's sums over one person's answers at the abilities of the scan.</summary>
internal sealed class ScanSums(int points)
{
    internal double[] Score { get; } = new double[points];

    internal double[] Information { get; } = new double[points];

    /// <summary>Warm's J.</summary>
    internal double[] Warm { get; } = new double[points];

    internal void Clear()
    {
        Array.Clear(Score);
        Array.Clear(Information);
        Array.Clear(Warm);
    }
}
