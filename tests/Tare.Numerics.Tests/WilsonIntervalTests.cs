namespace Tare.Numerics.Tests;

public class WilsonIntervalTests
{
    /// <summary>Both bounds solve |share - P| = quantile sqrt(P (1 - P) / n), which is the definition.</summary>
    [Theory]
    [InlineData(0.5, 10, 1.96)]
    [InlineData(0.9, 10, 1.6448536269514722)]
    [InlineData(0.03, 41.5, 2.5758)]
    [InlineData(0, 7, 1.96)]
    [InlineData(1, 7, 1.96)]
    public void Bounds_solve_the_definition(double share, double n, double quantile)
    {
        var (centre, half) = WilsonInterval.Of(share, n, quantile);
        foreach (var bound in new[] { centre - half, centre + half })
        {
            // A bound at 0 or 1 is 1e-17 beside it; the root of that is 1e-9.
            var inside = Math.Clamp(bound, 0, 1);
            Math.Abs(share - inside).ShouldBe(quantile * Math.Sqrt(inside * (1 - inside) / n), 1e-7);
        }
    }

    [Fact]
    public void Nothing_to_stand_on_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => WilsonInterval.Of(0.5, 0, 1.96));
}
