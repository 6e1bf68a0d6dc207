using Tare.Numerics;

namespace Tare.Analysis;

/// <summary>Random weights of groups of benchmarks: flat Dirichlet weights with mean 1, the Bayesian bootstrap of Rubin (1981).</summary>
internal static class Reweighting
{
    /// <summary>One weight a group, positive, summing to the number of groups.</summary>
    internal static double[] Flat(RandomSource random, int groups)
    {
        var weights = new double[groups];
        for (var k = 0; k < groups; k++)
        {
            weights[k] = RandomVariates.Exponential(random);
        }

        var scale = groups / weights.Sum();
        return Array.ConvertAll(weights, w => w * scale);
    }

    /// <summary>Domain of each item; an item without one is a domain of its own.</summary>
    internal static string[] DomainsOf(Records.Evidence evidence, IReadOnlyList<string> items)
    {
        var domains = evidence.Benchmarks.ToDictionary(b => b.Id, b => b.Domain ?? $"({b.Id})", StringComparer.Ordinal);
        return [.. items.Select(i => domains[i])];
    }
}
