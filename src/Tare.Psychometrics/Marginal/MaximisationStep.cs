namespace Tare.Psychometrics;

/// <summary>The M-step: each item's Newton steps on the expected log-likelihood, and the gradient of the marginal one before them.</summary>
/// <remarks>By Fisher's identity the gradient of the expected log-likelihood at the parameters of the E-step is that of the marginal log-likelihood.</remarks>
internal sealed class MaximisationStep
{
    private const int NewtonSteps = 4;

    // Newton's error after a step is of the order of its square.
    private const double SmallStep = 1e-4;
    private const double LargestSlope = 30;
    private const double LargestIntercept = 300;

    private readonly MarginalData _data;
    private readonly GuessingOptions _guessing;
    private readonly bool _isCommonSlope;
    private readonly int _threads;
    private readonly bool _expands;

    internal MaximisationStep(MarginalData data, MarginalOptions options, int threads)
    {
        _data = data;
        _guessing = options.Guessing;
        _isCommonSlope = options.Model is ResponseModel.Rasch or ResponseModel.OneParameter;
        _threads = threads;

        // On a forced grid origin and unit are the grid's: moving the population is no invariance of so coarse a sum.
        _expands = options.Grid is null;
    }

    /// <summary>Replaces the parameters; returns the largest component of the gradient before.</summary>
    internal double Run(ItemParameterVector parameters, ChunkSums sums, ThetaGrid grid)
    {
        var (start, width) = Occupied(sums.Mass);
        var gradient = _isCommonSlope
            ? RunCommonSlope(parameters, sums, grid, start, width)
            : RunItems(parameters, sums, grid, start, width);
        if (_expands)
        {
            Expand(parameters, sums);
        }

        return gradient;
    }

    private double RunItems(ItemParameterVector parameters, ChunkSums sums, ThetaGrid grid, int start, int width)
    {
        var gradients = new double[_data.Items.Length];
        Blocks.Run(
            ItemBlocks.Count(_data.Items.Length),
            _threads,
            block =>
            {
                var (first, end) = ItemBlocks.Range(block, _data.Items.Length);
                var buffer = new double[grid.Points.Length];
                for (var j = first; j < end; j++)
                {
                    gradients[j] = parameters.HasGuessing
                        ? GuessingItemStep.Run(parameters, j, sums, grid.Points, start, width, _guessing)
                        : RunItem(parameters, j, sums, grid, start, width, buffer);
                }
            }
        );
        return gradients.Max();
    }

    private double RunItem(ItemParameterVector parameters, int item, ChunkSums sums, ThetaGrid grid, int start, int width, double[] buffer)
    {
        Span<double> s = stackalloc double[5];
        var mass = _data.Rows.ItemMass(item, sums, buffer).Slice(start, width);
        var points = grid.Points.AsSpan(start, width);
        var (a, d) = (parameters.A[item], parameters.D[item]);
        var gradient = 0.0;
        for (var step = 0; step < NewtonSteps; step++)
        {
            GridKernels.LogisticSums(points, mass, a, d, s);
            var slopeGradient = sums.Right[item] - s[1];
            var interceptGradient = _data.Right[item] - s[0];
            gradient = step == 0 ? Math.Max(Math.Abs(slopeGradient), Math.Abs(interceptGradient)) : gradient;
            var determinant = (s[4] * s[2]) - (s[3] * s[3]);
            if (!(determinant > 1e-12 * s[4] * s[2]))
            {
                break;
            }

            var slopeStep = Math.Clamp(((s[2] * slopeGradient) - (s[3] * interceptGradient)) / determinant, -1, 1);
            var interceptStep = Math.Clamp(((s[4] * interceptGradient) - (s[3] * slopeGradient)) / determinant, -2, 2);
            a = Math.Clamp(a + slopeStep, -LargestSlope, LargestSlope);
            d = Math.Clamp(d + interceptStep, -LargestIntercept, LargestIntercept);
            if (Math.Max(Math.Abs(slopeStep), Math.Abs(interceptStep)) < SmallStep)
            {
                break;
            }
        }

        parameters.A[item] = a;
        parameters.D[item] = d;
        return gradient;
    }

