namespace Tare.Numerics.Tests;

public sealed class QuantilesTests
{
    [Fact]
    public void Quantiles_are_bit_for_bit_those_of_numpy()
    {
        foreach (var expected in Golden.Expected("quantiles.json"))
        {
            var values = expected.Numbers("values");
            var quantiles = expected
                .GetProperty("probabilities")
                .EnumerateArray()
                .Select(p => Quantiles.Of(values, p.GetDouble()))
                .ToArray();
            quantiles.ShouldBe(expected.Numbers("quantiles"));
        }
    }

    [Fact]
    public void The_input_keeps_its_order()
    {
        double[] values = [3, 1, 2];
        Quantiles.Of(values, 0.5).ShouldBe(2);
        values.ShouldBe([3, 1, 2]);
    }

    [Fact]
    public void Nothing_and_not_a_number_have_no_quantile()
    {
        Should.Throw<ArgumentException>(() => Quantiles.Of([], 0.5));
        Should.Throw<ArgumentException>(() => Quantiles.Of([1, double.NaN], 0.5)).Message.ShouldContain("NaN");
        Should.Throw<ArgumentOutOfRangeException>(() => Quantiles.Of([1], 1.1));
    }
}
