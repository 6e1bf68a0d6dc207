namespace Tare.Psychometrics;

/// <summary>What one cycle's parameters say at every point of the grid.</summary>
internal sealed class StepTables
{
    private readonly List<double[]> _blockSums = [];
    private readonly List<double[]> _blockFactors = [];

    internal StepTables(ThetaGrid grid, int paddedItems, int rows)
    {
        Grid = grid;
        A = new double[paddedItems];
        D = new double[paddedItems];
        Base = new double[grid.Points.Length];
        Rows = new double[rows * grid.Points.Length];
    }

    internal ThetaGrid Grid { get; }

    /// <summary>Slopes, padded with zeros.</summary>
    internal double[] A { get; }

    /// <summary>Intercepts, padded with zeros.</summary>
    internal double[] D { get; }

    /// <summary>ln of the population mass, plus what every person shares: the sum of ln(1 - P) over all items where rows are bits.</summary>
    internal double[] Base { get; }

    /// <summary>Per item, or per item and answer, its logarithms along the grid; empty where no row needs them.</summary>
    internal double[] Rows { get; }

    /// <summary>One row of <see cref="Rows"/> from a point on.</summary>
    internal ReadOnlySpan<double> Row(int row, int start, int width) => Rows.AsSpan((row * Grid.Points.Length) + start, width);

    /// <summary>Fills the tables.</summary>
    internal void Fill(ItemParameterVector parameters, PersonRows rows, int threads)
    {
        parameters.A.CopyTo(A);
        parameters.D.CopyTo(D);
        Grid.LogMass.CopyTo(Base, 0);
        var blocks = ItemBlocks.Count(parameters.Items);
        while (_blockSums.Count < blocks)
        {
            _blockSums.Add(new double[Grid.Points.Length]);
            _blockFactors.Add(new double[Grid.Points.Length]);
        }

        Blocks.Run(blocks, threads, block => FillBlock(parameters, rows, block));
        for (var block = 0; rows.SharesBase && block < blocks; block++)
        {
            GridKernels.Subtract(Base, _blockSums[block]);
        }
    }

    private void FillBlock(ItemParameterVector parameters, PersonRows rows, int block)
    {
        var (first, end) = ItemBlocks.Range(block, parameters.Items);
        var sums = _blockSums[block];
        var factors = _blockFactors[block];
        if (rows.SharesBase)
        {
            Array.Clear(sums);
            Array.Fill(factors, 1);
            for (var j = first; j < end; j++)
            {
                GridKernels.AddSoftplus(Grid.Points, parameters.A[j], parameters.D[j], sums, factors);
            }

            for (var q = 0; q < sums.Length; q++)
            {
                sums[q] += Math.Log(factors[q]);
            }
        }

        for (var j = first; rows.NeedsRows && j < end; j++)
        {
            var stride = Grid.Points.Length;
            if (!parameters.HasGuessing)
            {
                GridKernels.LogComplement(Grid.Points, parameters.A[j], parameters.D[j], Rows.AsSpan(j * stride, stride));
                continue;
            }

            var wrong = Rows.AsSpan(2 * j * stride, stride);
            var right = Rows.AsSpan(((2 * j) + 1) * stride, stride);
            ThreeParameterKernel.LogRows(Grid.Points, parameters.A[j], parameters.D[j], parameters.C(j), wrong, right);
        }
    }
}
