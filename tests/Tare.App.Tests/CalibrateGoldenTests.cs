using System.Diagnostics;
using System.Text.Json;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare calibrate</c> itself against other programs' numbers; scripts and versions are beside the golden files.</summary>
[Trait("tier", "gate")]
public sealed class CalibrateGoldenTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("erm-complete", "rasch-complete.csv")]
    [InlineData("erm-booklets", "rasch-booklets.csv")]
    [InlineData("psychotools-complete", "rasch-complete.csv")]
    [InlineData("psychotools-booklets", "rasch-booklets.csv")]
    public async Task Conditional_likelihood_agrees_with_eRm_and_psychotools(string name, string file)
    {
        var (expected, tolerance) = Peers("rasch-peers.json", name);
        var result = (await _cli.JsonAsync("calibrate", PathOf(file), "--family", "rasch", "--estimator", "cml")).GetProperty("result");
        result.GetProperty("logLikelihood").GetDouble().ShouldBe(Number(expected, "logLikelihood"), Number(tolerance, "logLikelihood"));
        Compare(result, expected, Number(tolerance, "difficulty"), Number(tolerance, "se"));
    }

    /// <summary>Ours is the integral to rounding: glmer's quadrature with 25 points is it too; its Laplace approximation is 0.2 below and says how far.</summary>
    [Fact]
    public async Task Marginal_Rasch_agrees_with_glmer()
    {
        var (expected, tolerance) = Peers("rasch-peers.json", "glmer-quadrature");
        var (laplace, _) = Peers("rasch-peers.json", "glmer-laplace");
        var result = (await _cli.JsonAsync("calibrate", PathOf("rasch-complete.csv"), "--family", "rasch")).GetProperty("result");
        result.GetProperty("logLikelihood").GetDouble().ShouldBe(Number(expected, "logLikelihood"), 1e-5);
        Compare(result, expected, Number(tolerance, "glmerDifficulty"), Number(tolerance, "glmerSe"));

        // Laplace reads the population deviation low, and so all difficulties, by less than a tenth of a standard error here.
        Compare(result, laplace, 0.02, 0.02);
    }

    /// <summary>The many-facet posterior against NUTS (rstan), both Monte Carlo.</summary>
    [Theory]
    [InlineData("facets", "facets-stan.csv", "person,rater,item,item:rater")]
    [InlineData("oneParameter", "one-parameter-stan.csv", "person,item")]
    public async Task Posteriors_agree_with_Stan(string name, string file, string terms)
    {
        var (expected, _) = Peers("stan.json", name);
        var result = (
            await _cli.JsonAsync(
                "calibrate",
                PathOf(file),
                "--family",
                "many-facet",
                "--terms",
                terms,
                "--prior",
                "half-normal:1",
                "--posterior",
                "--draws",
                "3000"
            )
        ).GetProperty("result");
        var worst = result.GetProperty("facets").GetProperty("worstEss").GetDouble();
        var components = result.GetProperty("components").EnumerateArray().ToArray();
        for (var k = 0; k < components.Length; k++)
        {
            var stan = expected.GetProperty($"s[{k + 1}]").EnumerateArray().Select(v => v.GetDouble()).ToArray();
            var error = stan[1] * Math.Sqrt((1 / stan[5]) + (1 / worst));
            components[k].GetProperty("sd").GetDouble().ShouldBe(stan[3], 4.5 * 1.253 * error, terms);
            components[k].GetProperty("lower").GetDouble().ShouldBe(stan[2], 4.5 * 2.1 * error, terms);
            components[k].GetProperty("upper").GetDouble().ShouldBe(stan[4], 4.5 * 2.1 * error * 1.5, terms);
        }

        var mean = expected.GetProperty("mu").EnumerateArray().Select(v => v.GetDouble()).ToArray();
        result
            .GetProperty("facets")
            .GetProperty("intercept")
            .GetProperty("value")
            .GetDouble()
            .ShouldBe(mean[0], 4.5 * mean[1] * Math.Sqrt((1 / mean[5]) + (1 / worst)));
    }

    /// <summary>
    /// Log-likelihoods of a numpy EM with fixed grids on its own simulated data: S and M with 61 points, L with 121. A fixed grid's own error is stated: at M
    /// 61 points lie 1.9 below the integral, at L 121 points 0.04.
    /// </summary>
    [Theory]
    [InlineData(1_000, 100, 20260001, -55_630.835, 0.01)]
    [InlineData(5_000, 500, 20260002, -1_340_141.386, 0.02)]
    [InlineData(10_000, 1_000, 20260003, -5_317_971.74, 0.06)]
    public async Task Two_parameter_log_likelihoods_are_those_of_numpy(int persons, int items, int seed, double expected, double tolerance)
    {
        var file = await Simulate(persons, items, seed);
        var result = (await _cli.JsonAsync("calibrate", file, "--standard-errors", "none")).GetProperty("result");
        result.GetProperty("converged").GetBoolean().ShouldBeTrue();
        result.GetProperty("logLikelihood").GetDouble().ShouldBe(expected, tolerance);
    }

    /// <summary>A grid as coarse as others' default gives their number, and the warning that they do not give.</summary>
    [Fact]
    public async Task A_forced_coarse_grid_gives_the_peers_number_and_a_warning()
    {
        var file = await Simulate(5_000, 500, 20260002);
        var envelope = await _cli.JsonAsync("calibrate", file, "--standard-errors", "none", "--grid-points", "61");
        envelope.GetProperty("result").GetProperty("logLikelihood").GetDouble().ShouldBe(-1_340_143.2, 0.15);
        envelope.GetProperty("warnings").EnumerateArray().ShouldContain(w => w.GetString()!.Contains("does not resolve"));
    }

    private async Task<string> Simulate(int persons, int items, int seed)
    {
        foreach (var python in new[] { "python3", "/usr/bin/python3" })
        {
            var start = new ProcessStartInfo(
                python,
                [Repository.PathOf("tests/Tare.App.Tests/golden/simulate.py"), $"{persons}", $"{items}", $"{seed}"]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = TryStart(start);
            if (process is null)
            {
                continue;
            }

            var path = Path.Combine(_cli.Folder, "simulated.csv");
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await using (var file = File.Create(path))
            {
                await process.StandardOutput.BaseStream.CopyToAsync(file, TestContext.Current.CancellationToken);
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (process.ExitCode == 0)
            {
                return path;
            }

            (await errors).ShouldContain("numpy");
        }

        Assert.Skip("SKIPPED: no python3 with numpy was found, which draws the simulated data. Install python3-numpy.");
        return "";
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void Compare(JsonElement result, JsonElement expected, double tolerance, double errors)
    {
        var items = result.GetProperty("items").EnumerateArray().ToArray();
        var difficulty = expected.GetProperty("difficulty").EnumerateArray().Select(v => v.GetDouble()).ToArray();
        var error = expected.GetProperty("se").EnumerateArray().Select(v => v.GetDouble()).ToArray();
        items.Length.ShouldBe(difficulty.Length);
        for (var i = 0; i < items.Length; i++)
        {
            Number(items[i], "difficulty").ShouldBe(difficulty[i], tolerance, $"item {i}");
            Number(items[i].GetProperty("standardErrors"), "difficulty").ShouldBe(error[i], errors * error[i], $"error {i}");
        }
    }

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static (JsonElement Expected, JsonElement Tolerance) Peers(string file, string name)
    {
        var golden = JsonDocument.Parse(File.ReadAllText(PathOf(file))).RootElement;
        return (golden.GetProperty("expected").GetProperty(name), golden.GetProperty("tolerance"));
    }

    private static string PathOf(string file) => Repository.PathOf($"tests/Tare.Psychometrics.Tests/golden/{file}");
}
