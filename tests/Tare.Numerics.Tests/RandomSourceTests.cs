using System.Globalization;

namespace Tare.Numerics.Tests;

public sealed class RandomSourceTests
{
    [Fact]
    public void The_streams_are_those_of_an_independent_program()
    {
        foreach (var expected in Golden.Expected("random-source.json"))
        {
            var name = expected.GetProperty("name").GetString()!;
            var replicate = expected.GetProperty("replicate").GetInt32();
            var bits = RandomSource.For(name, replicate);
            var doubles = RandomSource.For(name, replicate);
            var integers = RandomSource.For(name, replicate);
            foreach (var text in expected.GetProperty("bits").EnumerateArray())
            {
                bits.NextBits().ShouldBe(ulong.Parse(text.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            }

            expected.Numbers("doubles").ShouldAllBe(x => x == doubles.NextDouble());
            expected.Numbers("below1000003").ShouldAllBe(n => n == integers.NextInt(1000003));
        }
    }

    [Fact]
    public void Names_and_replicates_give_streams_of_their_own()
    {
        var firsts = new[] { ("a", 0), ("a", 1), ("b", 0), ("a1", 0), ("a", 256) }.Select(k =>
            RandomSource.For(k.Item1, k.Item2).NextBits()
        );

        firsts.Distinct().Count().ShouldBe(5);
        RandomSource.For("a", 0).NextBits().ShouldBe(RandomSource.For("a", 0).NextBits());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    public void Integers_are_uniform(int n)
    {
        const int Draws = 100_000;
        var random = RandomSource.For("uniform integers", n);
        var counts = new int[n];
        for (var k = 0; k < Draws; k++)
        {
            counts[random.NextInt(n)]++;
        }

        // Chi-square with at most 9 degrees of freedom exceeds 40 with probability below 1e-5. A generator that gives one value 10 % more than its
        // share fails practically always (noncentrality above 110).
        counts.Sum(c => Math.Pow(c - ((double)Draws / n), 2) / ((double)Draws / n)).ShouldBeLessThan(40);
    }

    [Fact]
    public void Integers_below_a_large_bound_are_not_biased_towards_the_small_ones()
    {
        // Below 3 * 2^29, taking 31 bits modulo n would give the lower third twice as often as the rest.
        const int N = 3 << 29;
        var random = RandomSource.For("large integers", 0);
        var low = 0;
        for (var k = 0; k < 30_000; k++)
        {
            low += random.NextInt(N) < N / 3 ? 1 : 0;
        }

        // 10,000 expected, standard deviation 82; six of them.
        low.ShouldBeInRange(9_510, 10_490);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal()
    {
        const int Draws = 200_000;
        var random = RandomSource.For("normal moments", 0);
        var sums = new double[5];
        for (var k = 0; k < Draws; k++)
        {
            var z = random.NextNormal();
            for (var power = 1; power <= 4; power++)
            {
                sums[power] += Math.Pow(z, power) / Draws;
            }
        }

        // Six standard errors of each moment: its variance is that of z^k, which is 1, 2, 15 and 96.
        sums[1].ShouldBe(0, 6 * Math.Sqrt(1.0 / Draws));
        sums[2].ShouldBe(1, 6 * Math.Sqrt(2.0 / Draws));
        sums[3].ShouldBe(0, 6 * Math.Sqrt(15.0 / Draws));
        sums[4].ShouldBe(3, 6 * Math.Sqrt(96.0 / Draws));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Should.Throw<ArgumentException>(() => RandomSource.For("", 0));
        Should.Throw<ArgumentOutOfRangeException>(() => RandomSource.For("a", -1));
        Should.Throw<ArgumentOutOfRangeException>(() => RandomSource.For("a", 0).NextInt(0));
        RandomSource.For("a", 0).NextInt(1).ShouldBe(0);
    }
}
