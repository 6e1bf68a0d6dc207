namespace Tare.Psychometrics;

/// <summary>Accelerated EM (Bock and Aitkin 1981) on a grid that is refined until it resolves every posterior.</summary>
internal sealed class MarginalEngine
{
    private const double WidestSpacing = 0.25;
    private const double NarrowestSpacing = 0.005;

    // The rectangle rule's relative error for a normal posterior is 2 exp(-2 π² (sd / spacing)²): 2e-7 at 0.9.
    private const double Resolution = 0.9;

    // A logistic curve has poles at a distance π / a from the real line, which gives a relative error of exp(-2 π² / (a spacing)): 1e-8.
    private const double Steepness = 1.1;
    private const int Memory = 6;
    private const long WorthThreads = 1 << 20;

    private readonly MarginalData _data;
    private readonly MarginalOptions _options;
    private readonly MaximisationStep _maximisation;
    private readonly int _threads;
    private ExpectationStep _expectation;

    internal MarginalEngine(MarginalData data, MarginalOptions options, long responses)
    {
        _data = data;
        _options = options;
        _threads = responses < WorthThreads ? 1 : options.Threads;
        _maximisation = new MaximisationStep(data, options, _threads);
        Parameters = Start();
        var windows = new PosteriorWindows(data.Persons);
        var (centre, deviation, typical) = FirstGuess();
        var grid = options.Grid is { } forced
            ? ThetaGrid.Fixed(forced)
            : ThetaGrid.WithSpacing(Math.Min(WidestSpacing, Resolution * typical));
        windows.Guess(grid, centre, deviation);
        _expectation = new ExpectationStep(data, grid, windows, _threads);
    }

    internal ItemParameterVector Parameters { get; private set; }

    internal ExpectationStep Expectation => _expectation;

    internal double LogLikelihood { get; private set; }

    internal double Objective { get; private set; }

    internal double Gradient { get; private set; }

    internal double LargestChange { get; private set; }

    internal int Cycles { get; private set; }

    internal bool IsReached { get; private set; }

    /// <summary>Whether the narrowest posterior is narrower than the finest spacing allowed.</summary>
    internal bool IsUnresolved { get; private set; }

    internal double SmallestDeviation { get; private set; }

    /// <summary>Cycles until a cycle changes nothing by more than the tolerance.</summary>
    internal void Run(CancellationToken cancel)
    {
        var acceleration = new AndersonAcceleration(Memory);
        var current = Parameters;
        ItemParameterVector? plain = null;
        var last = double.NegativeInfinity;
        while (Cycles < _options.MaximumCycles)
        {
            Cycles++;
            var sums = _expectation.Run(current, cancel);
            if (Refine(sums, current))
            {
                last = double.NegativeInfinity;
                continue;
            }

            var objective = sums.LogLikelihood + LogPrior(current);
            if (plain is not null && !(objective >= last - (1e-10 * Math.Abs(last))))
            {
                // The accelerated point is worse than where it came from: take the plain step from there instead.
                current = plain;
                plain = null;
                acceleration.Reset();
                continue;
            }

            last = objective;
            (Parameters, LogLikelihood, Objective, SmallestDeviation) = (current, sums.LogLikelihood, objective, sums.SmallestDeviation);
            var image = current.Copy();
            Gradient = _maximisation.Run(image, sums, _expectation.Grid);
            LargestChange = Largest(current.Numbers, image.Numbers);
            if (LargestChange < _options.Tolerance)
            {
                IsReached = true;
                return;
            }

            var next = current.Copy();
            acceleration.Propose(current.Numbers, image.Numbers, next.Numbers);
            plain = image;
            current = IsSane(next, image) ? next : image;
        }
    }

    private ItemParameterVector Start()
    {
        var estimates = _options.Model == ResponseModel.ThreeParameter && _options.Guessing.Fixed is null;
        var start = new ItemParameterVector(
            _data.Items.Length,
            estimates,
            _options.Model == ResponseModel.ThreeParameter ? _options.Guessing.Fixed : null
        );
        start.A.Fill(1);
        var mode = (_options.Guessing.PriorAlpha - 1) / Math.Max(_options.Guessing.PriorAlpha + _options.Guessing.PriorBeta - 2, 1e-9);
        start.G.Fill(Tare.Numerics.Logistic.Logit(Math.Clamp(mode, 0.02, 0.5)));
        for (var j = 0; j < _data.Items.Length; j++)
        {
            var floor = start.C(j);
            var share = Math.Clamp(_data.Right[j] / _data.Trials[j], 0.01, 0.99);
            share = Math.Clamp((share - floor) / (1 - floor), 0.02, 0.98);

            // The mean of a logistic curve over a standard normal population is flatter than the curve by about this factor.
            start.D[j] = 1.2 * Tare.Numerics.Logistic.Logit(share);
        }

        return start;
    }

    private (double[] Centre, double[] Deviation, double Typical) FirstGuess()
    {
        var centre = new double[_data.Persons];
        var deviation = new double[_data.Persons];
        var sum = 0.0;
        var total = 0.0;
        for (var p = 0; p < _data.Persons; p++)
        {
            var (right, trials) = _data.Rows.Totals(p);
            deviation[p] = 1 / Math.Sqrt(1 + (0.2 * trials));
            centre[p] = Math.Clamp(Tare.Numerics.Logistic.Logit((right + 1) / (trials + 2)), -3, 3);
            sum += trials;
            total++;
        }

        return (centre, deviation, 1 / Math.Sqrt(1 + (0.2 * sum / Math.Max(total, 1))));
    }

    /// <summary>Makes the grid finer if a posterior or a steep item asks for it; true if so.</summary>
    private bool Refine(ChunkSums sums, ItemParameterVector parameters)
    {
        var spacing = _expectation.Grid.Spacing;
        var steepest = 0.0;
        foreach (var slope in parameters.A)
        {
            steepest = Math.Max(steepest, Math.Abs(slope));
        }

        var needed = Math.Min(sums.SmallestDeviation / Resolution, Steepness / Math.Max(steepest, 1e-9));
        if (_options.Grid is not null || needed >= spacing)
        {
            return false;
        }

        if (spacing <= NarrowestSpacing)
        {
            IsUnresolved = true;
            return false;
        }

        // A posterior between two points looks narrower than it is: not all the way at once.
        var grid = ThetaGrid.WithSpacing(Math.Max(Math.Clamp(0.9 * needed, 0.3 * spacing, 0.8 * spacing), NarrowestSpacing));
        _expectation.Windows.Move(_expectation.Grid, grid);
        _expectation = new ExpectationStep(_data, grid, _expectation.Windows, _threads);
        return true;
    }

    private double LogPrior(ItemParameterVector parameters)
    {
        var sum = 0.0;
        for (var j = 0; parameters.EstimatesGuessing && j < parameters.Items; j++)
        {
            sum += GuessingItemStep.LogPrior(parameters.C(j), _options.Guessing);
        }

        return sum;
    }

    /// <summary>An accelerated point may leave the plain one, but not for another world.</summary>
    private static bool IsSane(ItemParameterVector next, ItemParameterVector image)
    {
        for (var k = 0; k < next.Numbers.Length; k++)
        {
            if (!(Math.Abs(next.Numbers[k] - image.Numbers[k]) <= 2))
            {
                return false;
            }
        }

        return true;
    }

    private static double Largest(double[] a, double[] b)
    {
        var largest = 0.0;
        for (var k = 0; k < a.Length; k++)
        {
            largest = Math.Max(largest, Math.Abs(a[k] - b[k]));
        }

        return largest;
    }
}
