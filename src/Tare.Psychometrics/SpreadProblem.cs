using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>What a one-parameter fit with spread is about: data, quadrature, bounds. Immutable, shared by all workspaces.</summary>
internal sealed class SpreadProblem
{
    internal SpreadProblem(ResponseMatrix data, OneParameterWithSpreadOptions options)
    {
        Data = data;
        Options = options;

        // Without spread the integral is the integrand at its only node.
        var rule = GaussHermite.Of(options.Sigma == 0 ? 1 : options.Nodes);
        NodeWeights = rule.Weights.ToArray();
        NodeOdds = [.. rule.Nodes.ToArray().Select(z => Math.Exp(-options.Sigma * z))];
    }

    internal ResponseMatrix Data { get; }

    internal OneParameterWithSpreadOptions Options { get; }

    /// <summary>Weights of the nodes z.</summary>
    internal double[] NodeWeights { get; }

    /// <summary>e^(-σ z) at the nodes z.</summary>
    internal double[] NodeOdds { get; }
}
