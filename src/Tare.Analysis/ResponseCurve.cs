using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>The score that a response family expects of an ability on a benchmark.</summary>
/// <remarks>
/// Two parameters: P = sigmoid(a (θ - b)). One parameter with spread: P = mean over z ~ N(0, 1) of sigmoid(θ - b + σ z), by Gauss-Hermite.
/// </remarks>
internal sealed class ResponseCurve
{
    private const int Nodes = 61;
    private readonly double _sigma;
    private readonly GaussHermite _rule;

    private ResponseCurve(double sigma)
    {
        _sigma = sigma;
        _rule = GaussHermite.Of(sigma > 0 ? Nodes : 1);
    }

    /// <summary>The curve of a methodology's family.</summary>
    internal static ResponseCurve Of(Methodology methodology) =>
        new(methodology.Family == ResponseFamily.OneParameterWithSpread ? methodology.Sigma : 0);

    /// <summary>Expected share P and its slope dP/dθ, per logit.</summary>
    /// <param name="ability">θ, logits.</param>
    /// <param name="difficulty">b, logits.</param>
    /// <param name="discrimination">a, per logit.</param>
    internal (double Share, double Slope) At(double ability, double difficulty, double discrimination)
    {
        var location = discrimination * (ability - difficulty);
        if (_sigma == 0)
        {
            var p = Logistic.Sigmoid(location);
            return (p, discrimination * p * (1 - p));
        }

        var (share, slope) = (0.0, 0.0);
        for (var k = 0; k < _rule.Nodes.Length; k++)
        {
            var p = Logistic.Sigmoid(location + (_sigma * _rule.Nodes[k]));
            share += _rule.Weights[k] * p;
            slope += _rule.Weights[k] * p * (1 - p);
        }

        return (share, discrimination * slope);
    }
}
