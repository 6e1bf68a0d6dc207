using System.Text.Json;
using Tare.Numerics;
using Tare.Testing;

namespace Tare.Psychometrics.Tests;

public sealed class PosteriorDiagnosticsTests
{
    [Fact]
    public void Numbers_are_those_of_the_package_posterior()
    {
        var golden = Golden.Read("posterior_diagnostics.json");
        var tolerance = golden.GetProperty("tolerance");
        var ess = tolerance.GetProperty("ess").GetDouble();
        foreach (var one in golden.GetProperty("cases").EnumerateArray())
        {
            var name = one.GetProperty("name").GetString();
            var chains = one.GetProperty("chains").EnumerateArray().Select(chain => chain.Deserialize<double[]>()!).ToArray();
            var found = PosteriorDiagnostics.Of(chains);
            Near(found.RHat, one.GetProperty("rHat").GetDouble(), tolerance.GetProperty("rHat").GetDouble(), $"{name}: R-hat");
            Near(found.BulkEss, one.GetProperty("bulk").GetDouble(), ess, $"{name}: bulk");
            Near(found.TailEss, one.GetProperty("tail").GetDouble(), ess, $"{name}: tail");
        }

        void Near(double value, double expected, double share, string what) => value.ShouldBe(expected, share * Math.Abs(expected), what);
    }

    /// <summary>Every sum written out, on three short lopsided chains: variogram form of the autocorrelations, ranks by counting.</summary>
    [Fact]
    public void Numbers_are_those_of_the_definition()
    {
        var random = RandomSource.For("diagnostics", 0);
        var chains = Enumerable.Range(0, 3).Select(c => Walk(random, 41, 0.2 + (0.2 * c), c == 2 ? 0.7 : 0)).ToArray();
        var split = chains.SelectMany(chain => new[] { chain[..20], chain[21..] }).ToArray();

        // 123 draws, so that the median is the 62nd and the 5% quantile lies at 6.1 from 0.
        var sorted = chains.SelectMany(x => x).Order().ToArray();
        var median = sorted[61];
        var found = PosteriorDiagnostics.Of(chains);
        found.BulkEss.ShouldBe(SlowEss(Scores(split)), 1e-9 * found.BulkEss);
        var folded = split.Select(chain => chain.Select(x => Math.Abs(x - median)).ToArray()).ToArray();
        found.RHat.ShouldBe(Math.Max(SlowRHat(Scores(split)), SlowRHat(Scores(folded))), 1e-12);
        var low = sorted[6] + (0.1 * (sorted[7] - sorted[6]));
        var high = sorted[115] + (0.9 * (sorted[116] - sorted[115]));
        var tails = new[] { low, high }.Select(bound =>
            SlowEss([.. split.Select(chain => chain.Select(x => x <= bound ? 1.0 : 0).ToArray())])
        );
        found.TailEss.ShouldBe(tails.Min(), 1e-9 * found.TailEss);
    }

    [Fact]
    public void Chains_that_differ_in_place_or_spread_are_seen()
    {
        var random = RandomSource.For("diagnostics", 1);
        var same = Enumerable.Range(0, 4).Select(_ => Walk(random, 500, 0, 0)).ToArray();
        var shifted = same.Select((chain, c) => c == 0 ? Array.ConvertAll(chain, x => x + 1) : chain).ToArray();
        var wider = same.Select((chain, c) => c == 0 ? Array.ConvertAll(chain, x => 3 * x) : chain).ToArray();
        PosteriorDiagnostics.Of(same).RHat.ShouldBeLessThan(1.01);
        PosteriorDiagnostics.Of(shifted).RHat.ShouldBeGreaterThan(1.05);
        PosteriorDiagnostics.Of(wider).RHat.ShouldBeGreaterThan(1.05);
    }

