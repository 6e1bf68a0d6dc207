namespace Tare.Psychometrics;

/// <summary>Covariance of the parameters of several dimensions.</summary>
internal sealed class DimensionErrors
{
    /// <summary>Answers times points times passes that a whole information matrix may cost.</summary>
    private const double MostWork = 3e10;
    private const double Difference = 1e-4;
    private readonly Dictionary<int, int> _place = [];
    private readonly SymmetricMatrix? _covariance;
    private readonly SymmetricMatrix?[]? _blocks;
    private readonly DimensionData _data;

    private DimensionErrors(
        DimensionData data,
        DimensionErrorKind kind,
        int[] free,
        SymmetricMatrix? covariance,
        SymmetricMatrix?[]? blocks
    )
    {
        _data = data;
        Kind = kind;
        _covariance = covariance;
        _blocks = blocks;
        for (var k = 0; k < free.Length; k++)
        {
            _place[free[k]] = k;
        }
    }

    internal DimensionErrorKind Kind { get; }

    internal static DimensionErrors Of(
        DimensionData data,
        DimensionEngine engine,
        IProgress<DimensionProgress>? progress,
        CancellationToken cancel
    )
    {
        var free = Free(data, engine.Parameters);
        if (data.Source.IsContinuous || data.Source.HasImportance)
        {
            return new DimensionErrors(data, DimensionErrorKind.None, free, null, null);
        }

        var points = engine.Grids.Points.Max();
        var work = 2.0 * free.Length * data.Answers.Length * points * (data.IsBifactor ? points : 1);
        return work <= MostWork
            ? new DimensionErrors(data, DimensionErrorKind.Observed, free, Observed(data, engine, free, progress, cancel), null)
            : new DimensionErrors(data, DimensionErrorKind.CrossProductByItem, free, null, CrossProducts(data, engine));
    }

    /// <summary>Standard error of a number of the parameter vector; <see langword="null"/> where there is none.</summary>
    internal double? this[int number]
    {
        get
        {
            var items = _data.Items.Length;
            if (!_place.TryGetValue(number, out var place))
            {
                return null;
            }

            var variance =
                _covariance is not null ? _covariance[place, place]
                : _blocks is not null && number < 3 * items && _blocks[number % items] is { } block
                    ? block[
                        Array.IndexOf(DimensionStep.Free(_data, number % items), number / items),
                        Array.IndexOf(DimensionStep.Free(_data, number % items), number / items)
                    ]
                : double.NaN;
            return variance > 0 ? Math.Sqrt(variance) : null;
        }
    }

    private static int[] Free(DimensionData data, DimensionParameters parameters) =>
        [
            .. Enumerable
                .Range(0, data.Items.Length)
                .SelectMany(j => DimensionStep.Free(data, j).Select(kind => (kind * data.Items.Length) + j))
                .Order(),
            .. Enumerable.Range(3 * data.Items.Length, parameters.Numbers.Length - (3 * data.Items.Length)),
        ];

    private static SymmetricMatrix? Observed(
        DimensionData data,
        DimensionEngine engine,
        int[] free,
        IProgress<DimensionProgress>? progress,
        CancellationToken cancel
    )
    {
        var information = new SymmetricMatrix(free.Length);
        var (up, down) = (new double[free.Length], new double[free.Length]);
        for (var k = 0; k < free.Length; k++)
        {
            Gradient(data, engine, free, k, Difference, up, cancel);
            Gradient(data, engine, free, k, -Difference, down, cancel);
            for (var j = 0; j < free.Length; j++)
            {
                information[Math.Max(j, k), Math.Min(j, k)] -= (up[j] - down[j]) / (j == k ? 2 * Difference : 4 * Difference);
            }

            progress?.Report(new DimensionProgress("standard errors", k + 1, free.Length));
        }

        engine.Pass(engine.Parameters, cancel);
        return information.Inverse();
    }

    private static void Gradient(
        DimensionData data,
        DimensionEngine engine,
        int[] free,
        int moved,
        double by,
        double[] gradient,
        CancellationToken cancel
    )
    {
        var parameters = engine.Parameters.Copy();
        parameters.Numbers[free[moved]] += by;
        engine.Pass(parameters, cancel);
        var items = data.Items.Length;
        var correlations = parameters.HasCorrelations ? Correlations(data, engine.Sums, parameters) : null;
        for (var k = 0; k < free.Length; k++)
        {
            gradient[k] =
                free[k] < 3 * items
                    ? engine.Sums.Item[(DimensionSums.PerItem * (free[k] % items)) + (free[k] / items)]
                    : correlations![free[k] - (3 * items)];
        }
    }

    /// <summary>Gradient in the inverse hyperbolic tangents of the correlations: (1 - r²) (P S P - n P), P = R⁻¹, S = Σ f E[θ θᵀ].</summary>
    private static double[] Correlations(DimensionData data, DimensionSums sums, DimensionParameters parameters)
    {
        var count = data.Dimensions;
        var second = new SymmetricMatrix(count);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                second[i, j] = sums.Second[(i * count) + j];
            }
        }

        var correlation = parameters.Correlations();
        var precision = correlation.Inverse()!;
        var form = precision.Sandwich(second);
        return
        [
            .. Enumerable
                .Range(1, Math.Max(0, count - 1))
                .SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j)))
                .Select(x =>
                    (1 - (correlation[x.i, x.j] * correlation[x.i, x.j])) * (form[x.i, x.j] - (data.TotalFrequency * precision[x.i, x.j]))
                ),
        ];
    }

    /// <summary>Σ f s sᵀ of the persons' own scores, for each item alone.</summary>
    private static SymmetricMatrix?[] CrossProducts(DimensionData data, DimensionEngine engine)
    {
        var sums = new DimensionSums(data.Items.Length, data.Dimensions);
        PersonIntegral integral = data.IsBifactor ? new BifactorIntegral(data, engine.Grids) : new CorrelatedIntegral(data, engine.Grids);
        integral.Begin(engine.Parameters);
        var blocks = Enumerable.Range(0, data.Items.Length).Select(j => new SymmetricMatrix(DimensionStep.Free(data, j).Length)).ToArray();
        var score = new double[3];
        for (var p = 0; p < data.Source.Persons.Count; p++)
        {
            sums.Clear();
            integral.Add(p, engine.Parameters, sums);
            for (var k = data.Start[p]; k < data.Start[p + 1]; k++)
            {
                var item = data.Answers[k].Item;
                var free = DimensionStep.Free(data, item);
                for (var i = 0; i < free.Length; i++)
                {
                    score[i] = sums.Item[(DimensionSums.PerItem * item) + free[i]];
                }

                // The sums carry the frequency once; its square is one too many.
                blocks[item].AddOuter(score.AsSpan(0, free.Length), 1 / data.Frequency(p));
            }
        }

        return [.. blocks.Select(b => b.Inverse())];
    }
}
