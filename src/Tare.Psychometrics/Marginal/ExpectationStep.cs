namespace Tare.Psychometrics;

/// <summary>The E-step: every person's posterior on the grid, and the sums over persons that the M-step needs.</summary>
internal sealed class ExpectationStep
{
    // A window whose edge has more than e^-23 = 1e-10 of the mode's mass is too narrow; a new window begins where it is below 1e-12.
    private const double EdgeDrop = 23;
    private const double Negligible = 1e-12;
    private const int MostChunks = 8;
    private const long ChunkBudget = 1L << 28;

    private readonly MarginalData _data;
    private readonly int _threads;
    private readonly ChunkSums[] _chunks;

    internal ExpectationStep(MarginalData data, ThetaGrid grid, PosteriorWindows windows, int threads)
    {
        _data = data;
        _threads = threads;
        Grid = grid;
        Windows = windows;
        Tables = new StepTables(grid, data.Rows.PaddedItems, data.Rows.NeedsRows ? data.Rows.RowCount : 0);

        // The number of chunks depends on the data alone, so that the sums do not depend on the threads.
        var bytes = sizeof(double) * (long)Math.Max(1, data.Rows.RowCount) * grid.Points.Length;
        var chunks = (int)Math.Clamp(Math.Min(ChunkBudget / bytes, data.Persons / 64), 2, MostChunks);
        _chunks =
        [
            .. Enumerable.Range(0, chunks).Select(_ => new ChunkSums(grid.Points.Length, data.Rows.PaddedItems, data.Rows.RowCount)),
        ];
    }

    internal ThetaGrid Grid { get; }

    internal PosteriorWindows Windows { get; }

    internal StepTables Tables { get; }

    /// <summary>Runs the step; the sums stay valid until the next run.</summary>
    internal ChunkSums Run(ItemParameterVector parameters, CancellationToken cancel)
    {
        Tables.Fill(parameters, _data.Rows, _threads);
        Blocks.Run(_chunks.Length, _threads, RunChunk, cancel);
        for (var k = 1; k < _chunks.Length; k++)
        {
            _chunks[0].Add(_chunks[k]);
        }

        return _chunks[0];
    }

    private void RunChunk(int chunk)
    {
        const int Together = BitKernels.Together;
        var sums = _chunks[chunk];
        sums.Clear();
        var groups = (_data.Persons + Together - 1) / Together;
        var first = (int)((long)groups * chunk / _chunks.Length) * Together;
        var end = Math.Min((int)((long)groups * (chunk + 1) / _chunks.Length) * Together, _data.Persons);
        var buffer = new double[Grid.Points.Length];
        Span<double> lines = stackalloc double[PersonRows.GroupScratch];
        Span<double> means = stackalloc double[Together];
        for (var group = first; group < end; group += Together)
        {
            var count = Math.Min(Together, end - group);
            _data.Rows.BeginGroup(group, count, Tables, lines);
            means.Clear();
            for (var p = 0; p < count; p++)
            {
                means[p] = RunPerson(group + p, lines[2 * p], lines[(2 * p) + 1], buffer, sums);
            }

            _data.Rows.AddRight(group, count, means, sums);
        }
    }

    /// <summary>One person; returns the posterior mean times the frequency.</summary>
    private double RunPerson(int person, double slope, double constant, double[] buffer, ChunkSums sums)
    {
        var most = FillWindow(person, slope, buffer);
        var start = Windows.Start[person];
        var weights = buffer.AsSpan(0, Windows.Width[person]);
        var (mass, first, second) = GridKernels.Exponentiate(weights, Grid.Points.AsSpan(start, weights.Length), most);
        var frequency = _data.Frequency(person);
        var mean = first / mass;
        var square = second / mass;
        var deviation = Math.Sqrt(Math.Max(square - (mean * mean), 0));
        Windows.Mean[person] = mean;
        Windows.Deviation[person] = deviation;
        Windows.LogLikelihood[person] = constant + most + Math.Log(mass);
        sums.LogLikelihood += frequency * Windows.LogLikelihood[person];
        sums.First += frequency * mean;
        sums.Second += frequency * square;
        sums.SmallestDeviation = Math.Min(sums.SmallestDeviation, deviation);
        var scale = frequency / mass;
        GridKernels.Add(sums.Mass.AsSpan(start, weights.Length), weights, scale);
        _data.Rows.AddMass(person, start, weights, scale, sums);
        Narrow(person, weights);
        return frequency * mean;
    }

    /// <summary>Fills the person's window, moving and widening it until nothing that matters lies outside.</summary>
    private double FillWindow(int person, double slope, double[] buffer)
    {
        while (true)
        {
            var start = Windows.Start[person];
            var width = Windows.Width[person];
            var log = buffer.AsSpan(0, width);
            var most = _data.Rows.Fill(person, slope, start, log, Tables);
            var tooLow = start > 0 && log[0] > most - EdgeDrop;
            var tooHigh = start + width < Grid.Points.Length && log[width - 1] > most - EdgeDrop;
            if (!tooLow && !tooHigh)
            {
                return most;
            }

            var step = Math.Max(GridKernels.Lanes, width / 2);
            var low = tooLow ? Math.Max(start - step, 0) : start;
            var high = tooHigh ? Math.Min(start + width + step, Grid.Points.Length) : start + width;

            // The mode lies outside: the window moves instead of growing.
            high -= !tooHigh && log[0] == most ? step : 0;
            low += !tooLow && log[width - 1] == most ? step : 0;
            (Windows.Start[person], Windows.Width[person]) = PosteriorWindows.Whole(low, high, Grid.Points.Length);
        }
    }

    /// <summary>The next cycle's window: where this posterior is not negligible, and two points more on either side.</summary>
    private void Narrow(int person, ReadOnlySpan<double> weights)
    {
        var low = 0;
        while (weights[low] < Negligible)
        {
            low++;
        }

        var high = weights.Length;
        while (weights[high - 1] < Negligible)
        {
            high--;
        }

        var start = Windows.Start[person];
        var first = Math.Max(start + low - 2, 0);
        var end = Math.Min(start + high + 2, Grid.Points.Length);
        (Windows.Start[person], Windows.Width[person]) = PosteriorWindows.Whole(first, end, Grid.Points.Length);
    }
}
