using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>One person's ability on items that are fixed, under the family and the objective of a fit.</summary>
/// <remarks>
/// Two parameters: minimises ½ Σ m (P - y)² + ½ (λ / P) θ², the terms of the fit's objective that hold θ, so a person of the fit gets its own value back.
/// One parameter with spread: minimises Σ m w CE(y, P). The root of the derivative is bracketed on a grid and halved.
/// </remarks>
internal sealed class FixedItems
{
    private const double Bound = 10;
    private const double SpreadBound = 40;
    private const int GridSteps = 80;
    private const int Halvings = 50;
    private readonly ResponseCurve _curve;
    private readonly bool _isLeastSquares;
    private readonly double _ridge;

    internal FixedItems(Methodology methodology, ResponseMatrix data)
    {
        _curve = ResponseCurve.Of(methodology);
        _isLeastSquares = methodology.Family == ResponseFamily.TwoParameterLeastSquares;
        var pinned = methodology.PinnedBenchmark is { } p && data.Items.Contains(p, StringComparer.Ordinal) ? 1 : 0;
        FreeParameters = _isLeastSquares ? data.Persons.Count + (2 * data.Items.Count) - pinned : data.Persons.Count + data.Items.Count - 1;
        _ridge = _isLeastSquares ? methodology.Ridge / FreeParameters : 0;
    }

    /// <summary>Free parameters of the fit.</summary>
    internal int FreeParameters { get; }

    /// <summary>Largest ability that is searched, logits.</summary>
    internal double Limit => _isLeastSquares ? Bound : SpreadBound;

    /// <summary>The curve of the family.</summary>
    internal ResponseCurve Curve => _curve;

    /// <summary>The ability that fits best, logits.</summary>
    /// <param name="items">Positions of the items.</param>
    /// <param name="values">Shares on them.</param>
    /// <param name="multiplicity">How often each counts times its weight, not negative.</param>
    /// <param name="difficulties">Difficulties of all items.</param>
    /// <param name="discriminations">Discriminations of all items.</param>
    internal double Ability(
        ReadOnlySpan<int> items,
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> multiplicity,
        IReadOnlyList<double> difficulties,
        IReadOnlyList<double> discriminations
    )
    {
        var step = 2 * Limit / GridSteps;
        var (best, lowest) = (0, double.PositiveInfinity);
        for (var k = 0; k <= GridSteps; k++)
        {
            var (objective, _) = At((k * step) - Limit, items, values, multiplicity, difficulties, discriminations);
            if (objective < lowest)
            {
                (best, lowest) = (k, objective);
            }
        }

        var low = Math.Max(-Limit, ((best - 1) * step) - Limit);
        var high = Math.Min(Limit, ((best + 1) * step) - Limit);
        for (var k = 0; k < Halvings; k++)
        {
            var middle = (low + high) / 2;
            if (At(middle, items, values, multiplicity, difficulties, discriminations).Derivative > 0)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return (low + high) / 2;
    }

    /// <summary>What a response tells of the ability: w (dP/dθ)² for least squares, w (dP/dθ)² / (P (1 - P)) for cross-entropy.</summary>
    internal double Information(double share, double slope, double weight) =>
        _isLeastSquares ? weight * slope * slope : weight * slope * slope / Math.Max(share * (1 - share), 1e-12);

    /// <summary>Ridge's part of the information.</summary>
    internal double RidgeInformation => _ridge;

    private (double Objective, double Derivative) At(
        double theta,
        ReadOnlySpan<int> items,
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> multiplicity,
        IReadOnlyList<double> difficulties,
        IReadOnlyList<double> discriminations
    )
    {
        var objective = _ridge * theta * theta / 2;
        var derivative = _ridge * theta;
        for (var k = 0; k < items.Length; k++)
        {
            if (multiplicity[k] == 0)
            {
                continue;
            }

            var (p, slope) = _curve.At(theta, difficulties[items[k]], discriminations[items[k]]);
            if (_isLeastSquares)
            {
                objective += multiplicity[k] * (p - values[k]) * (p - values[k]) / 2;
                derivative += multiplicity[k] * (p - values[k]) * slope;
            }
            else
            {
                var inside = Math.Clamp(p, 1e-15, 1 - 1e-15);
                objective -= multiplicity[k] * ((values[k] * Math.Log(inside)) + ((1 - values[k]) * Math.Log(1 - inside)));
                derivative += multiplicity[k] * (p - values[k]) * slope / (inside * (1 - inside));
            }
        }

        return (objective, derivative);
    }
}
