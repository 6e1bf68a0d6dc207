using Tare.Numerics;

namespace Tare.Analysis;

/// <summary>What the points say of the residual variance about their line, and so of a further point on it.</summary>
/// <remarks>
/// At residual variance v the misfit Q(v) = min Σ (y - a - b x)² / (s_y² + v + b² s_x²) is a draw of chi-squared with n - 2 degrees of freedom. Turned
/// round, Q(v) = q with q from that distribution is the generalised distribution of v (Q-profile: Viechtbauer 2007; generalised pivots: Weerahandi
/// 1993): it puts mass 1 - F(Q(0)) on v = 0. A new point is the mixture over v of normals about the line at v. Without errors of the points the mixture
/// is Student's t with n - 2 degrees of freedom, the textbook's prediction interval; with errors far above the residual spread it nears the normal.
/// The mixture is summed over a grid of v, so that nothing is drawn.
/// </remarks>
internal sealed class LinkDistribution
{
    // The sum over a grid errs by the square of its spacing: 1 in 10,000 of a quantile's distance from the middle.
    private const int NodesPerDecade = 60;

    // A further variance of 1e-4 of the scale widens by less than 1 in 10,000.
    private const int LowestDecade = -4;
    private const int Halvings = 200;

    // So much mass may lie on lines whose slope did not come to rest; more would move a bound visibly.
    private const double MostUnsettled = 0.005;
    private readonly (double Mass, double Extra, LinkLine Line)[] _nodes;

    private LinkDistribution((double Mass, double Extra, LinkLine Line)[] nodes, double extra, LinkLine best, bool converged)
    {
        _nodes = nodes;
        Extra = extra;
        Best = best;
        Converged = converged;
    }

    /// <summary>The residual variance whose misfit is its expectation n - 2, or 0 (Paule and Mandel 1982).</summary>
    internal double Extra { get; }

    /// <summary>The line at that variance.</summary>
    internal LinkLine Best { get; }

    /// <summary>Whether that line, and those of nearly all the mass, came to rest.</summary>
    internal bool Converged { get; }

    /// <summary>The line at the residual variance whose misfit is n - 2; with two points the line through both.</summary>
    internal static (double Extra, LinkLine Line, bool Converged) BestOf(LinkPoints points)
    {
        var start = points.LeastSquaresSlope();
        var freedom = points.Count - 2;
        var scale = Scale(points, start);
        var (low, high) = (0.0, scale);
        if (freedom == 0)
        {
            // Through two points there is one line, whatever their weights.
            return (0, points.Line(scale, start, out var rests), rests);
        }

        if (EveryPointHasError(points) && points.Line(0, start, out var restsAtNone) is { } none && none.Misfit <= freedom)
        {
            return (0, none, restsAtNone);
        }

        while (points.Line(high, start, out _).Misfit > freedom)
        {
            (low, high) = (high, 4 * high);
        }

        for (var k = 0; k < Halvings && high - low > 1e-14 * high; k++)
        {
            var middle = (low + high) / 2;
            (low, high) = points.Line(middle, start, out _).Misfit > freedom ? (middle, high) : (low, middle);
        }

        return (high, points.Line(high, start, out var converged), converged);
    }

    /// <summary>The distribution.</summary>
    /// <param name="points">At least three points, not all at one x, slope not 0.</param>
    internal static LinkDistribution Of(LinkPoints points)
    {
        var freedom = points.Count - 2;
        var slope = points.LeastSquaresSlope();
        var scale = Scale(points, slope);

        // The mass above v falls as v to the power -freedom / 2: less than 1e-6 of it lies above the grid.
        var highest = 2 + ((12 + freedom - 1) / freedom);
        var grid = Enumerable
            .Range(0, ((highest - LowestDecade) * NodesPerDecade) + 1)
            .Select(k => scale * Math.Pow(10, highest - ((double)k / NodesPerDecade)))
            .Concat(EveryPointHasError(points) ? [0.0] : []);
        var nodes = new List<(double Mass, double Extra, LinkLine Line)>();
        var unsettled = new List<int>();
        var below = 0.0;

        // From the largest variance down, so that each slope starts beside its own; mass between two variances is halved among them.
        foreach (var extra in grid)
        {
            var line = points.Line(extra, slope, out var converged);
            if (converged)
            {
                slope = line.Slope;
            }
            else
            {
                unsettled.Add(nodes.Count);
            }

            var cumulative = Math.Max(below, 1 - ChiSquared.UpperTail(line.Misfit, freedom));
            var share = nodes.Count == 0 ? cumulative : (cumulative - below) / 2;
            if (nodes.Count > 0)
            {
                nodes[^1] = nodes[^1] with { Mass = nodes[^1].Mass + share };
            }

            nodes.Add((share, extra, line));
            below = cumulative;
        }

        nodes[^1] = nodes[^1] with { Mass = nodes[^1].Mass + 1 - below };
        var (best, bestLine, bestConverged) = BestOf(points);
        return new LinkDistribution([.. nodes], best, bestLine, bestConverged && unsettled.Sum(k => nodes[k].Mass) <= MostUnsettled);
    }

    /// <summary>Quantile of a new point whose x was measured.</summary>
    /// <param name="x">The measured place.</param>
    /// <param name="variance">Variance of the measurement.</param>
    /// <param name="probability">In (0, 1).</param>
    internal double Quantile(double x, double variance, double probability)
    {
        var parts = Array.ConvertAll(
            _nodes,
            n => (n.Mass, Mean: n.Line.At(x), Deviation: Math.Sqrt(n.Extra + n.Line.Variance(x) + (n.Line.Slope * n.Line.Slope * variance)))
        );
        var deviation = Math.Sqrt(Extra + Best.Variance(x) + (Best.Slope * Best.Slope * variance));
        var (low, high) = (Best.At(x) - deviation, Best.At(x) + deviation);
        for (var step = deviation; Cumulative(low) > probability; step *= 2)
        {
            low -= step;
        }

        for (var step = deviation; Cumulative(high) < probability; step *= 2)
        {
            high += step;
        }

        for (var k = 0; k < Halvings && high - low > 1e-12 * deviation; k++)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulative(middle) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;

        double Cumulative(double y)
        {
            var sum = 0.0;
            foreach (var (mass, mean, spread) in parts)
            {
                sum += mass * StandardNormal.Cumulative((y - mean) / spread);
            }

            return sum;
        }
    }

    /// <summary>Whether every weight is finite without a further variance.</summary>
    internal static bool EveryPointHasError(LinkPoints points) => points.XVariance.Zip(points.YVariance, (a, b) => a + b).All(v => v > 0);

    /// <summary>
    /// Variance of the residuals of least squares plus that which errors explain; at least so much that weights stay finite where the points have no error
    /// and lie on a line.
    /// </summary>
    private static double Scale(LinkPoints points, double slope)
    {
        var (_, _, xx, yy, xy) = LinkPoints.Moments(points.X, points.Y);
        var residual = Math.Max(0, yy - (xy * xy / xx)) / Math.Max(1, points.Count - 2);
        return Math.Max(residual + points.YVariance.Average() + (slope * slope * points.XVariance.Average()), 1e-18 * yy);
    }
}