    [Fact]
    public void A_monotone_transformation_of_the_draws_changes_no_bulk_size_and_their_order_in_time_changes_no_r_hat()
    {
        var random = RandomSource.For("diagnostics", 2);
        var chains = Enumerable.Range(0, 4).Select(_ => Walk(random, 200, 0.5, 0)).ToArray();
        var heavy = chains.Select(chain => Array.ConvertAll(chain, x => Math.Sinh(3 * x))).ToArray();
        PosteriorDiagnostics.Of(heavy).BulkEss.ShouldBe(PosteriorDiagnostics.Of(chains).BulkEss);
        var reversed = chains.Select(chain => chain.Reverse().ToArray()).ToArray();
        PosteriorDiagnostics.Of(reversed).RHat.ShouldBe(PosteriorDiagnostics.Of(chains).RHat, 1e-12);
    }

    [Fact]
    public void A_constant_is_never_taken_for_converged_and_bad_chains_are_refused()
    {
        double[][] constant = [new double[10], new double[10]];
        PosteriorDiagnostics.Of(constant).ShouldBe(new ChainDiagnostics(double.PositiveInfinity, 0, 0));
        Should.Throw<ArgumentException>(() => PosteriorDiagnostics.Of([new double[10]])).Message.ShouldContain("at least 2 chains");
        Should.Throw<ArgumentException>(() => PosteriorDiagnostics.Of([new double[10], new double[9]]));
        Should.Throw<ArgumentException>(() => PosteriorDiagnostics.Of([new double[10], [.. new double[9], double.NaN]]));
    }

    private static double[] Walk(RandomSource random, int count, double correlation, double shift)
    {
        var x = 0.0;
        var result = new double[count];
        for (var k = 0; k < count; k++)
        {
            x = (correlation * x) + random.NextNormal();
            result[k] = x + shift;
        }

        return result;
    }

    private static double[][] Scores(double[][] chains)
    {
        var all = chains.SelectMany(x => x).ToArray();
        return
        [
            .. chains.Select(chain =>
                chain.Select(x => StandardNormal.Quantile((1 + all.Count(y => y < x) - 0.375) / (all.Length + 0.25))).ToArray()
            ),
        ];
    }

    private static double SlowRHat(double[][] chains)
    {
        double n = chains[0].Length;
        var within = chains.Average(Variance);
        var between = n * Variance([.. chains.Select(chain => chain.Average())]);
        return Math.Sqrt((((n - 1) / n * within) + (between / n)) / within);
    }

    /// <summary>Vehtari et al. (2021), equations 10 to 13.</summary>
    private static double SlowEss(double[][] chains)
    {
        var n = chains[0].Length;
        var within = chains.Average(Variance);
        var total = (within * (n - 1) / n) + Variance([.. chains.Select(chain => chain.Average())]);
        double Rho(int t)
        {
            var covariance = chains.Average(chain =>
            {
                var mean = chain.Average();
                return Enumerable.Range(0, n - t).Sum(k => (chain[k] - mean) * (chain[k + t] - mean)) / n;
            });
            return 1 - ((within - covariance) / total);
        }

        var pairs = new List<double> { 1 + Rho(1) };
        var lag = 2;
        while (lag - 2 < n - 5 && pairs[^1] > 0)
        {
            pairs.Add(Rho(lag) + Rho(lag + 1));
            lag += 2;
        }

        // The last pair is the one that ended the sum: only its first member counts, and only if it is positive.
        pairs.RemoveAt(pairs.Count - 1);
        for (var k = 1; k < pairs.Count; k++)
        {
            pairs[k] = Math.Min(pairs[k], pairs[k - 1]);
        }

        var tau = -1 + (2 * pairs.Sum()) + Math.Max(Rho(2 * pairs.Count), 0);
        var draws = (double)chains.Length * n;
        return draws / Math.Max(tau, 1 / Math.Log10(draws));
    }

    private static double Variance(double[] x)
    {
        var mean = x.Average();
        return x.Sum(value => (value - mean) * (value - mean)) / (x.Length - 1);
    }
}
