using System.Diagnostics;
using Tare.Runner.TestHost;

namespace Tare.Runner.Tests;

/// <summary>A real runner on a file system that becomes full under it.</summary>
[Trait("tier", "gate")]
public class FullDiskTests
{
    private const int Items = 4;
    private const int Attempts = 5;

    [Theory]
    [InlineData(96 << 10)]
    [InlineData(160 << 10)]
    public async Task A_full_disk_stops_the_run_with_a_clear_error_and_loses_nothing(int bytes)
    {
        using var folder = new JournalSamples.Folder();
        var undisturbed = KilledRun.Create(folder["undisturbed"], Items, Attempts);
        await new PlanRunner(undisturbed, KilledRun.Services(folder["undisturbed-calls"], 2)).RunAsync(null, CancellationToken.None);
        KilledRun.Create(folder["run"], Items, Attempts);
        Directory.CreateDirectory(folder["small"]);
        Directory.CreateDirectory(folder["after"]);
        var host = Path.Combine(AppContext.BaseDirectory, "Tare.Runner.TestHost.dll");
        // The run lies on a file system of that size, which only this command sees; what it leaves is copied out.
        var script =
            $"cp -r '{folder["run"]}'/. '{folder["small"]}' && '{Environment.ProcessPath}' '{host}' '{folder["small"]}' '{folder["calls"]}' 2;"
            + $" code=$?; cp -r '{folder["small"]}'/. '{folder["after"]}'; exit $code";
        var size = bytes.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (code, error) = await RunAsync(
            "bwrap",
            "--dev-bind",
            "/",
            "/",
            "--size",
            size,
            "--tmpfs",
            folder["small"],
            "--",
            "bash",
            "-c",
            script
        );

        code.ShouldNotBe(0, error);
        error.ShouldContain("cannot be written (");
        error.ShouldContain("No space left on device");
        error.ShouldContain("next:     free some space, then 'tare resume' the run");

        var run = RunFolder.Open(folder["after"]);
        var before = run.ReadState();
        (before.Damage?.Ordinary ?? true).ShouldBeTrue(before.Damage?.Found);
        before.Counted.Count.ShouldBeLessThan(Items * Attempts);
        var paid = before.Calls;
        var state = await new PlanRunner(run, KilledRun.Services(folder["calls-after"], 2)).RunAsync(null, CancellationToken.None);
        (state.Counted.Count, state.Calls).ShouldBe((Items * Attempts, Items * Attempts * 3));
        (await File.ReadAllLinesAsync(folder["calls-after"], CancellationToken.None)).Length.ShouldBe((Items * Attempts * 3) - paid);
        (await File.ReadAllTextAsync(run.ResultsPath, CancellationToken.None)).ShouldBe(
            await File.ReadAllTextAsync(undisturbed.ResultsPath, CancellationToken.None)
        );
    }

    private static async Task<(int Code, string Error)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        await output;
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, error);
    }
}
