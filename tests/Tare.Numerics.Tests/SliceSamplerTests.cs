namespace Tare.Numerics.Tests;

public sealed class SliceSamplerTests
{
    /// <summary>Every tenth state is close to independent here; Kolmogorov's distance times root n above 3 would be chance in 3e-8 of independent draws.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0)]
    [InlineData(30.0)]
    public void States_follow_the_density_whatever_the_width(double width)
    {
        const int Kept = 30_000;
        var random = RandomSource.For("slice", (int)(width * 10));
        var states = new double[Kept];
        var state = 1.0;
        var thinning = width < 0.5 ? 40 : 10;
        for (var k = 0; k < Kept * thinning; k++)
        {
            state = SliceSampler.Next(random, state, width, default(LogOfExponential));
            states[k / thinning] = state;
        }

        Array.Sort(states);
        var distance = states.Select((x, k) => Math.Abs(1 - Math.Exp(-Math.Exp(x)) - ((k + 0.5) / Kept))).Max();
        (distance * Math.Sqrt(Kept)).ShouldBeLessThan(3);
    }

    [Fact]
    public void A_state_outside_the_support_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => SliceSampler.Next(RandomSource.For("slice", 1), -1, 1, default(Positive)));

    /// <summary>x = ln of a standard exponential number: density e^(x - e^x), lopsided.</summary>
    private readonly struct LogOfExponential : ILogDensity
    {
        public double At(double x) => x - Math.Exp(x);
    }

    private readonly struct Positive : ILogDensity
    {
        public double At(double x) => x > 0 ? -x : double.NegativeInfinity;
    }
}
