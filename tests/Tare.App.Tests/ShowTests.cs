using Shouldly;
using Tare.App.Screens;
using Xunit;

namespace Tare.App.Tests;

/// <summary>How numbers look on the screen.</summary>
public sealed class ShowTests
{
    [Theory]
    [InlineData(-0.0004, "F3", "0.000")]
    [InlineData(-0.0, "F1", "0.0")]
    [InlineData(-0.4, "F0", "0")]
    [InlineData(-0.0006, "F3", "-0.001")]
    [InlineData(-10, "F0", "-10")]
    [InlineData(-0.0004, "+0.000;-0.000", "+0.000")]
    [InlineData(double.NegativeInfinity, "F3", "-Infinity")]
    public void A_number_that_rounds_to_zero_has_no_minus_sign(double value, string format, string shown) =>
        Show.Number(value, format).ShouldBe(shown);

    [Fact]
    public void Points_and_months_that_round_to_zero_have_no_minus_sign()
    {
        Show.Points(-0.04, "ECI").ShouldBe("0.0");
        Show.Points(-0.4, "Elo").ShouldBe("0");
        Show.Months(-0.04).ShouldBe("0.0");
    }
}
