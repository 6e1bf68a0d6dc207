using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>Simulation-based calibration, first half: truth from the prior, data from the truth.</summary>
internal sealed record FacetGenerator(SimulatedFacets Design, ScalePrior Prior, double InterceptWidth)
{
    internal (ResponseMatrix Data, double[] Truth) Draw(RandomSource random)
    {
        var spreads = SimulatedFacets.TermNames.Select(_ => Prior.Draw(random)).ToArray();
        var intercept = InterceptWidth * random.NextNormal();
        var (data, effects) = Design.Draw(random, intercept, spreads);
        return (data, Quantities(data, intercept, spreads, effects[0][0], effects[2][0]));
    }

    /// <summary>What is ranked: the spreads, the intercept, one person, one item.</summary>
    internal static double[] Quantities(ResponseMatrix data, double intercept, double[] spreads, double person, double item)
    {
        _ = data;
        return [.. spreads, intercept, person, item];
    }

    internal static readonly string[] Names =
    [
        .. SimulatedFacets.TermNames.Select(term => $"sd of {term}"),
        "intercept",
        "a person",
        "an item",
    ];
}

/// <summary>Second half: data to posterior draws, by a kernel that may be wrong.</summary>
internal sealed record FacetBackend(FacetGenerator Generator, Func<ManyFacetDesign, ScalePrior, double, IManyFacetKernel> Kernel)
{
    private const int Warmup = 100;
    private const int Thinning = 8;

    /// <summary>Rank of each true quantity among the draws, 0 ... draws.</summary>
    internal int[] Ranks(int replicate, int draws, string stream)
    {
        var random = RandomSource.For(stream, replicate);
        var (data, truth) = Generator.Draw(random);
        var design = Design(data);
        var kernel = Kernel(design, Generator.Prior, Generator.InterceptWidth);
        var state = new GibbsState(design);
        state.Scatter(design, random);
        var ranks = new int[truth.Length];
        for (var cycle = 1; cycle <= Warmup + (draws * Thinning); cycle++)
        {
            kernel.Advance(state, random);
            if (cycle > Warmup && (cycle - Warmup) % Thinning == 0)
            {
                var values = FacetGenerator.Quantities(data, state.Intercept, state.Scales, state.Effects[0][0], state.Effects[2][0]);
                for (var q = 0; q < ranks.Length; q++)
                {
                    ranks[q] += values[q] < truth[q] ? 1 : 0;
                }
            }
        }

        return ranks;
    }

    internal static ManyFacetDesign Design(ResponseMatrix data)
    {
        FacetColumn[] columns =
        [
            new("person", data.Persons, data.PersonOf.ToArray()),
            new("item", data.Items, data.ItemOf.ToArray()),
            new("rater", data.Facets[0].Levels, data.Facets[0].LevelOf.ToArray()),
        ];
        var successes = Enumerable.Range(0, data.Count).Select(k => (int)Math.Round(data.Value[k] * data.Trials[k])).ToArray();
        return ManyFacetDesign.From(columns, successes, data.Trials.ToArray(), SimulatedFacets.Terms);
    }
}

/// <summary>Simultaneous confidence band for the empirical distribution function of ranks (Säilynoja, Bürkner and Vehtari 2022).</summary>
internal static class RankBand
{
    /// <summary>
    /// Share of uniform samples whose worst pointwise binomial tail is at least as small as that of these ranks: a p-value, at least 1/(n + 1).
    /// </summary>
    internal static double PValue(int[] ranks, int draws, int simulations)
    {
        var tails = Tails(ranks.Length, draws);
        var observed = Worst(ranks, draws, tails);
        var random = RandomSource.For("rank-band", draws);
        var sample = new int[ranks.Length];
        var below = 0;
        for (var k = 0; k < simulations; k++)
        {
            for (var j = 0; j < sample.Length; j++)
            {
                sample[j] = random.NextInt(draws + 1);
            }

            below += Worst(sample, draws, tails) <= observed ? 1 : 0;
        }

        return (below + 1.0) / (simulations + 1);
    }

    private static double Worst(int[] ranks, int draws, double[][] tails)
    {
        var counts = new int[draws + 1];
        foreach (var rank in ranks)
        {
            counts[rank]++;
        }

        var worst = 1.0;
        var sum = 0;
        for (var r = 0; r < draws; r++)
        {
            sum += counts[r];
            worst = Math.Min(worst, tails[r][sum]);
        }

        return worst;
    }

    /// <summary>For each rank and count: the smaller binomial tail that the count lies in.</summary>
    private static double[][] Tails(int n, int draws) =>
        [
            .. Enumerable
                .Range(0, draws)
                .Select(r =>
                {
                    var p = (r + 1.0) / (draws + 1);
                    var distribution = new MathNet.Numerics.Distributions.Binomial(p, n);
                    return Enumerable
                        .Range(0, n + 1)
                        .Select(k =>
                            Math.Min(distribution.CumulativeDistribution(k), 1 - (k == 0 ? 0 : distribution.CumulativeDistribution(k - 1)))
                        )
                        .ToArray();
                }),
        ];
}
