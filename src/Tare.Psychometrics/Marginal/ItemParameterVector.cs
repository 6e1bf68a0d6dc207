using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Slopes a, intercepts d and, with guessing, logits of c, one after the other: P = c + (1 - c) logistic(a θ + d).</summary>
internal sealed class ItemParameterVector
{
    private readonly double[] _fixedC;

    internal ItemParameterVector(int items, bool estimatesGuessing, double? fixedGuessing)
    {
        Items = items;
        EstimatesGuessing = estimatesGuessing;
        HasGuessing = estimatesGuessing || fixedGuessing > 0;
        Numbers = new double[items * (estimatesGuessing ? 3 : 2)];
        _fixedC = [fixedGuessing ?? 0];
    }

    internal int Items { get; }

    internal bool HasGuessing { get; }

    internal bool EstimatesGuessing { get; }

    internal double[] Numbers { get; }

    internal Span<double> A => Numbers.AsSpan(0, Items);

    internal Span<double> D => Numbers.AsSpan(Items, Items);

    /// <summary>ln(c / (1 - c)); empty where c is not estimated.</summary>
    internal Span<double> G => Numbers.AsSpan(2 * Items);

    internal double C(int item) => EstimatesGuessing ? Logistic.Sigmoid(G[item]) : _fixedC[0];

    internal ItemParameterVector Copy()
    {
        var copy = new ItemParameterVector(Items, EstimatesGuessing, _fixedC[0]);
        Numbers.CopyTo(copy.Numbers, 0);
        return copy;
    }
}
