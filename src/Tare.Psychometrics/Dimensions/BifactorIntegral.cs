using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>
/// The bifactor integral: given the general ability the domains are independent, so that however many domains there are, only integrals in two
/// dimensions remain (Gibbons and Hedeker 1992).
/// </summary>
internal sealed class BifactorIntegral : PersonIntegral
{
    private const int Most = DimensionGrids.MostPoints;
    private readonly double[] _general = new double[Most];
    private readonly double[] _outer = new double[Most];
    private readonly double[][] _points;
    private readonly double[][] _tables;
    private readonly double[][] _inner;
    private readonly int[] _width;
    private readonly double[] _mass = new double[Most];

    internal BifactorIntegral(DimensionData data, DimensionGrids grids)
        : base(data, grids)
    {
        // The last place holds the items without a domain of their own.
        var count = data.Domains.Length + 1;
        _points = [.. Enumerable.Range(0, count).Select(_ => new double[Most])];
        _tables = [.. Enumerable.Range(0, count).Select(_ => new double[Most * Most])];
        _inner = [.. Enumerable.Range(0, count).Select(_ => new double[Most])];
        _width = new int[count];
    }

    internal override void Begin(DimensionParameters parameters) { }

    internal override void Add(int person, DimensionParameters parameters, DimensionSums sums)
    {
        var outer = Grids.Fill(person, 0, _general, _outer);
        var (start, end) = (Data.Start[person], Data.Start[person + 1]);
        for (var first = start; first < end; )
        {
            var domain = Data.DomainOf[Data.Answers[first].Item];
            var last = first;
            while (last < end && Data.DomainOf[Data.Answers[last].Item] == domain)
            {
                last++;
            }

            Tabulate(person, domain, first, last, outer, parameters);
            first = last;
        }

        var logLikelihood = LogSum(_outer.AsSpan(0, outer));
        for (var q = 0; q < outer; q++)
        {
            _outer[q] = Math.Exp(_outer[q] - logLikelihood);
        }

        var frequency = Data.Frequency(person);
        sums.LogLikelihood += frequency * logLikelihood;
        NoteGeneral(person, outer, frequency, sums);
        for (var first = start; first < end; )
        {
            var domain = Data.DomainOf[Data.Answers[first].Item];
            var last = first;
            while (last < end && Data.DomainOf[Data.Answers[last].Item] == domain)
            {
                last++;
            }

            AddDomain(person, domain, first, last, outer, frequency, parameters, sums);
            first = last;
        }

        NoteUnmet(person, frequency, sums);
    }

    /// <summary>ln of mass times likelihood of a domain's answers at all pairs of points, and its sum over the domain's points.</summary>
    private void Tabulate(int person, int domain, int first, int last, int outer, DimensionParameters parameters)
    {
        var place = domain < 0 ? _width.Length - 1 : domain;
        var points = _points[place];
        var width = 1;
        (points[0], _mass[0]) = (0, 0);
        if (domain >= 0)
        {
            width = Grids.Fill(person, domain + 1, points, _mass);
        }

        _width[place] = width;
        var table = _tables[place].AsSpan(0, outer * width);
        for (var q = 0; q < outer; q++)
        {
            _mass.AsSpan(0, width).CopyTo(table[(q * width)..]);
        }

        for (var k = first; k < last; k++)
        {
            var (item, right, trials) = Data.Answers[k];
            var (general, own) = (parameters.General[item], parameters.Domain[item]);
            for (var q = 0; q < outer; q++)
            {
                var at = (general * _general[q]) + parameters.Intercept[item];
                for (var s = 0; s < width; s++)
                {
                    table[(q * width) + s] += Answer(right, trials, at + (own * points[s]));
                }
            }
        }

        for (var q = 0; q < outer; q++)
        {
            _inner[place][q] = LogSum(table.Slice(q * width, width));
            _outer[q] += _inner[place][q];
        }
    }

