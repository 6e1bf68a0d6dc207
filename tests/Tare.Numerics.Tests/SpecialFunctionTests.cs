using System.Globalization;
using System.Runtime.Intrinsics;

namespace Tare.Numerics.Tests;

/// <summary>Oracle: values to 25 digits by arbitrary precision; errors in units of the last place, region by region.</summary>
public sealed class SpecialFunctionTests
{
    private static readonly Dictionary<string, Func<double, double>> s_functions = new(StringComparer.Ordinal)
    {
        ["sigmoid"] = Logistic.Sigmoid,
        ["log-sigmoid"] = Logistic.LogSigmoid,
        ["exp"] = x => Vector256.Exp(Vector256.Create(x))[2],
        ["log"] = x => Vector256.Log(Vector256.Create(x))[2],
        ["normal-quantile"] = StandardNormal.Quantile,
        ["normal-cumulative"] = StandardNormal.Cumulative,
    };

    [Theory]
    [InlineData("sigmoid", "centre", 2.5)]
    [InlineData("sigmoid", "shoulder", 2.5)]
    [InlineData("sigmoid", "tail-low", 2.5)]
    [InlineData("sigmoid", "tail-high", 1)]
    [InlineData("sigmoid", "tiny", 1)]
    [InlineData("log-sigmoid", "centre", 3)]
    [InlineData("log-sigmoid", "shoulder", 3)]
    [InlineData("log-sigmoid", "tail-low", 1)]
    [InlineData("log-sigmoid", "tail-high", 2)]
    [InlineData("log-sigmoid", "tiny", 1)]
    [InlineData("exp", "small", 1)]
    [InlineData("exp", "middle", 1)]
    [InlineData("exp", "tail", 2)]
    [InlineData("exp", "positive", 1)]
    [InlineData("log", "near-one", 1)]
    [InlineData("log", "share", 2)]
    [InlineData("log", "tiny", 1)]
    [InlineData("normal-quantile", "centre", 16)]
    [InlineData("normal-quantile", "shoulder", 16)]
    [InlineData("normal-quantile", "tail", 16)]
    [InlineData("normal-cumulative", "centre", 16)]
    [InlineData("normal-cumulative", "lower", 64)]
    [InlineData("normal-cumulative", "upper", 16)]
    public void The_error_stays_within_a_few_units_of_the_last_place(string function, string region, double units)
    {
        var rows = File.ReadLines(Golden.PathOf("special-functions.csv"))
            .Select(line => line.Split(','))
            .Where(cells => cells[0] == function && cells[1] == region)
            .ToArray();

        rows.Length.ShouldBeGreaterThan(15);
        foreach (var cells in rows)
        {
            var x = double.Parse(cells[2], CultureInfo.InvariantCulture);
            var expected = double.Parse(cells[3], CultureInfo.InvariantCulture);
            var error = Math.Abs(s_functions[function](x) - expected) / (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));
            error.ShouldBeLessThanOrEqualTo(units, $"at {cells[2]}");
        }
    }

    [Fact]
    public void Infinite_logits_give_certain_shares()
    {
        Logistic.Sigmoid(double.NegativeInfinity).ShouldBe(0);
        Logistic.Sigmoid(double.PositiveInfinity).ShouldBe(1);
        Logistic.LogSigmoid(-1e6).ShouldBe(-1e6);
        Logistic.LogSigmoid(double.PositiveInfinity).ShouldBe(0);
    }

    [Fact]
    public void The_logit_inverts_the_sigmoid()
    {
        foreach (var x in new[] { -30, -2.5, 0, 0.125, 3 })
        {
            // Above about 30 the share is too near 1 to keep the logit.
            Logistic.Logit(Logistic.Sigmoid(x)).ShouldBe(x, 1e-14);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_quantile_at_an_impossible_probability_is_refused(double p) =>
        Should.Throw<ArgumentOutOfRangeException>(() => StandardNormal.Quantile(p)).Message.ShouldContain("between 0 and 1");
}
