using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Accelerated EM over several dimensions, on points that follow each person's posterior.</summary>
internal sealed class DimensionEngine
{
    private const int MostChunks = 64;
    private const int EarlyCycles = 6;
    private const int LayEvery = 10;
    private const int Memory = 6;
    private const int MostAtBound = 8;

    // Below this change of a cycle the points are laid close together.
    private const double FineBelow = 1e-3;
    private readonly DimensionData _data;
    private readonly DimensionOptions _options;
    private readonly PersonIntegral[] _integrals;
    private readonly DimensionSums[] _chunks;

    internal DimensionEngine(DimensionData data, DimensionOptions options)
    {
        _data = data;
        _options = options;
        var persons = data.Source.Persons.Count;
        Grids = new DimensionGrids(persons, data.Dimensions);
        var chunks = Math.Clamp(persons / 8, 1, MostChunks);
        _integrals =
        [
            .. Enumerable
                .Range(0, chunks)
                .Select(_ => data.IsBifactor ? (PersonIntegral)new BifactorIntegral(data, Grids) : new CorrelatedIntegral(data, Grids)),
        ];
        _chunks = [.. Enumerable.Range(0, chunks).Select(_ => new DimensionSums(data.Items.Length, data.Dimensions))];
        Sums = new DimensionSums(data.Items.Length, data.Dimensions);
        Parameters = Start();
        Grids.IsCoarse = true;
        Guess();
    }

    internal DimensionGrids Grids { get; }

    internal DimensionParameters Parameters { get; private set; }

    internal DimensionSums Sums { get; }

    internal int Cycles { get; private set; }

    internal bool IsReached { get; private set; }

    internal double LargestChange { get; private set; }

    internal double Gradient { get; private set; }

    internal void Run(IProgress<DimensionProgress>? progress, CancellationToken cancel)
    {
        var acceleration = new AndersonAcceleration(Memory);
        var current = Parameters;
        DimensionParameters? plain = null;
        var last = double.NegativeInfinity;
        var atBound = 0;
        while (Cycles < _options.MaximumCycles && !IsReached)
        {
            Cycles++;
            Pass(current, cancel);
            progress?.Report(new DimensionProgress("fitting", Cycles, _options.MaximumCycles));
            if (plain is not null && !(Sums.LogLikelihood >= last - (1e-9 * Math.Abs(last))))
            {
                current = plain;
                plain = null;
                acceleration.Reset();
                continue;
            }

            last = Sums.LogLikelihood;
            Parameters = current;
            var image = current.Copy();
            (Gradient, var isAtBound) = DimensionStep.Run(_data, image, Sums);
            atBound = isAtBound ? atBound + 1 : 0;
            if (atBound == MostAtBound)
            {
                throw NotToldApart();
            }

            LargestChange = 0;
            for (var k = 0; k < image.Numbers.Length; k++)
            {
                LargestChange = Math.Max(LargestChange, Math.Abs(image.Numbers[k] - current.Numbers[k]));
            }

            IsReached = LargestChange < _options.Tolerance && Cycles > EarlyCycles && !Grids.IsCoarse;
            var turnsFine = Grids.IsCoarse && LargestChange < FineBelow && Cycles > EarlyCycles;
            Grids.IsCoarse &= !turnsFine;
            if (Cycles <= EarlyCycles || Cycles % LayEvery == 0 || turnsFine)
            {
                Grids.Lay(Parameters.Steepest());
                last = double.NegativeInfinity;
            }

            var next = current.Copy();
            acceleration.Propose(current.Numbers, image.Numbers, next.Numbers);
            plain = image;
            current = IsSane(next, image) ? next : image;
        }

        // The sums and posteriors of the point that is kept, on points laid around them.
        Pass(Parameters, cancel);
        Grids.IsCoarse = false;
        Grids.Lay(Parameters.Steepest());
        Pass(Parameters, cancel);
    }

