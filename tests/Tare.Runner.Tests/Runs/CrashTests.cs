using System.Diagnostics;
using System.Globalization;
using Tare.Numerics;
using Tare.Records;
using Tare.Runner.TestHost;

namespace Tare.Runner.Tests;

/// <summary>Kills real runners without warning, at random moments, and lets the next one go on.</summary>
public class CrashTests(ITestOutputHelper output)
{
    private const int CallsOfAnAttempt = 3;
    private const int Parallel = 2;

    [Fact]
    [Trait("tier", "gate")]
    public Task Twenty_five_kills_lose_nothing_that_was_finished() => KillAsync(kills: 25, items: 6, attempts: 10, mostCalls: 9);

    [Fact]
    [Trait("tier", "statistical")]
    public Task Two_hundred_kills_in_a_run_of_five_hundred_attempts_lose_nothing_that_was_finished() =>
        KillAsync(kills: 200, items: 25, attempts: 20, mostCalls: 11);

    private async Task KillAsync(int kills, int items, int attempts, int mostCalls)
    {
        using var folder = new JournalSamples.Folder();
        var undisturbed = KilledRun.Create(folder["undisturbed"], items, attempts);
        await new PlanRunner(undisturbed, KilledRun.Services(folder["undisturbed-calls"], Parallel)).RunAsync(null, CancellationToken.None);
        var run = KilledRun.Create(folder["run"], items, attempts);
        await File.WriteAllTextAsync(folder["calls"], "", CancellationToken.None);
        var random = RandomSource.For("crash-tests", kills);
        var killed = 0;
        var again = 0;
        while (killed < kills)
        {
            var before = Calls(folder["calls"]).Count;
            var journalled = Journalled(run);
            if (await EndedAsync(folder, before + random.NextInt(mostCalls), random.NextInt(12)))
            {
                break;
            }

            killed++;
            // Nothing whose answer was in the journal when this runner started was asked again.
            again += Calls(folder["calls"]).Skip(before).Count(journalled.Contains);
        }

        killed.ShouldBe(kills, "the run is too short for so many kills");
        using (var last = Start(folder))
        {
            await last.WaitForExitAsync(CancellationToken.None);
            last.ExitCode.ShouldBe(0, await last.StandardError.ReadToEndAsync(CancellationToken.None));
        }

        again.ShouldBe(0, "a finished call was paid for twice");
        var planned = items * attempts;
        var calls = Calls(folder["calls"]);
        var lost = calls.Count - (planned * CallsOfAnAttempt);
        output.WriteLine($"{killed} kills, {planned} attempts, {calls.Count} calls, {lost} of them lost in flight");
        calls.Distinct(StringComparer.Ordinal).Count().ShouldBe(planned * CallsOfAnAttempt);
        // One call in flight an attempt that ran.
        lost.ShouldBeInRange(0, kills * Parallel);
        CheckEnd(run, planned);
        (await File.ReadAllBytesAsync(Path.Combine(run.FullPath, "results.csv"), CancellationToken.None)).ShouldBe(
            await File.ReadAllBytesAsync(Path.Combine(undisturbed.FullPath, "results.csv"), CancellationToken.None)
        );
    }

    private static void CheckEnd(RunFolder run, int planned)
    {
        var state = run.ReadState();
        (state.Counted.Count, state.Open.Count, state.Damage).ShouldBe((planned, 0, null));
        var entries = run.ReadEntries().ToList();
        entries.OfType<JournalEntry.AttemptFinished>().Select(e => e.Key).ShouldBe(run.Plan.Keys(), ignoreOrder: true);
        var answers = entries.OfType<JournalEntry.ModelAnswered>().Select(e => (e.Key, e.Call)).ToList();
        answers.Count.ShouldBe(planned * CallsOfAnAttempt);
        answers.Distinct().Count().ShouldBe(answers.Count, "an answer was journalled twice");
        entries.OfType<JournalEntry.ReplayDiverged>().ShouldBeEmpty();
        entries.OfType<JournalEntry.JournalRepaired>().ShouldBeEmpty("a kill leaves nothing that is called damage");
        entries.OfType<JournalEntry.AttemptStarted>().Any(e => e.Replays).ShouldBeTrue("some attempts were interrupted after an answer");
        Directory.EnumerateFiles(run.FullPath, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
        foreach (var key in run.Plan.Keys())
        {
            Directory.EnumerateFiles(run.AttemptFolder(key)).Count().ShouldBe(3, key.Id);
        }
    }

    // Kills the runner some milliseconds after the file of calls has reached a length. True where it ended before that.
    private static async Task<bool> EndedAsync(JournalSamples.Folder folder, int calls, int milliseconds)
    {
        using var process = Start(folder);
        while (!process.HasExited && Calls(folder["calls"]).Count < calls)
        {
            await Task.Delay(1, CancellationToken.None);
        }

        await Task.Delay(milliseconds, CancellationToken.None);
        var ended = process.HasExited;
        if (ended)
        {
            process.ExitCode.ShouldBe(0, await process.StandardError.ReadToEndAsync(CancellationToken.None));
        }

        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        return ended;
    }

    private static Process Start(JournalSamples.Folder folder)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Tare.Runner.TestHost.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { host, folder["run"], folder["calls"], Parallel.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        // What killed runners leave of their sandboxes goes with the folder of this test.
        Directory.CreateDirectory(folder["tmp"]);
        start.Environment["TMPDIR"] = folder["tmp"];
        return Process.Start(start)!;
    }

    private static List<string> Calls(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static HashSet<string> Journalled(RunFolder run) =>
        run.ReadEntries()
            .OfType<JournalEntry.ModelAnswered>()
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Key.Id} {e.Call}"))
            .ToHashSet(StringComparer.Ordinal);
}
