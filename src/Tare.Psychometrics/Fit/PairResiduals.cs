using System.Runtime.InteropServices;
using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Correlations of residuals for all pairs of items, in one triangular table.</summary>
internal sealed class PairResiduals
{
    private const int FewestPersons = 20;

    /// <summary>
    /// A person who solves both items with probability 1/2 adds 1/16 to Σ v v', the products of the residuals' variances. Below 1 the correlation
    /// rests on a few surprises and says who was lucky, not what is alike.
    /// </summary>
    private const double SmallestProduct = 1;

    /// <summary>A pair is flagged below this Bonferroni-adjusted probability.</summary>
    private const double FlagLevel = 0.05;

    private readonly int[] _items;
    private readonly int[] _position;

    // For each pair of calibrated items: persons, sums of both residuals, of their squares, of their product, and of their variances' product.
    private readonly double[][] _sums;

    private PairResiduals(FitInput input, int[] items)
    {
        _items = items;
        _position = new int[input.Items];
        Array.Fill(_position, -1);
        for (var k = 0; k < _items.Length; k++)
        {
            _position[_items[k]] = k;
        }

        _sums = [.. Enumerable.Range(0, 7).Select(_ => new double[(long)_items.Length * (_items.Length - 1) / 2])];
    }

    internal static LocalDependence Of(FitInput input, PersonScore[] scores, FitOptions options, CancellationToken cancel)
    {
        int[] items = [.. Enumerable.Range(0, input.Items).Where(j => input.IsKnown[j])];
        var persons = Enumerable.Range(0, scores.Length).Where(p => scores[p].Kind == PersonScoreKind.Scored).ToArray();
        var reason =
            items.Length < 3 ? $"{items.Length} calibrated item(s); residual correlations need at least 3."
            : items.Length > options.MostItemsForPairs
                ? $"{items.Length} calibrated items; pairs are compared up to {options.MostItemsForPairs}. Calibrate a part of the items."
            : persons.Length < FewestPersons
                ? $"{persons.Length} persons with right and wrong answers; residual correlations need at least {FewestPersons}."
            : null;
        if (reason is not null)
        {
            return new LocalDependence([], null, null, 0, 0, 0, 0, persons.Length, reason);
        }

        var work = persons.Sum(p => Square(input, p));
        var every = (int)Math.Min(Math.Max(1, (work + options.PairBudget - 1) / options.PairBudget), persons.Length / FewestPersons);
        var used = persons.Where((_, k) => k % every == 0).ToArray();
        var table = new PairResiduals(input, items);
        foreach (var p in used)
        {
            cancel.ThrowIfCancellationRequested();
            table.Add(input, p, scores[p].Theta);
        }

        return table.Summary(input, options, used.Length, persons.Length);
    }

    private static long Square(FitInput input, int person)
    {
        long answers = input.Data.PersonStart[person + 1] - input.Data.PersonStart[person];
        return answers * answers / 2;
    }

    private void Add(FitInput input, int person, double theta)
    {
        var place = new List<int>();
        var residual = new List<double>();
        var variance = new List<double>();
        var read = new FitAnswers(input.Data);
        var items = input.Data.ItemOf;
        var (sum, square, count) = (0.0, 0.0, 0.0);
        for (var k = input.Data.PersonStart[person]; k < input.Data.PersonStart[person + 1]; k++)
        {
            var item = items[k];
            if (_position[item] < 0)
            {
                continue;
            }

            var (right, trials) = read[k];
            var (p, q, _) = input.Curve(item, theta);
            sum += right - (trials * p);
            square += trials * p * q;
            count += trials;

            // Answers of one person to one item lie together; under several facet levels they are pooled.
            if (k + 1 == input.Data.PersonStart[person + 1] || items[k + 1] != item)
            {
                place.Add(_position[item]);
                residual.Add(sum / count);
                variance.Add(square / count);
                (sum, square, count) = (0, 0, 0);
            }
        }

        Accumulate(
            CollectionsMarshal.AsSpan(place),
            CollectionsMarshal.AsSpan(residual),
            CollectionsMarshal.AsSpan(variance),
            input.Frequency(person)
        );
    }

    private void Accumulate(ReadOnlySpan<int> place, ReadOnlySpan<double> residual, ReadOnlySpan<double> variance, double frequency)
    {
        var (persons, first, second, firstSquare, secondSquare, product) = (_sums[0], _sums[1], _sums[2], _sums[3], _sums[4], _sums[5]);
        var variances = _sums[6];
        for (var i = 0; i < place.Length; i++)
        {
            var row = Row(place[i]);
            var x = residual[i];
            var weighted = frequency * x;
            var weightedSquare = weighted * x;
            for (var j = i + 1; j < place.Length; j++)
            {
                var at = row + place[j];
                var y = residual[j];
                persons[at] += frequency;
                first[at] += weighted;
                firstSquare[at] += weightedSquare;
                second[at] += frequency * y;
                secondSquare[at] += frequency * y * y;
                product[at] += weighted * y;
                variances[at] += frequency * variance[i] * variance[j];
            }
        }
    }

    /// <summary>Where the pair (i, j) with j &gt; i lies, less j.</summary>
    private long Row(int i) => ((long)i * _items.Length) - ((long)i * (i + 1) / 2) - i - 1;

    private LocalDependence Summary(FitInput input, FitOptions options, int used, int all)
    {
        var expected = -1.0 / (_items.Length - 1);
        var (sum, compared) = (0.0, 0L);
        var total = (long)_items.Length * (_items.Length - 1) / 2;
        var found = new List<(double Z, double Q3, int First, int Second, double Persons)>();
        for (var i = 0; i < _items.Length; i++)
        {
            for (var j = i + 1; j < _items.Length; j++)
            {
                var at = Row(i) + j;
                if (Correlation(at) is { } q3)
                {
                    sum += q3;
                    compared++;
                    var z = (Math.Atanh(Math.Clamp(q3, -1 + 1e-12, 1 - 1e-12)) - Math.Atanh(expected)) * Math.Sqrt(_sums[0][at] - 3);
                    found.Add((z, q3, i, j, _sums[0][at]));
                }
            }
        }

        double P(double z) => Math.Min(1, 2 * compared * StandardNormal.Cumulative(-Math.Abs(z)));
        var pairs = found
            .OrderByDescending(f => Math.Abs(f.Z))
            .ThenBy(f => f.First)
            .ThenBy(f => f.Second)
            .Take(options.PairsListed)
            .Select(f => new ItemPair(input.Data.Items[_items[f.First]], input.Data.Items[_items[f.Second]], f.Q3, f.Persons, P(f.Z)));
        return compared == 0
            ? new LocalDependence(
                [],
                expected,
                null,
                0,
                total,
                0,
                used,
                all,
                $"No two items have {FewestPersons} persons in common, enough of them near both items."
            )
            : new LocalDependence(
                [.. pairs],
                expected,
                sum / compared,
                compared,
                total - compared,
                found.LongCount(f => P(f.Z) < FlagLevel),
                used,
                all,
                null
            );
    }

    private double? Correlation(long at)
    {
        var n = _sums[0][at];
        if (n < FewestPersons || _sums[6][at] < SmallestProduct)
        {
            return null;
        }

        var x = _sums[3][at] - (_sums[1][at] * _sums[1][at] / n);
        var y = _sums[4][at] - (_sums[2][at] * _sums[2][at] / n);
        return x > 1e-12 * n && y > 1e-12 * n ? (_sums[5][at] - (_sums[1][at] * _sums[2][at] / n)) / Math.Sqrt(x * y) : null;
    }
}
