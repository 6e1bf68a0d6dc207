using System.Runtime.Intrinsics;
using Tare.Numerics;
using Tare.Psychometrics;

namespace Tare.Psychometrics.Tests;

public sealed class GridKernelsTests
{
    [Theory]
    [InlineData(-1e-3, 0)]
    [InlineData(-1, 0)]
    [InlineData(-40, -1)]
    [InlineData(-700, -40)]
    public void Exponential_is_within_two_ulp_of_the_true_value_in_every_region(double low, double high)
    {
        var worst = 0.0;
        for (var k = 0; k <= 20_000; k++)
        {
            var x = low + ((high - low) * k / 20_000);
            var expected = Math.Exp(x);
            var found = GridKernels.ExpOfNegative(Vector256.Create(x))[2];
            worst = Math.Max(worst, Math.Abs(found - expected) / (Math.BitIncrement(expected) - expected));
        }

        // One ULP is the kernel's, one the library's.
        worst.ShouldBeLessThanOrEqualTo(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-708)]
    [InlineData(-1e6)]
    [InlineData(double.NegativeInfinity)]
    public void Exponential_keeps_its_ends(double x)
    {
        var found = GridKernels.ExpOfNegative(Vector256.Create(x))[0];
        found.ShouldBe(Math.Exp(Math.Max(x, -708)), 1e-320 + (1e-15 * Math.Exp(Math.Max(x, -708))));
    }

    [Fact]
    public void Logistic_sums_are_those_of_the_definition_far_into_the_tails()
    {
        double[] x = [-9, -2.5, -0.25, 0, 0.5, 1.25, 4, 9];
        double[] n = [0.5, 3, 20, 7, 0, 11, 2, 1e-3];
        foreach (var (a, d) in new[] { (1.3, 0.4), (-0.7, 2.0), (30.0, -100.0), (0.0, -3.0) })
        {
            var found = new double[5];
            GridKernels.LogisticSums(x, n, a, d, found);
            var expected = new double[5];
            for (var q = 0; q < x.Length; q++)
            {
                var p = Logistic.Sigmoid((a * x[q]) + d);
                var pq = p * Logistic.Sigmoid(-((a * x[q]) + d));
                expected[0] += n[q] * p;
                expected[1] += n[q] * x[q] * p;
                expected[2] += n[q] * pq;
                expected[3] += n[q] * x[q] * pq;
                expected[4] += n[q] * x[q] * x[q] * pq;
            }

            for (var k = 0; k < 5; k++)
            {
                found[k].ShouldBe(expected[k], 1e-13 * (1 + Math.Abs(expected[k])));
            }
        }
    }

    [Fact]
    public void Complements_logarithm_keeps_its_tails()
    {
        double[] x = [-60, -3, -1e-9, 0, 1, 5, 40, 600];
        var row = new double[x.Length];
        GridKernels.LogComplement(x, 1.1, -0.2, row);
        for (var q = 0; q < x.Length; q++)
        {
            var expected = Logistic.LogSigmoid(-((1.1 * x[q]) - 0.2));
            row[q].ShouldBe(expected, 3e-16 + (1e-15 * Math.Abs(expected)));
        }
    }

    [Fact]
    public void Bit_sums_and_scatters_are_those_of_a_loop_over_the_bits()
    {
        const int Words = 3;
        var random = RandomSource.For("tests/bits", 0);
        var rows = Enumerable.Range(0, 4 * Words).Select(_ => random.NextBits()).ToArray();
        var a = Enumerable.Range(0, 64 * Words).Select(_ => random.NextNormal()).ToArray();
        var d = Enumerable.Range(0, 64 * Words).Select(_ => random.NextNormal()).ToArray();
        var sums = new double[8];
        BitKernels.Sums(rows, a, d, sums);
        double[] values = [0.5, -2, 3, 0.125];
        var totals = new double[64 * Words];
        BitKernels.Scatter(rows, values, totals);
        var expectedTotals = new double[64 * Words];
        for (var p = 0; p < 4; p++)
        {
            var (sumA, sumD) = (0.0, 0.0);
            for (var k = 0; k < 64 * Words; k++)
            {
                if (((rows[(p * Words) + (k / 64)] >> (k % 64)) & 1) == 1)
                {
                    sumA += a[k];
                    sumD += d[k];
                    expectedTotals[k] += values[p];
                }
            }

            sums[2 * p].ShouldBe(sumA, 1e-12);
            sums[(2 * p) + 1].ShouldBe(sumD, 1e-12);
        }

        totals.Zip(expectedTotals).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-15);
    }
}
