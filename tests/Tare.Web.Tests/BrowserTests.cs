using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Tare.Analysis;

namespace Tare.Web.Tests;

/// <summary>The page in a real browser: every chart is drawn, with at least a mark for each row of its data, and the console stays silent.</summary>
[Trait("tier", "gate")]
public sealed class BrowserTests
{
    [Theory]
    [InlineData(1400, 1)]
    [InlineData(360, 0)]
    public async Task Every_chart_is_drawn_in_full_and_the_console_stays_silent(int width, int scheme)
    {
        await DrawsAsync(SampleReport.Of(), SampleReport.Context, width, scheme);
    }

    [Fact]
    public async Task The_curated_data_is_drawn_in_full()
    {
        await DrawsAsync(RealReport.Value, RealReport.Context, 1000, 1);
    }

    [Theory]
    [InlineData(1400, 1)]
    [InlineData(360, 0)]
    public async Task The_pictures_of_a_calibration_are_drawn(int width, int scheme)
    {
        foreach (
            var report in new[]
            {
                SampleCalibration.Items("</script><img src=x onerror=document.title='broken'>"),
                SampleCalibration.Components(),
            }
        )
        {
            var files = await CalibrationFiles.RenderAsync(report, SampleReport.Context);
            var page = await DrawsAsync(
                files[0].Content,
                text =>
                {
                    foreach (var chart in CalibrationFigures.Of(report, "0").SelectMany(f => f.Charts))
                    {
                        CheckDrawn(text, chart, SampleCalibration.FewestMarks(chart.Id));
                    }
                },
                width,
                scheme
            );
            page.ShouldNotContain("<title>broken");
            Regex.Matches(page, "<img src=x").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_hostile_name_runs_nothing()
    {
        var page = await DrawsAsync(SampleReport.Of("</script><img src=x onerror=document.title='broken'>"), SampleReport.Context, 800, 1);
        page.ShouldNotContain("<title>broken");
        Regex.Matches(page, "<img src=x").ShouldBeEmpty();
    }

    private static async Task<string> DrawsAsync(Report report, ReportContext context, int width, int scheme)
    {
        var files = await ReportFiles.RenderAsync(report, context);
        return await DrawsAsync(
            files[0].Content,
            page =>
            {
                foreach (var chart in ReportFigures.Of(report, context.Version).SelectMany(f => f.Charts))
                {
                    CheckDrawn(page, chart);
                }
            },
            width,
            scheme
        );
    }

    private static async Task<string> DrawsAsync(byte[] content, Action<string> check, int width, int scheme)
    {
        Require(ReportFiles.HasCharts, "the script was not built: npm was absent");
        var folder = Directory.CreateTempSubdirectory("tare-web-");
        try
        {
            var path = Path.Combine(folder.FullName, "index.html");
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
            var (page, console) = await BrowseAsync(path, Path.Combine(folder.FullName, "profile"), width, scheme);
            console.ShouldBeEmpty();
            page.ShouldContain("data-print=\"ready\"");
            check(page);

            return page;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <param name="fewest">Fewest marks of the drawing; by default one for each row of the largest data set.</param>
    private static void CheckDrawn(string page, FigureChart chart, int? fewest = null)
    {
        var start = page.IndexOf($"id=\"chart-{chart.Id}\"", StringComparison.Ordinal);
        var box = page[start..page.IndexOf("</figure>", start, StringComparison.Ordinal)];
        Regex.Count(box, "data-state=\"drawn\"").ShouldBe(2, $"chart {chart.Id} and its copy for print");
        var drawings = box.Split("<svg").Where(s => s.Contains("class=\"marks\"", StringComparison.Ordinal)).ToArray();
        drawings.Length.ShouldBe(2, chart.Id);
        var rows = chart.Specification["datasets"]!.AsObject().Where(d => d.Key != "labels").Max(d => d.Value!.AsArray().Count);
        foreach (var drawing in drawings)
        {
            Regex.Count(drawing, "<(path|line|text)[ >]").ShouldBeGreaterThan(fewest ?? rows, chart.Id);
            Regex.Matches(drawing, "NaN|Infinity|undefined").ShouldBeEmpty(chart.Id);
        }

        CheckPoints(drawings[0], chart);
    }

    /// <summary>A layer of points shows nearly all of its rows; a censored month has none.</summary>
    private static void CheckPoints(string drawing, FigureChart chart)
    {
        var layer = chart.Specification["layer"]!.AsArray().FirstOrDefault(l => (string?)l!["mark"]!["type"] == "point");
        if (layer is not null)
        {
            var rows = chart.Specification["datasets"]![(string)layer["data"]!["name"]!]!.AsArray().Count;
            var groups = Regex.Matches(drawing, "<g class=\"mark-symbol role-mark.*?</g>", RegexOptions.Singleline);
            groups.Sum(g => Regex.Count(g.Value, "<path")).ShouldBeInRange(rows * 9 / 10, rows, chart.Id);
        }
    }

    private static async Task<(string Page, IReadOnlyList<string> Console)> BrowseAsync(string path, string profile, int width, int scheme)
    {
        var start = new ProcessStartInfo("chromium")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--enable-logging=stderr",
            $"--user-data-dir={profile}",
            $"--blink-settings=preferredColorScheme={scheme}",
            $"--window-size={width},900",
            "--virtual-time-budget=30000",
            "--dump-dom",
            new Uri(path).AbsoluteUri,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Process? browser = null;
        try
        {
            browser = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Require(condition: false, "chromium is not installed");
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromMinutes(3));
        var page = browser!.StandardOutput.ReadToEndAsync(timeout.Token);
        var log = browser.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await browser.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            browser.Kill(entireProcessTree: true);
            throw;
        }

        using (browser)
        {
            return (await page, [.. (await log).Split('\n').Where(l => l.Contains(":CONSOLE", StringComparison.Ordinal))]);
        }
    }

    /// <summary>Where the gate runs in full (it names a folder of data), what is missing fails; elsewhere the test is skipped.</summary>
    private static void Require(bool condition, string missing)
    {
        if (!condition && Environment.GetEnvironmentVariable("TARE_DATA_MIRROR") is { Length: > 0 })
        {
            Assert.Fail(missing);
        }

        Assert.SkipUnless(condition, missing);
    }
}
