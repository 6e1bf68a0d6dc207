using System.Text.RegularExpressions;
using Tare.Catalogue;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare fit</c> on the published data, through the command line as a person uses it.</summary>
[Trait("tier", "gate")]
public sealed partial class FitCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_index_reaches_the_optimum_of_the_matrix_of_August_2026()
    {
        var result = (
            await _cli.JsonAsync("fit", "eci", "--evidence", Mirror.PathOf("epoch-2026-08/eci_benchmarks.csv"), "--draws", "0")
        ).GetProperty("result");
        // The optimum as an independent exact Newton method gives it, to the digits that it prints.
        result.GetProperty("objective").GetDouble().ShouldBe(6.520695497866805, 1e-11);
        result.GetProperty("gradientMaxNorm").GetDouble().ShouldBeLessThan(1e-9);
        result.GetProperty("converged").GetBoolean().ShouldBeTrue();
        result.GetProperty("models").GetArrayLength().ShouldBe(222);
        result.GetProperty("items").GetArrayLength().ShouldBe(57);
    }

    [Fact]
    public async Task Anchors_are_fixed_and_have_no_bounds()
    {
        var result = (await _cli.JsonAsync("fit", "eci", "--draws", "50")).GetProperty("result");
        foreach (var (id, value) in new[] { ("claude-3.5-sonnet", 130.0), ("gpt-5", 150.0) })
        {
            var anchor = result.GetProperty("models").EnumerateArray().Single(m => m.GetProperty("id").GetString() == id);
            anchor.GetProperty("value").GetDouble().ShouldBe(value, 1e-9);
            anchor.GetProperty("lower").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        }
    }

    /// <summary>The published index used more data than the files hold: correlation 0.9992, root mean square 1.6 points, as counted when the files were read.</summary>
    [Fact]
    public async Task The_spring_files_give_nearly_the_published_index()
    {
        var result = (await _cli.JsonAsync("fit", "eci", "--evidence", Mirror.PathOf("epoch-2026-spring"), "--draws", "0")).GetProperty(
            "result"
        );
        result.GetProperty("counts").GetProperty("models").GetInt32().ShouldBe(152);
        var published = CuratedData.PublishedEciByModel();
        var pairs = result
            .GetProperty("models")
            .EnumerateArray()
            .Where(m => published.ContainsKey(m.GetProperty("id").GetString()!))
            .Select(m => (Fitted: m.GetProperty("value").GetDouble(), Published: published[m.GetProperty("id").GetString()!]))
            .ToArray();
        pairs.Length.ShouldBeGreaterThan(120);
        var (x, y) = (pairs.Average(p => p.Fitted), pairs.Average(p => p.Published));
        var covariance = pairs.Sum(p => (p.Fitted - x) * (p.Published - y));
        var spread = Math.Sqrt(pairs.Sum(p => (p.Fitted - x) * (p.Fitted - x)) * pairs.Sum(p => (p.Published - y) * (p.Published - y)));
        (covariance / spread).ShouldBe(0.9992, 0.0004);
        Math.Sqrt(pairs.Average(p => Math.Pow(p.Fitted - p.Published, 2))).ShouldBe(1.6, 0.15);
    }

    /// <summary>The rows that CAISI's printed table implies, computed independently; tolerance: their own rounding and 0.1 for the quadrature.</summary>
    [Theory]
    [InlineData(0, 216, 74, -11)]
    [InlineData(1, 251, 85, -13)]
    [InlineData(2, 332, 112, -18)]
    [InlineData(3, 433, 146, -24)]
    [InlineData(4, 543, 182, -30)]
    public async Task The_spread_of_task_difficulty_sets_the_width_of_the_table(double sigma, double gpt, double opus, double mini)
    {
        var result = (await _cli.JsonAsync("fit", "caisi-2026", "--set", FormattableString.Invariant($"sigma={sigma}"))).GetProperty(
            "result"
        );
        var value = result
            .GetProperty("models")
            .EnumerateArray()
            .ToDictionary(m => m.GetProperty("id").GetString()!, m => m.GetProperty("value").GetDouble(), StringComparer.Ordinal);
        value["deepseek-v4-pro"].ShouldBe(800, 1e-9);
        (value["gpt-5.5"] - 800).ShouldBe(gpt, 0.6);
        (value["claude-opus-4.6"] - 800).ShouldBe(opus, 0.6);
        (value["gpt-5.4-mini"] - 800).ShouldBe(mini, 0.6);
    }

    [Fact]
    public async Task Leaving_out_a_domain_at_a_time_moves_the_table_by_91_and_57_points()
    {
        var result = (await _cli.JsonAsync("fit", "caisi-2026")).GetProperty("result");
        var errors = result.GetProperty("domainJackknife").GetProperty("standardErrors");
        errors.GetProperty("gpt-5.5").GetDouble().ShouldBe(91, 1);
        errors.GetProperty("claude-opus-4.6").GetDouble().ShouldBe(57, 1);
    }

    [Fact]
    public async Task An_override_is_echoed()
    {
        var result = (await _cli.JsonAsync("fit", "caisi-2026", "--set", "sigma=2")).GetProperty("result");
        result.GetProperty("method").GetProperty("overrides")[0].GetString().ShouldBe("sigma=2");
        (await _cli.RunAsync("fit", "caisi-2026", "--set", "sigma=2")).Out.ShouldContain("with sigma=2");
    }

    [Fact]
    public async Task The_screens_are_approved()
    {
        Approval.Check(Steady((await _cli.RunAsync("fit", "eci", "--draws", "100")).Screen), "fit-eci");
        Approval.Check(Steady((await _cli.RunAsync("fit", "caisi-2026")).Screen), "fit-caisi-2026");
        Approval.Check((await _cli.RunAsync("methods", "list")).Screen, "methods-list");
        Approval.Check((await _cli.RunAsync("methods", "show", "caisi-2026")).Screen, "methods-show");
        Approval.Check((await _cli.RunAsync("methods", "diff", "caisi-2026", "eci")).Screen, "methods-diff");
        Approval.Check((await _cli.RunAsync("models", "--conflicts", "--draws", "100")).Screen, "models-conflicts");
    }

    // Steps and the last gradient depend on the processor's vector width; the value at the optimum does not.
    private static string Steady(string screen) => Path().Replace(screen, "Converged in N steps: ${objective}, projected gradient G,");

    [GeneratedRegex(@"Converged in \d+ steps: (?<objective>objective [\d.]+), projected gradient [\d.e+-]+,", RegexOptions.ExplicitCapture)]
    private static partial Regex Path();
}
