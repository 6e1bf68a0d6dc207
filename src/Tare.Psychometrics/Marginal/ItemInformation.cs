using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Observed information of the item parameters by Louis (1982), and the persons' scores' cross products.</summary>
/// <remarks>
/// Information = expected complete-data information minus Σ_p f_p Cov_p(score). A person's covariance is taken in polynomials that are orthonormal
/// under the posterior, or over all points where that is cheap: coefficient 0 of a score is its mean, the others squared add up to its variance.
/// </remarks>
internal sealed class ItemInformation
{
    private const double CostOfPoints = 5e8;
    private const int MostTerms = 12;
    private const int LongTest = 200;
    private const int LongTestTerms = 5;

    private readonly MarginalData _data;
    private readonly ItemParameterVector _parameters;
    private readonly ExpectationStep _expectation;
    private readonly ParameterLayout _layout;
    private readonly double[] _slopeScore;
    private readonly double[] _guessScore;
    private readonly int _points;

    internal ItemInformation(MarginalData data, ItemParameterVector parameters, ExpectationStep expectation, ParameterLayout layout)
    {
        _data = data;
        _parameters = parameters;
        _expectation = expectation;
        _layout = layout;
        _points = expectation.Grid.Points.Length;
        _slopeScore = new double[2 * parameters.Items * _points];
        _guessScore = new double[parameters.EstimatesGuessing ? 2 * parameters.Items * _points : 0];
        FillScores();
    }

    /// <summary>Terms of the polynomial basis where points would cost too much: enough unless a steep item meets a wide posterior.</summary>
    internal static int Terms(int items) => items > LongTest ? LongTestTerms : MostTerms;

    /// <summary>Adds everything up. With whole, over all pairs of parameters; else inside each item.</summary>
    internal (SymmetricMatrix Information, SymmetricMatrix Scores)[] Sum(bool whole, ChunkSums sums, GuessingOptions prior)
    {
        var blocks = whole ? 1 : _parameters.Items;
        var result = new (SymmetricMatrix Information, SymmetricMatrix Scores)[blocks];
        for (var k = 0; k < blocks; k++)
        {
            var order = whole ? _layout.Count : _layout.PerItem;
            result[k] = (new SymmetricMatrix(order), new SymmetricMatrix(order));
        }

        AddComplete(whole, sums, prior, result);
        var isExact = TakesPoints();
        var terms = isExact ? _expectation.Windows.Width.Max() : Terms(_parameters.Items);
        var basis = new double[(terms + 1) * _points];
        var vectors = new double[(terms + 1) * _layout.Count];
        var log = new double[_points];
        var lines = new double[PersonRows.GroupScratch];
        for (var p = 0; p < _data.Persons; p++)
        {
            if (p % BitKernels.Together == 0)
            {
                var count = Math.Min(BitKernels.Together, _data.Persons - p);
                _data.Rows.BeginGroup(p, count, _expectation.Tables, lines);
            }

            var used = Basis(p, lines[2 * (p % BitKernels.Together)], log, basis, terms, isExact);
            AddPerson(p, used, basis, vectors, whole, result);
        }

        return result;
    }

    private void FillScores()
    {
        var points = _expectation.Grid.Points;
        for (var j = 0; j < _parameters.Items; j++)
        {
            var c = _parameters.C(j);
            for (var q = 0; q < _points; q++)
            {
                var z = (_parameters.A[j] * points[q]) + _parameters.D[j];
                var star = Logistic.Sigmoid(z);
                var rest = Logistic.Sigmoid(-z);
                var not = (1 - c) * rest;
                var odds = c > 0 ? not / (c + ((1 - c) * star)) : 0;
                _slopeScore[(2 * j * _points) + q] = -star;
                _slopeScore[(((2 * j) + 1) * _points) + q] = c > 0 ? star * odds : rest;
                if (_parameters.EstimatesGuessing)
                {
                    _guessScore[(2 * j * _points) + q] = -c;
                    _guessScore[(((2 * j) + 1) * _points) + q] = c * odds;
                }
            }
        }
    }

