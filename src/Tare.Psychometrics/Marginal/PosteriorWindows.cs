namespace Tare.Psychometrics;

/// <summary>For each person, the part of the grid that holds the posterior, and the posterior's mean, standard deviation and mass.</summary>
internal sealed class PosteriorWindows
{
    internal PosteriorWindows(int persons)
    {
        Start = new int[persons];
        Width = new int[persons];
        Mean = new double[persons];
        Deviation = new double[persons];
        LogLikelihood = new double[persons];
    }

    internal int[] Start { get; }

    internal int[] Width { get; }

    internal double[] Mean { get; }

    internal double[] Deviation { get; }

    /// <summary>ln of each person's marginal likelihood, frequency left out.</summary>
    internal double[] LogLikelihood { get; }

    /// <summary>First windows: where the share of right answers points, eight guessed deviations to either side.</summary>
    internal void Guess(ThetaGrid grid, ReadOnlySpan<double> centre, ReadOnlySpan<double> deviation)
    {
        for (var p = 0; p < Start.Length; p++)
        {
            Place(p, grid, centre[p] - (8 * deviation[p]), centre[p] + (8 * deviation[p]));
        }
    }

    /// <summary>The same windows on another grid.</summary>
    internal void Move(ThetaGrid from, ThetaGrid to)
    {
        for (var p = 0; p < Start.Length; p++)
        {
            Place(p, to, from.Points[Start[p]], from.Points[Start[p] + Width[p] - 1]);
        }
    }

    private void Place(int person, ThetaGrid grid, double low, double high)
    {
        var origin = grid.Points[0];
        var last = grid.Points.Length - 1;
        var first = (int)Math.Clamp(Math.Floor((low - origin) / grid.Spacing), 0, last);
        var end = (int)Math.Clamp(Math.Ceiling((high - origin) / grid.Spacing), first, last) + 1;
        (Start[person], Width[person]) = Whole(first, end, grid.Points.Length);
    }

    /// <summary>The window widened to whole vectors inside the grid.</summary>
    internal static (int Start, int Width) Whole(int first, int end, int points)
    {
        var width = Math.Min((end - first + GridKernels.Lanes - 1) / GridKernels.Lanes * GridKernels.Lanes, points);
        return (Math.Min(first, points - width), width);
    }
}