    private void NoteGeneral(int person, int outer, double frequency, DimensionSums sums)
    {
        var (mean, square) = (0.0, 0.0);
        for (var q = 0; q < outer; q++)
        {
            mean += _outer[q] * _general[q];
            square += _outer[q] * _general[q] * _general[q];
        }

        Note(person, 0, mean, square, null, frequency, sums);
    }

    private void AddDomain(
        int person,
        int domain,
        int first,
        int last,
        int outer,
        double frequency,
        DimensionParameters parameters,
        DimensionSums sums
    )
    {
        var place = domain < 0 ? _width.Length - 1 : domain;
        var width = _width[place];
        var points = _points[place];
        var weights = _tables[place].AsSpan(0, outer * width);
        var (mean, square, within) = (0.0, 0.0, 0.0);
        for (var q = 0; q < outer; q++)
        {
            var (own, ownSquare) = (0.0, 0.0);
            for (var s = 0; s < width; s++)
            {
                ref var weight = ref weights[(q * width) + s];
                weight = Math.Exp(weight - _inner[place][q]);
                own += weight * points[s];
                ownSquare += weight * points[s] * points[s];
                weight *= _outer[q];
            }

            mean += _outer[q] * own;
            square += _outer[q] * ownSquare;
            within += _outer[q] * (ownSquare - (own * own));
        }

        if (domain >= 0)
        {
            Note(person, domain + 1, mean, square, within, frequency, sums);
        }

        for (var k = first; k < last; k++)
        {
            AddItem(Data.Answers[k], weights, outer, points.AsSpan(0, width), frequency, parameters, sums);
        }
    }

    private void AddItem(
        (int Item, double Right, double Trials) answer,
        ReadOnlySpan<double> weights,
        int outer,
        ReadOnlySpan<double> points,
        double frequency,
        DimensionParameters parameters,
        DimensionSums sums
    )
    {
        var (item, right, trials) = answer;
        var (general, own) = (parameters.General[item], parameters.Domain[item]);
        var s = sums.Item.AsSpan(DimensionSums.PerItem * item, DimensionSums.PerItem);
        for (var q = 0; q < outer; q++)
        {
            var at = (general * _general[q]) + parameters.Intercept[item];
            var (g, gs, v, vs, vss) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var k = 0; k < points.Length; k++)
            {
                var weight = frequency * weights[(q * points.Length) + k];
                var probability = Logistic.Sigmoid(at + (own * points[k]));
                var residual = weight * (right - (trials * probability));
                var spread = weight * trials * probability * (1 - probability);
                g += residual;
                gs += residual * points[k];
                v += spread;
                vs += spread * points[k];
                vss += spread * points[k] * points[k];
            }

            var x = _general[q];
            s[0] += g * x;
            s[1] += gs;
            s[2] += g;
            s[3] += v * x * x;
            s[4] += vs * x;
            s[5] += vss;
            s[6] += v * x;
            s[7] += vs;
            s[8] += v;
        }
    }

    private void NoteUnmet(int person, double frequency, DimensionSums sums)
    {
        var (start, end) = (Data.Start[person], Data.Start[person + 1]);
        var k = start;
        for (var domain = 0; domain < Data.Domains.Length; domain++)
        {
            while (k < end && Data.DomainOf[Data.Answers[k].Item] < domain)
            {
                k++;
            }

            if (k == end || Data.DomainOf[Data.Answers[k].Item] != domain)
            {
                Note(person, domain + 1, 0, 1, 1, frequency, sums);
            }
        }
    }

    private void Note(int person, int dimension, double mean, double square, double? within, double frequency, DimensionSums sums)
    {
        var at = Grids.Index(person, dimension);
        Grids.Mean[at] = mean;
        Grids.Deviation[at] = Math.Sqrt(Math.Max(square - (mean * mean), 1e-12));
        Grids.Conditional[at] = within is { } variance ? Math.Sqrt(Math.Max(variance, 1e-12)) : Grids.Deviation[at];
        sums.First[dimension] += frequency * mean;
        sums.Second[(dimension * Data.Dimensions) + dimension] += frequency * square;
    }
}
