namespace Tare.Psychometrics;

/// <summary>Equally spaced abilities, shared by all persons, with the logarithm of each point's population mass.</summary>
internal sealed class ThetaGrid
{
    /// <summary>Half the width of the grid, in population standard deviations: beyond it lies 1e-23 of the population.</summary>
    internal const double Reach = 10;

    private static readonly double s_logNormal = -0.5 * Math.Log(2 * Math.PI);

    private ThetaGrid(double[] points, double[] logMass, double spacing, int count)
    {
        Points = points;
        LogMass = logMass;
        Spacing = spacing;
        Count = count;
    }

    /// <summary>The points, ascending; a multiple of four, the last ones possibly padding without mass.</summary>
    internal double[] Points { get; }

    /// <summary>ln of the mass that the rectangle rule gives each point.</summary>
    internal double[] LogMass { get; }

    /// <summary>Distance between points.</summary>
    internal double Spacing { get; }

    /// <summary>Points without the padding.</summary>
    internal int Count { get; }

    /// <summary>A grid with a given spacing over the whole population; the rectangle rule's mass is 1 to rounding.</summary>
    internal static ThetaGrid WithSpacing(double spacing)
    {
        var half = (int)Math.Ceiling(Reach / spacing);
        var count = (2 * half) + 1;
        var padded = Padded(count);
        var points = new double[padded];
        var logMass = new double[padded];
        for (var q = 0; q < padded; q++)
        {
            points[q] = (q - half) * spacing;
            logMass[q] = (-0.5 * points[q] * points[q]) + s_logNormal + Math.Log(spacing);
        }

        return new ThetaGrid(points, logMass, spacing, padded);
    }

    /// <summary>A forced grid: points from -limit to limit, masses normalised to 1.</summary>
    internal static ThetaGrid Fixed(FixedGrid forced)
    {
        var padded = Padded(forced.Points);
        var points = new double[padded];
        var logMass = new double[padded];
        var spacing = 2 * forced.Limit / (forced.Points - 1);
        var mass = 0.0;
        for (var q = 0; q < padded; q++)
        {
            points[q] = Math.Min(-forced.Limit + (q * spacing), forced.Limit);
            mass += q < forced.Points ? Math.Exp(-0.5 * points[q] * points[q]) : 0;
        }

        for (var q = 0; q < padded; q++)
        {
            // Padding has a mass that no sum can see, and stays finite.
            logMass[q] = q < forced.Points ? (-0.5 * points[q] * points[q]) - Math.Log(mass) : -1e5;
        }

        return new ThetaGrid(points, logMass, spacing, forced.Points);
    }

    private static int Padded(int count) => (count + GridKernels.Lanes - 1) / GridKernels.Lanes * GridKernels.Lanes;
}
