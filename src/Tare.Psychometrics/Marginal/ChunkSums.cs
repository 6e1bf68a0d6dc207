namespace Tare.Psychometrics;

/// <summary>What the E-step sums over a chunk of persons. Each chunk has its own; they are added in a fixed order.</summary>
internal sealed class ChunkSums
{
    internal ChunkSums(int points, int paddedItems, int massRows)
    {
        Mass = new double[points];
        Right = new double[paddedItems];
        RowMass = new double[massRows * points];
        Points = points;
    }

    internal int Points { get; }

    internal double LogLikelihood { get; set; }

    /// <summary>Frequency-weighted sum of the posterior means.</summary>
    internal double First { get; set; }

    /// <summary>Frequency-weighted sum of the posterior means of θ².</summary>
    internal double Second { get; set; }

    /// <summary>Smallest posterior standard deviation.</summary>
    internal double SmallestDeviation { get; set; }

    /// <summary>Posterior mass at each point, all persons.</summary>
    internal double[] Mass { get; }

    /// <summary>Per item, the sum of right answers times posterior means.</summary>
    internal double[] Right { get; }

    /// <summary>Per row, posterior mass at each point of the persons that the row concerns.</summary>
    internal double[] RowMass { get; }

    internal Span<double> Row(int row, int start, int width) => RowMass.AsSpan((row * Points) + start, width);

    internal void Clear()
    {
        LogLikelihood = 0;
        First = 0;
        Second = 0;
        SmallestDeviation = double.PositiveInfinity;
        Array.Clear(Mass);
        Array.Clear(Right);
        Array.Clear(RowMass);
    }

    internal void Add(ChunkSums other)
    {
        LogLikelihood += other.LogLikelihood;
        First += other.First;
        Second += other.Second;
        SmallestDeviation = Math.Min(SmallestDeviation, other.SmallestDeviation);
        GridKernels.Add(Mass, other.Mass);
        GridKernels.Add(Right, other.Right);
        GridKernels.Add(RowMass, other.RowMass);
    }
}