    /// <summary>One slope and all intercepts together: the Hessian is an arrow.</summary>
    private double RunCommonSlope(ItemParameterVector parameters, ChunkSums sums, ThetaGrid grid, int start, int width)
    {
        var items = _data.Items.Length;
        var all = new double[5 * items];
        var gradient = 0.0;
        for (var step = 0; step < NewtonSteps; step++)
        {
            Blocks.Run(ItemBlocks.Count(items), _threads, block => SumBlock(block, parameters, sums, grid, start, width, all));
            var slopeGradient = 0.0;
            var slopeCurvature = 0.0;
            var largest = 0.0;
            var reduced = 0.0;
            for (var j = 0; j < items; j++)
            {
                var s = all.AsSpan(5 * j, 5);
                var interceptGradient = _data.Right[j] - s[0];
                largest = Math.Max(largest, Math.Abs(interceptGradient));
                slopeGradient += sums.Right[j] - s[1];
                slopeCurvature += s[4] - (s[3] * s[3] / s[2]);
                reduced += s[3] * interceptGradient / s[2];
            }

            gradient = step == 0 ? Math.Max(largest, Math.Abs(slopeGradient)) : gradient;
            var slopeStep = Math.Clamp((slopeGradient - reduced) / slopeCurvature, -1, 1);
            var most = Math.Abs(slopeStep);
            for (var j = 0; j < items; j++)
            {
                var s = all.AsSpan(5 * j, 5);
                var interceptStep = Math.Clamp((_data.Right[j] - s[0] - (s[3] * slopeStep)) / s[2], -2, 2);
                parameters.D[j] = Math.Clamp(parameters.D[j] + interceptStep, -LargestIntercept, LargestIntercept);
                most = Math.Max(most, Math.Abs(interceptStep));
            }

            parameters.A.Fill(Math.Clamp(parameters.A[0] + slopeStep, 1e-6, LargestSlope));
            if (most < SmallStep)
            {
                break;
            }
        }

        return gradient;
    }

    private void SumBlock(int block, ItemParameterVector parameters, ChunkSums sums, ThetaGrid grid, int start, int width, double[] all)
    {
        var (first, end) = ItemBlocks.Range(block, _data.Items.Length);
        var buffer = new double[grid.Points.Length];
        for (var j = first; j < end; j++)
        {
            var mass = _data.Rows.ItemMass(j, sums, buffer).Slice(start, width);
            GridKernels.LogisticSums(grid.Points.AsSpan(start, width), mass, parameters.A[j], parameters.D[j], all.AsSpan(5 * j, 5));
        }
    }

    /// <summary>
    /// Parameter expansion (Liu, Rubin and Wu 1998): the population's mean and standard deviation are estimated too, and then absorbed into the
    /// items. Without it the common origin and unit of a long test move by a small share of what is missing in each cycle.
    /// </summary>
    private void Expand(ItemParameterVector parameters, ChunkSums sums)
    {
        var mean = sums.First / _data.TotalFrequency;
        var deviation = Math.Sqrt((sums.Second / _data.TotalFrequency) - (mean * mean));
        for (var j = 0; j < parameters.Items; j++)
        {
            parameters.D[j] += parameters.A[j] * mean;
            parameters.A[j] = Math.Clamp(parameters.A[j] * deviation, -LargestSlope, LargestSlope);
        }
    }

    /// <summary>The part of the grid that holds any person's posterior.</summary>
    private static (int Start, int Width) Occupied(ReadOnlySpan<double> mass)
    {
        var first = mass.IndexOfAnyExcept(0.0);
        var last = mass.LastIndexOfAnyExcept(0.0);
        return PosteriorWindows.Whole(first, last + 1, mass.Length);
    }
}