    /// <summary>Weights times orthonormal polynomials on the person's window, one row a degree; returns how many degrees the window bears.</summary>
    private int Basis(int person, double slope, double[] buffer, double[] basis, int terms, bool isExact)
    {
        var start = _expectation.Windows.Start[person];
        var width = _expectation.Windows.Width[person];
        var weights = buffer.AsSpan(0, width);
        var points = _expectation.Grid.Points.AsSpan(start, width);
        var most = _data.Rows.Fill(person, slope, start, weights, _expectation.Tables);
        var (mass, _, _) = GridKernels.Exponentiate(weights, points, most);
        if (isExact)
        {
            return PointBasis(weights, mass, basis);
        }

        Span<double> previous = new double[width];
        Span<double> current = new double[width];
        current.Fill(1);
        var norm = 0.0;
        var mean = _expectation.Windows.Mean[person];
        var unit = Math.Max(_expectation.Windows.Deviation[person], 1e-12);
        for (var degree = 0; degree <= terms; degree++)
        {
            var (square, first) = (0.0, 0.0);
            for (var q = 0; q < width; q++)
            {
                var w = weights[q] / mass * current[q] * current[q];
                square += w;
                first += w * (points[q] - mean) / unit;
            }

            if (!(square > 1e-14) || degree >= width)
            {
                return degree;
            }

            var scale = 1 / Math.Sqrt(square);
            var row = basis.AsSpan(degree * _points, width);
            for (var q = 0; q < width; q++)
            {
                current[q] *= scale;
                row[q] = weights[q] / mass * current[q];
            }

            var centre = first / square;
            for (var q = 0; q < width; q++)
            {
                var next = (((points[q] - mean) / unit) - centre) * current[q] - (norm * previous[q]);
                previous[q] = current[q];
                current[q] = next;
            }

            norm = NextNorm(weights, current, mass);
        }

        return terms + 1;
    }

    /// <summary>Instead of polynomials, the points themselves: row q + 1 gives √w_q times a score's distance from its mean at point q.</summary>
    private int PointBasis(ReadOnlySpan<double> weights, double mass, double[] basis)
    {
        for (var q = 0; q < weights.Length; q++)
        {
            basis[q] = weights[q] / mass;
        }

        for (var q = 0; q < weights.Length; q++)
        {
            var row = basis.AsSpan((q + 1) * _points, weights.Length);
            var root = Math.Sqrt(basis[q]);
            for (var r = 0; r < row.Length; r++)
            {
                row[r] = root * ((r == q ? 1 : 0) - basis[r]);
            }
        }

        return weights.Length + 1;
    }

    /// <summary>Whether the covariance of the scores can be taken over all points.</summary>
    private bool TakesPoints()
    {
        var cost = 0.0;
        for (var p = 0; p < _data.Persons; p++)
        {
            var width = (double)_expectation.Windows.Width[p];
            cost += width * ((width * _data.Rows.AnswerCount(p)) + ((double)_layout.Count * _layout.Count));
        }

        return cost <= CostOfPoints;
    }

    private static double NextNorm(ReadOnlySpan<double> weights, ReadOnlySpan<double> current, double mass)
    {
        var sum = 0.0;
        for (var q = 0; q < current.Length; q++)
        {
            sum += weights[q] / mass * current[q] * current[q];
        }

        return Math.Sqrt(sum);
    }

    private void AddPerson(
        int person,
        int used,
        double[] basis,
        double[] vectors,
        bool whole,
        (SymmetricMatrix Information, SymmetricMatrix Scores)[] result
    )
    {
        var frequency = _data.Frequency(person);
        var start = _expectation.Windows.Start[person];
        var width = _expectation.Windows.Width[person];
        var own = new double[_layout.PerItem];
        if (whole)
        {
            Array.Clear(vectors);
        }

        _data.Rows.ForEach(
            person,
            (item, right, trials) =>
            {
                for (var degree = 0; degree < used; degree++)
                {
                    Coefficients(item, right, trials, basis.AsSpan(degree * _points, width), start, own);
                    if (whole)
                    {
                        for (var k = 0; k < own.Length; k++)
                        {
                            vectors[(degree * _layout.Count) + _layout.Index(item, k)] += own[k];
                        }
                    }
                    else
                    {
                        (degree == 0 ? result[item].Scores : result[item].Information).AddOuter(own, degree == 0 ? frequency : -frequency);
                    }
                }
            }
        );
        for (var degree = 0; whole && degree < used; degree++)
        {
            var vector = vectors.AsSpan(degree * _layout.Count, _layout.Count);
            (degree == 0 ? result[0].Scores : result[0].Information).AddOuter(vector, degree == 0 ? frequency : -frequency);
        }
    }

