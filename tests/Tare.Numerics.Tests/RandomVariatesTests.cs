using MathNet.Numerics;

namespace Tare.Numerics.Tests;

/// <summary>Draws against exact moments and distribution functions.</summary>
public sealed class RandomVariatesTests
{
    private const int Draws = 40_000;

    /// <summary>Kolmogorov's distance times root n: above 2.6 with probability 3e-6.</summary>
    private const double Bound = 2.6;

    /// <summary>
    /// Four million draws in 200 equally likely cells: chi-square with 199 degrees of freedom, above 310 with probability 1e-6. A wrong rule for the
    /// wedges between layers, where 1% of the draws fall, is seen; a tail on one side only is seen by its own count.
    /// </summary>
    [Fact]
    public void Normal_draws_have_their_moments_tails_and_distribution()
    {
        const int Many = 4_000_000;
        const int Cells = 200;
        const double Tail = 3.442619855899;
        var random = RandomSource.For("normal", 0);
        var counts = new int[Cells];
        double sum = 0;
        double squares = 0;
        var above = 0;
        var below = 0;
        for (var k = 0; k < Many; k++)
        {
            var x = RandomVariates.Normal(random);
            sum += x;
            squares += x * x;
            above += x > Tail ? 1 : 0;
            below += x < -Tail ? 1 : 0;
            counts[Math.Min(Cells - 1, (int)(Cells * StandardNormal.Cumulative(x)))]++;
        }

        (sum / Many).ShouldBe(0, 5.5 / Math.Sqrt(Many));
        (squares / Many).ShouldBe(1, 5.5 * Math.Sqrt(2.0 / Many));
        var expected = Many * StandardNormal.Cumulative(-Tail);
        ((double)above).ShouldBe(expected, 5.5 * Math.Sqrt(expected));
        ((double)below).ShouldBe(expected, 5.5 * Math.Sqrt(expected));
        counts.Sum(count => Math.Pow(count - ((double)Many / Cells), 2) / ((double)Many / Cells)).ShouldBeLessThan(310);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.0)]
    [InlineData(4.5)]
    [InlineData(60.0)]
    public void Gamma_draws_have_their_moments_and_distribution(double shape)
    {
        var draws = Take($"gamma/{shape}", random => RandomVariates.Gamma(random, shape));
        draws.Average().ShouldBe(shape, 5.5 * Math.Sqrt(shape / Draws));
        Distance(draws, x => SpecialFunctions.GammaLowerRegularized(shape, x)).ShouldBeLessThan(Bound);
    }

    [Fact]
    public void Inverse_gamma_draws_have_their_moments_and_distribution()
    {
        var draws = Take("inverse-gamma", random => RandomVariates.InverseGamma(random, 6, 10));

        // Mean b/(a-1), variance b²/((a-1)²(a-2)).
        draws.Average().ShouldBe(2, 5.5 * Math.Sqrt(1.0 / Draws));
        Distance(draws, x => SpecialFunctions.GammaUpperRegularized(6, 10 / x)).ShouldBeLessThan(Bound);
    }

    [Fact]
    public void Exponential_draws_have_their_moments_and_distribution()
    {
        var draws = Take("exponential", RandomVariates.Exponential);
        draws.Average().ShouldBe(1, 5.5 * Math.Sqrt(1.0 / Draws));
        Distance(draws, x => 1 - Math.Exp(-x)).ShouldBeLessThan(Bound);
    }

    /// <summary>Both ways of drawing, on both sides of the point where the mean passes the bound.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.7)]
    [InlineData(1.56)]
    [InlineData(1.57)]
    [InlineData(6.0)]
    public void Truncated_inverse_gaussian_draws_follow_their_distribution(double rate)
    {
        const double Bound64 = 0.64;
        var draws = Take($"inverse-gaussian/{rate}", random => RandomVariates.InverseGaussianBelow(random, rate, Bound64));
        draws.ShouldAllBe(x => x > 0 && x <= Bound64);
        var whole = Cumulative(Bound64, rate);
        Distance(draws, x => Cumulative(x, rate) / whole).ShouldBeLessThan(Bound);
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        var random = RandomSource.For("variates", 0);
        Should.Throw<ArgumentOutOfRangeException>(() => RandomVariates.Gamma(random, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => RandomVariates.Gamma(random, double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => RandomVariates.InverseGamma(random, 1, -1));
    }

    /// <summary>Inverse Gaussian of mean 1/r and shape 1: Φ((rx - 1)/√x) + e^(2r) Φ(-(rx + 1)/√x).</summary>
    private static double Cumulative(double x, double rate) =>
        StandardNormal.Cumulative(((rate * x) - 1) / Math.Sqrt(x))
        + (Math.Exp(2 * rate) * StandardNormal.Cumulative(-((rate * x) + 1) / Math.Sqrt(x)));

    private static double[] Take(string name, Func<RandomSource, double> draw)
    {
        var random = RandomSource.For(name, 0);
        return [.. Enumerable.Range(0, Draws).Select(_ => draw(random))];
    }

    private static double Distance(double[] draws, Func<double, double> cumulative)
    {
        Array.Sort(draws);
        var distance = 0.0;
        for (var k = 0; k < Draws; k++)
        {
            var exact = cumulative(draws[k]);
            distance = Math.Max(distance, Math.Max(Math.Abs(exact - ((double)k / Draws)), Math.Abs(exact - ((k + 1.0) / Draws))));
        }

        return distance * Math.Sqrt(Draws);
    }
}
