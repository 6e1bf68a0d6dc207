using System.Numerics;

namespace Tare.Psychometrics;

/// <summary>What each item adds to the derivative of ln L, to the information and to Warm's J at every ability of the scan, shared by all persons.</summary>
internal sealed class ScanTable
{
    // 128 MiB: about 26,000 items at the usual limit. A larger bank is looked at without a table.
    private const long MostNumbers = 1L << 24;
    private const int Kinds = 4;
    private readonly int _points;
    private readonly double[] _numbers;

    private ScanTable(int points, double[] numbers)
    {
        _points = points;
        _numbers = numbers;
    }

    /// <summary>The table of the items at places 0, 1, ...; <see langword="null"/> where it would be too large to keep.</summary>
    internal static ScanTable? Of(IReadOnlyList<ItemParameters?> items, ScoringOptions options)
    {
        var points = PersonLikelihood.ScanPoints(options);
        var size = (long)items.Count * points * Kinds;
        if (size > MostNumbers)
        {
            return null;
        }

        var numbers = new double[size];
        for (var place = 0; place < items.Count; place++)
        {
            if (items[place] is not { } item)
            {
                continue;
            }

            var own = numbers.AsSpan(place * Kinds * points, Kinds * points);
            for (var k = 0; k < points; k++)
            {
                var curve = ItemCurve.At(item, PersonLikelihood.ScanPoint(k, options));
                own[k] = item.Discrimination * curve.Gain;
                own[points + k] = item.Discrimination * curve.Star;
                own[(2 * points) + k] = curve.Information;
                own[(3 * points) + k] = curve.Information * item.Discrimination * (1 - (2 * curve.Star));
            }
        }

        return new ScanTable(points, numbers);
    }

    /// <summary>Sums over a person's answers, which name their places: the derivative of ln L, and with <paramref name="weighted"/> I and J too.</summary>
    internal void Sum(IReadOnlyList<ScoredAnswer> answers, ScanSums sums, bool weighted)
    {
        sums.Clear();
        for (var n = 0; n < answers.Count; n++)
        {
            var answer = answers[n];
            var own = _numbers.AsSpan(answer.Place * Kinds * _points, Kinds * _points);
            var (right, wrong) = (answer.Right, answer.Trials - answer.Right);
            if (right != 0)
            {
                Add(sums.Score, own[.._points], right);
            }

            if (wrong != 0)
            {
                Add(sums.Score, own[_points..(2 * _points)], -wrong);
            }

            if (weighted)
            {
                Add(sums.Information, own[(2 * _points)..(3 * _points)], answer.Trials);
                Add(sums.Warm, own[(3 * _points)..], answer.Trials);
            }
        }
    }

    /// <summary>One product and one sum at a point, never fused: the same bits at every vector width.</summary>
    private static void Add(Span<double> sum, ReadOnlySpan<double> values, double times)
    {
        var width = Vector<double>.Count;
        var k = 0;
        for (; k <= sum.Length - width; k += width)
        {
            (new Vector<double>(sum[k..]) + (new Vector<double>(values[k..]) * times)).CopyTo(sum[k..]);
        }

        for (; k < sum.Length; k++)
        {
            sum[k] += values[k] * times;
        }
    }
}
