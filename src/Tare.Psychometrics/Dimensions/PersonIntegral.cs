namespace Tare.Psychometrics;

/// <summary>Integrates one person's likelihood over the abilities; with scratch of its own, for one thread.</summary>
internal abstract class PersonIntegral
{
    protected PersonIntegral(DimensionData data, DimensionGrids grids)
    {
        Data = data;
        Grids = grids;
    }

    protected DimensionData Data { get; }

    protected DimensionGrids Grids { get; }

    internal abstract void Begin(DimensionParameters parameters);

    /// <summary>Adds the person's log-likelihood, item sums and moments, times the frequency, and notes the posterior in the grids.</summary>
    internal abstract void Add(int person, DimensionParameters parameters, DimensionSums sums);

    protected static double LogSum(ReadOnlySpan<double> logs)
    {
        var most = double.NegativeInfinity;
        foreach (var x in logs)
        {
            most = Math.Max(most, x);
        }

        var sum = 0.0;
        foreach (var x in logs)
        {
            sum += Math.Exp(x - most);
        }

        return most + Math.Log(sum);
    }

    /// <summary>r z - n ln(1 + e^z).</summary>
    protected static double Answer(double right, double trials, double z) =>
        (right * z) - (trials * (Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)))));
}
