namespace Tare.Psychometrics;

/// <summary>Where each person's quadrature points lie, in each dimension: around the posterior mean, close enough to resolve the posterior.</summary>
/// <remarks>
/// Equally spaced points: the rectangle rule is exact to 2 exp(-2 π² (sd / spacing)²) for a normal posterior (1e-15 at the spacing used; skewed posteriors of few answers take the margin), if the
/// spacing follows the deviation given the other dimensions and the width the marginal one.
/// </remarks>
internal sealed class DimensionGrids
{
    /// <summary>Most points in a dimension; reached where dimensions are nearly the same given the answers.</summary>
    internal const int MostPoints = 64;
    private const double FineReach = 6.5;
    private const double FineSpacing = 0.75;
    private const double CoarseReach = 4.5;
    private const double CoarseSpacing = 1.5;
    private readonly int _dimensions;

    internal DimensionGrids(int persons, int dimensions)
    {
        _dimensions = dimensions;
        Mean = new double[persons * dimensions];
        Deviation = new double[persons * dimensions];
        Conditional = new double[persons * dimensions];
        Array.Fill(Deviation, 1);
        Array.Fill(Conditional, 1);
        Centre = new double[persons * dimensions];
        Step = new double[persons * dimensions];
        Points = new int[persons * dimensions];
    }

    /// <summary>Posterior means, as of the last pass.</summary>
    internal double[] Mean { get; }

    /// <summary>Posterior standard deviations, as of the last pass.</summary>
    internal double[] Deviation { get; }

    /// <summary>Posterior standard deviations given the other dimensions, as of the last pass.</summary>
    internal double[] Conditional { get; }

    internal double[] Centre { get; }

    internal double[] Step { get; }

    internal int[] Points { get; }

    /// <summary>
    /// Points twice as far apart and less far out (errors of 3e-4 of a normal posterior): while the parameters still move by more, close points are
    /// wasted, and for correlated domains the cost is their number to the power of the dimensions. It holds from the next <see cref="Lay"/>.
    /// </summary>
    internal bool IsCoarse { get; set; }

    private double Reach => IsCoarse ? CoarseReach : FineReach;

    private double Spacing => IsCoarse ? CoarseSpacing : FineSpacing;

    internal int Index(int person, int dimension) => (person * _dimensions) + dimension;

    /// <summary>Whether a posterior is narrower than its points can show, in any dimension of anybody.</summary>
    internal int Unresolved => Enumerable.Range(0, Step.Length).Count(k => Step[k] > 1.5 * Spacing * Conditional[k]);

    /// <summary>Lays the points around the posteriors of the last pass, and closer where an item is steep.</summary>
    /// <param name="steepest">Largest slope: a logistic curve's poles lie π / slope from the real line, an error of exp(-2 π²) at 1 / slope.</param>
    internal void Lay(double steepest)
    {
        for (var k = 0; k < Step.Length; k++)
        {
            // A posterior between two points looks narrower than it is: not all the way at once.
            var deviation = Math.Max(Deviation[k], 0.5 * Step[k]);
            var conditional = Math.Max(Conditional[k], 0.4 * Step[k]);
            Centre[k] = Mean[k];
            Step[k] = Math.Max(Math.Min(Spacing * conditional, Spacing / FineSpacing / steepest), 2 * Reach * deviation / (MostPoints - 1));
            Points[k] = Math.Clamp((int)Math.Ceiling(2 * Reach * deviation / Step[k]) + 1, 3, MostPoints);
        }
    }

    /// <summary>Writes a person's points and the logarithm of their normal mass, and returns how many there are.</summary>
    internal int Fill(int person, int dimension, Span<double> points, Span<double> logMass)
    {
        var k = Index(person, dimension);
        var half = (Points[k] - 1) / 2.0;
        for (var q = 0; q < Points[k]; q++)
        {
            points[q] = Centre[k] + ((q - half) * Step[k]);
            logMass[q] = (-points[q] * points[q] / 2) + Math.Log(Step[k] / Math.Sqrt(2 * Math.PI));
        }

        return Points[k];
    }
}
