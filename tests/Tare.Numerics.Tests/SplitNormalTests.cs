namespace Tare.Numerics.Tests;

public sealed class SplitNormalTests
{
    [Fact]
    public void The_interval_is_where_its_level_says()
    {
        var split = SplitNormal.From(10, 8, 15, 0.9);
        var z = StandardNormal.Quantile(0.95);

        split.At(-z).ShouldBe(8, 1e-14);
        split.At(z).ShouldBe(15, 1e-14);
        split.At(0).ShouldBe(10);
        split.StandardDeviationBelow.ShouldBe(2 / 1.6448536269514722, 1e-14);
        split.StandardDeviationAbove.ShouldBe(5 / 1.6448536269514722, 1e-14);
    }

    [Fact]
    public void Draws_fall_below_the_ends_as_often_as_the_level_says()
    {
        const int Draws = 40_000;
        var split = SplitNormal.From(10, 8, 15, 0.9);
        var random = RandomSource.For("split normal", 0);
        var draws = Enumerable.Range(0, Draws).Select(_ => split.Draw(random)).ToArray();

        // 2,000 expected with standard deviation 43.6, and 20,000 with 100; six of them. A symmetric normal with the mean of the two standard
        // deviations would put about 6,900 draws below the lower end and 400 above the upper one.
        draws.Count(x => x < 8).ShouldBeInRange(1_738, 2_262);
        draws.Count(x => x > 15).ShouldBeInRange(1_738, 2_262);
        draws.Count(x => x < 10).ShouldBeInRange(19_400, 20_600);
    }

    [Fact]
    public void Without_bounds_the_value_is_constant_but_takes_its_number_from_the_stream()
    {
        var constant = SplitNormal.From(130, null, null, 0.9);
        var used = RandomSource.For("constant", 0);
        var other = RandomSource.For("constant", 0);

        constant.Draw(used).ShouldBe(130);
        other.NextNormal();
        used.NextBits().ShouldBe(other.NextBits());
    }

    [Theory]
    [InlineData(7.0, 8.0, 9.0)]
    [InlineData(9.5, 8.0, 9.0)]
    [InlineData(8.5, null, 9.0)]
    [InlineData(8.5, 8.0, null)]
    [InlineData(8.5, 8.0, double.PositiveInfinity)]
    public void An_interval_that_does_not_hold_the_value_is_refused(double value, double? lower, double? upper) =>
        Should.Throw<ArgumentException>(() => SplitNormal.From(value, lower, upper, 0.9)).Message.ShouldContain("expected lower <= value");
}
