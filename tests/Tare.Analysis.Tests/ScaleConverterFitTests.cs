using static Tare.Analysis.Tests.Cases;

namespace Tare.Analysis.Tests;

/// <summary>The line from one scale to another and its prediction interval.</summary>
public sealed class ScaleConverterFitTests
{
    [Fact]
    public void The_line_and_its_interval_are_those_of_the_textbook()
    {
        // x = 1..4, y = 2, 4, 5, 9: slope 2.2, intercept -0.5, residual sum 1.8, s = sqrt(0.9), t(0.975; 2) = 4.302653.
        var from = Table([.. Enumerable.Range(1, 4).Select(k => Row($"m{k}", "g", Start, k))]);
        var y = new[] { 2.0, 4, 5, 9 };
        var to = Table([.. Enumerable.Range(1, 4).Select(k => Row($"m{k}", "g", Start, y[k - 1])), Row("other", "g", Start, 99)]);
        var line = ScaleConverterFit.Of(from, to, 0.95)!;
        line.Slope.ShouldBe(2.2, 1e-12);
        line.Intercept.ShouldBe(-0.5, 1e-12);
        line.Correlation.ShouldBe(11 / Math.Sqrt(5 * 26.0), 1e-12);
        var half = 4.30265272974946 * Math.Sqrt(0.9) * Math.Sqrt(1 + 0.25 + (2.25 / 5));
        (line.Points[0].Upper!.Value - line.Points[0].Predicted).ShouldBe(half, 1e-9);
        line.Points.Count.ShouldBe(4);
    }

    [Fact]
    public void Two_models_give_a_line_without_interval_and_one_gives_nothing()
    {
        var two = Table(Row("a", "g", Start, 1), Row("b", "g", Start, 2));
        ScaleConverterFit.Of(two, two, 0.9)!.Points.ShouldAllBe(p => p.Lower == null);
        ScaleConverterFit.Of(two, Table(Row("a", "g", Start, 1)), 0.9).ShouldBeNull();
    }
}