    /// <summary>One pass over the persons: fills the sums and the posteriors.</summary>
    internal void Pass(DimensionParameters parameters, CancellationToken cancel)
    {
        var persons = _data.Source.Persons.Count;
        Blocks.Run(
            _chunks.Length,
            _options.Threads,
            chunk =>
            {
                _chunks[chunk].Clear();
                _integrals[chunk].Begin(parameters);
                var (first, end) = ((int)((long)persons * chunk / _chunks.Length), (int)((long)persons * (chunk + 1) / _chunks.Length));
                for (var p = first; p < end; p++)
                {
                    _integrals[chunk].Add(p, parameters, _chunks[chunk]);
                }
            },
            cancel
        );
        Sums.Clear();
        foreach (var chunk in _chunks)
        {
            Sums.Add(chunk);
        }
    }

    private DimensionParameters Start()
    {
        var start = new DimensionParameters(_data.Items.Length, _data.Dimensions, !_data.IsBifactor);
        for (var j = 0; j < _data.Items.Length; j++)
        {
            start.General[j] = _data.IsBifactor ? 1 : 0;
            start.Domain[j] =
                _data.DomainOf[j] < 0 ? 0
                : _data.IsBifactor ? 0.5
                : 1;
            start.Intercept[j] = 1.2 * Logistic.Logit(Math.Clamp(_data.Right[j] / _data.Trials[j], 0.01, 0.99));
        }

        for (var k = 3 * _data.Items.Length; k < start.Numbers.Length; k++)
        {
            start.Numbers[k] = Math.Atanh(0.5);
        }

        return start;
    }

    /// <summary>First points: where the share of right answers says, as close as so many answers allow.</summary>
    private void Guess()
    {
        for (var p = 0; p < _data.Source.Persons.Count; p++)
        {
            for (var d = 0; d < _data.Dimensions; d++)
            {
                var isGeneral = _data.IsBifactor && d == 0;
                var domain = _data.IsBifactor ? d - 1 : d;
                var (right, trials) = (0.0, 0.0);
                for (var k = _data.Start[p]; k < _data.Start[p + 1]; k++)
                {
                    var answer = _data.Answers[k];
                    var counts = isGeneral || _data.DomainOf[answer.Item] == domain;
                    right += counts ? answer.Right : 0;
                    trials += counts ? answer.Trials : 0;
                }

                var at = Grids.Index(p, d);
                Grids.Mean[at] = _data.IsBifactor && !isGeneral ? 0 : Math.Clamp(Logistic.Logit((right + 1) / (trials + 2)), -2.5, 2.5);
                Grids.Conditional[at] = 1 / Math.Sqrt(1 + (0.2 * trials));
                Grids.Deviation[at] = Math.Max(0.6, Grids.Conditional[at]);
            }
        }

        Grids.Lay(Parameters.Steepest());
    }

    private NotIdentifiedException NotToldApart()
    {
        var correlations = Parameters.Correlations();
        var (first, second) = (1, 0);
        for (var i = 1; i < correlations.Order; i++)
        {
            for (var j = 0; j < i; j++)
            {
                (first, second) = Math.Abs(correlations[i, j]) > Math.Abs(correlations[first, second]) ? (i, j) : (first, second);
            }
        }

        return new NotIdentifiedException(
            $"The answers do not tell the dimensions apart: the others explain more than 95 % of one, and '{_data.Domains[second]}' and '{_data.Domains[first]}' "
                + FormattableString.Invariant($"correlate {correlations[first, second]:0.00}. Merge domains, or take the family 2pl.")
        );
    }

    private static bool IsSane(DimensionParameters next, DimensionParameters image)
    {
        for (var k = 0; k < next.Numbers.Length; k++)
        {
            if (!(Math.Abs(next.Numbers[k] - image.Numbers[k]) <= 1))
            {
                return false;
            }
        }

        return next.IsWithinBound();
    }
}
