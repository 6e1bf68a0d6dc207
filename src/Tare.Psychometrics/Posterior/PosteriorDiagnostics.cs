using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Convergence of Markov chains: rank-normalised split R-hat, bulk and tail effective sample size.</summary>
/// <remarks>
/// Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021). Each chain is split in halves; a middle draw of an odd number counts for median and quantiles only. A
/// quantity that is constant over all draws has no R-hat: it is reported as infinite, with effective sizes 0, so that it is never taken for
/// converged.
/// </remarks>
public static class PosteriorDiagnostics
{
    /// <summary>Diagnostics of one quantity.</summary>
    /// <param name="chains">Draws, one array for each chain; at least 2 chains of equal length, at least 8 draws each, all finite.</param>
    public static ChainDiagnostics Of(IReadOnlyList<double[]> chains)
    {
        ArgumentNullException.ThrowIfNull(chains);
        Check(chains);
        var split = Split(chains);
        var pooled = chains.SelectMany(chain => chain).ToArray();
        if (pooled.Max() == pooled.Min())
        {
            return new ChainDiagnostics(double.PositiveInfinity, 0, 0);
        }

        var median = Quantiles.Of(pooled, 0.5);
        var bulk = RankNormalise(split);
        var folded = RankNormalise([.. split.Select(chain => Array.ConvertAll(chain, x => Math.Abs(x - median)))]);
        var rHat = Math.Max(RHat(bulk), RHat(folded));
        var low = Quantiles.Of(pooled, 0.05);
        var high = Quantiles.Of(pooled, 0.95);
        var tail = Math.Min(Ess(Indicators(split, low)), Ess(Indicators(split, high)));
        return new ChainDiagnostics(rHat, Ess(bulk), tail);
    }

    /// <summary>R-hat of chains that are split and transformed already: root of (W (n-1)/n + B/n) / W.</summary>
    internal static double RHat(double[][] chains)
    {
        var n = chains[0].Length;
        var means = chains.Select(chain => chain.Average()).ToArray();
        var within = 0.0;
        for (var c = 0; c < chains.Length; c++)
        {
            within += SquaresAround(chains[c], means[c]) / (n - 1);
        }

        within /= chains.Length;
        var between = n * SquaresAround(means, means.Average()) / (chains.Length - 1);
        return within > 0 ? Math.Sqrt((within * (n - 1) / n + (between / n)) / within) : double.PositiveInfinity;
    }

    /// <summary>
    /// Effective size of chains that are split and transformed already: m n / tau, tau from the autocorrelations by Geyer's initial monotone
    /// sequence (Vehtari et al. 2021, equations 10 to 13; Geyer 1992). At most m n log10(m n).
    /// </summary>
    internal static double Ess(double[][] chains)
    {
        var n = chains[0].Length;
        var centred = new double[chains.Length][];
        var means = new double[chains.Length];
        for (var c = 0; c < chains.Length; c++)
        {
            var mean = means[c] = chains[c].Average();
            centred[c] = Array.ConvertAll(chains[c], x => x - mean);
        }

        var within = Autocovariance(centred, 0) * n / (n - 1);
        var total = (within * (n - 1) / n) + (SquaresAround(means, means.Average()) / (chains.Length - 1));
        if (!(total > 0))
        {
            return 0;
        }

        double Correlation(int lag) => 1 - ((within - Autocovariance(centred, lag)) / total);
        var draws = (double)chains.Length * n;
        return draws / Math.Max(AutocorrelationTime(Correlation, n), 1 / Math.Log10(draws));
    }

    /// <summary>-1 + 2 times the sum of autocorrelations, in pairs while these are positive, each pair held at most the one before.</summary>
    private static double AutocorrelationTime(Func<int, double> correlation, int n)
    {
        var even = 1.0;
        var odd = correlation(1);
        var previous = even + odd;
        var sum = 0.0;
        var lag = 0;
        while (lag < n - 5 && even + odd > 0)
        {
            previous = Math.Min(previous, even + odd);
            sum += previous;
            lag += 2;
            even = correlation(lag);
            odd = correlation(lag + 1);
        }

        // An estimate that ends in antithetic noise gains from the first term after the cut (Vehtari et al. 2021, after equation 13).
        return -1 + (2 * sum) + Math.Max(even, 0);
    }

    private static double Autocovariance(double[][] centred, int lag)
    {
        var sum = 0.0;
        foreach (var chain in centred)
        {
            var own = 0.0;
            for (var k = lag; k < chain.Length; k++)
            {
                own += chain[k] * chain[k - lag];
            }

            sum += own / chain.Length;
        }

        return sum / centred.Length;
    }

    /// <summary>Φ^-1((r - 3/8) / (S + 1/4)), r the average rank among all S draws (Vehtari et al. 2021, equation 14).</summary>
    internal static double[][] RankNormalise(double[][] chains)
    {
        var n = chains[0].Length;
        var values = chains.SelectMany(chain => chain).ToArray();
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        var result = chains.Select(chain => new double[chain.Length]).ToArray();
        for (var first = 0; first < order.Length; )
        {
            var last = first;
            while (last + 1 < order.Length && values[order[last + 1]] == values[order[first]])
            {
                last++;
            }

            var rank = ((first + last) / 2.0) + 1;
            var score = StandardNormal.Quantile((rank - 0.375) / (order.Length + 0.25));
            for (; first <= last; first++)
            {
                result[order[first] / n][order[first] % n] = score;
            }
        }

        return result;
    }

    internal static double[][] Split(IReadOnlyList<double[]> chains)
    {
        var half = chains[0].Length / 2;
        return [.. chains.SelectMany(chain => new[] { chain[..half], chain[^half..] })];
    }

    private static double[][] Indicators(double[][] chains, double bound) =>
        [.. chains.Select(chain => Array.ConvertAll(chain, x => x <= bound ? 1.0 : 0.0))];

    private static double SquaresAround(double[] values, double centre)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += (value - centre) * (value - centre);
        }

        return sum;
    }

    private static void Check(IReadOnlyList<double[]> chains)
    {
        if (chains.Count < 2 || chains.Any(chain => chain.Length != chains[0].Length || chain.Length < 8))
        {
            throw new ArgumentException(
                $"{chains.Count} chains of lengths {string.Join(", ", chains.Select(chain => chain.Length))}; "
                    + "expected at least 2 chains of one length, at least 8.",
                nameof(chains)
            );
        }

        if (chains.Any(chain => chain.Any(x => !double.IsFinite(x))))
        {
            throw new ArgumentException("A draw is not finite; its chain cannot be judged.", nameof(chains));
        }
    }
}
