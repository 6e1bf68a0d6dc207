namespace Tare.Numerics.Tests;

/// <summary>The chi-squared distribution's upper tail.</summary>
public sealed class ChiSquaredTests
{
    [Theory]
    // Two degrees of freedom: e^(-x / 2). One: twice the normal tail at the root. Five: the tabled 5 % point.
    [InlineData(2, 2, 0.36787944117144233)]
    [InlineData(60, 2, 9.357622968840175e-14)]
    [InlineData(3.841458820694124, 1, 0.05)]
    [InlineData(11.070497693516351, 5, 0.05)]
    [InlineData(0, 3, 1)]
    public void The_upper_tail_is_that_of_the_closed_forms(double value, double freedom, double expected) =>
        ChiSquared.UpperTail(value, freedom).ShouldBe(expected, 1e-11 * Math.Max(expected, 1e-3));

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ChiSquared.UpperTail(-1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => ChiSquared.UpperTail(double.NaN, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => ChiSquared.UpperTail(1, 0));
    }
}