    /// <summary>One answer's score in (a, d[, logit c]) against one row of the basis.</summary>
    private void Coefficients(int item, double right, double trials, ReadOnlySpan<double> basis, int start, Span<double> own)
    {
        var points = _expectation.Grid.Points.AsSpan(start, basis.Length);
        var wrongRow = _slopeScore.AsSpan((2 * item * _points) + start, basis.Length);
        var rightRow = _slopeScore.AsSpan((((2 * item) + 1) * _points) + start, basis.Length);
        var wrong = trials - right;
        var (a, d) = (0.0, 0.0);
        for (var q = 0; q < basis.Length; q++)
        {
            var score = basis[q] * ((right * rightRow[q]) + (wrong * wrongRow[q]));
            d += score;
            a += score * points[q];
        }

        own[0] = a;
        own[1] = d;
        if (own.Length > 2)
        {
            var g = 0.0;
            for (var q = 0; q < basis.Length; q++)
            {
                g +=
                    basis[q]
                    * (
                        (right * _guessScore[(((2 * item) + 1) * _points) + start + q])
                        + (wrong * _guessScore[(2 * item * _points) + start + q])
                    );
            }

            own[2] = g;
        }
    }

    private void AddComplete(
        bool whole,
        ChunkSums sums,
        GuessingOptions prior,
        (SymmetricMatrix Information, SymmetricMatrix Scores)[] result
    )
    {
        var points = _expectation.Grid.Points;
        var buffer = new double[_points];
        Span<double> h = stackalloc double[6];
        for (var j = 0; j < _parameters.Items; j++)
        {
            h.Clear();
            var c = _parameters.C(j);
            var mass = _data.Rows.ItemMass(j, sums, buffer);
            for (var q = 0; q < _points; q++)
            {
                var z = (_parameters.A[j] * points[q]) + _parameters.D[j];
                var (zz, zg, gg) = _parameters.HasGuessing
                    ? Curvature(z, c, sums.Row((2 * j) + 1, 0, _points)[q], sums.Row(2 * j, 0, _points)[q])
                    : (mass[q] * Logistic.Sigmoid(z) * Logistic.Sigmoid(-z), 0, 0);
                h[0] += zz * points[q] * points[q];
                h[1] += zz * points[q];
                h[2] += zz;
                h[3] += zg * points[q];
                h[4] += zg;
                h[5] += gg;
            }

            h[5] += (prior.PriorAlpha + prior.PriorBeta - 2) * c * (1 - c);
            AddBlock(whole ? result[0].Information : result[j].Information, j, whole, h);
        }
    }

    private void AddBlock(SymmetricMatrix target, int item, bool whole, ReadOnlySpan<double> h)
    {
        var next = 0;
        for (var i = 0; i < _layout.PerItem; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var (row, column) = whole ? (_layout.Index(item, i), _layout.Index(item, j)) : (i, j);
                target[Math.Max(row, column), Math.Min(row, column)] += h[next++];
            }
        }
    }

    /// <summary>Minus the expected second derivatives in (z, logit c), given the masses of right and wrong answers at a point.</summary>
    private static (double ZZ, double ZG, double GG) Curvature(double z, double c, double right, double wrong)
    {
        var star = Logistic.Sigmoid(z);
        var rest = Logistic.Sigmoid(-z);
        var p = c + ((1 - c) * star);
        var not = (1 - c) * rest;
        var dz = star * not / p;
        var dg = c * not / p;
        var zz = (right * ((dz * dz) - (not * star * (1 - (2 * star)) / p))) + (wrong * star * rest);
        var zg = right * ((dz * dg) + (dg * star));
        var gg = (right * ((dg * dg) - (dg * (1 - (2 * c))))) + (wrong * c * (1 - c));
        return (zz, zg, gg);
    }
}
