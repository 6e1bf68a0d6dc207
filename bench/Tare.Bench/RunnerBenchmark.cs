using System.Diagnostics;
using System.Globalization;
using Tare.Harnesses;
using Tare.Records;
using Tare.Runner;
using Tare.Runner.Journals;
using Tare.Sandboxes;

namespace Tare.Bench;

/// <summary>What the runner itself costs: attempts a minute in the strict sandbox, processor time and memory an attempt, a flush.</summary>
internal static class RunnerBenchmark
{
    private const int Sandboxed = 120;
    private const int Timed = 2_000;
    private const int Kept = 20_000;
    private const int Items = 20;
    private const int Flushes = 2_000;

    internal static async Task<int> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await FlushAsync(folder["flush"]);
        await SandboxedAsync(folder);
        await RunnerAloneAsync(folder);
        await MemoryAsync(folder);
        return 0;
    }

    private static async Task FlushAsync(string path)
    {
        Directory.CreateDirectory(path);
        using var journal = Journal.Open(Path.Combine(path, "journal"), TimeProvider.System.GetUtcNow(), _ => { });
        var entry = new JournalEntry.AttemptStarted(
            DateTimeOffset.UnixEpoch,
            new AttemptKey("m", "bash-loop/1", "p/i", 1),
            1,
            Replays: false
        );
        for (var i = 0; i < 100; i++)
        {
            await journal.AppendAsync(entry);
        }

        using var process = Process.GetCurrentProcess();
        var (cpu, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        for (var i = 0; i < Flushes; i++)
        {
            await journal.AppendAsync(entry);
        }

        process.Refresh();
        var wall = watch.Elapsed.TotalMilliseconds / Flushes;
        Say(
            $"journal: an entry appended and flushed: {wall:0.000} ms elapsed, {(process.TotalProcessorTime - cpu).TotalMilliseconds / Flushes:0.000} ms CPU"
        );
    }

    private static async Task SandboxedAsync(TemporaryFolder folder)
    {
        var host = await SandboxHost.ProbeAsync();
        var strict = host.Capabilities.MissingFor(IsolationLevel.Strict).Count == 0;
        var isolation = strict ? PlannedIsolation.Strict : PlannedIsolation.BestEffort;
        // The first ones compile the program.
        await MeasureAsync(folder["warm"], Items, isolation, host.Open, parallel: 2);
        var (watch, _) = await MeasureAsync(folder["sandboxed"], Sandboxed, isolation, host.Open, parallel: 2);
        Say(
            $"sandbox ({isolation}): {Sandboxed} attempts of 2 commands and a verifier, 2 at a time: {Sandboxed / watch.TotalMinutes:0} a minute"
        );
    }

    private static async Task RunnerAloneAsync(TemporaryFolder folder)
    {
        await MeasureAsync(folder["warm-alone"], Timed / 4, PlannedIsolation.None, Nothing, parallel: 2);
        var (watch, cpu) = await MeasureAsync(folder["alone"], Timed, PlannedIsolation.None, Nothing, parallel: 2);
        Say(
            $"runner alone (commands do nothing): {Timed} attempts: CPU ms an attempt, flushes included: {cpu.TotalMilliseconds / Timed:0.00}; {Timed / watch.TotalMinutes:0} a minute"
        );
    }

    private static async Task MemoryAsync(TemporaryFolder folder)
    {
        var marks = new List<(int Finished, long Bytes)>();
        var watched = new Direct(p =>
        {
            if (p.FinishedNow % (Kept / 10) == 0 && p.FinishedNow > marks.LastOrDefault().Finished)
            {
                marks.Add((p.FinishedNow, GC.GetTotalMemory(forceFullCollection: true)));
            }
        });
        await MeasureAsync(folder["memory"], Kept, PlannedIsolation.None, Nothing, parallel: 2, watched);
        foreach (var (finished, bytes) in marks)
        {
            Say($"memory: after {finished} attempts {bytes / 1048576.0:0.0} MiB live");
        }

        var (first, last) = (marks[0], marks[^1]);
        Say(
            $"memory: {(last.Bytes - first.Bytes) / (double)(last.Finished - first.Finished):0} bytes an attempt stay (its result in the run's state)"
        );
        using var process = Process.GetCurrentProcess();
        Say($"memory: working set at the end {process.WorkingSet64 / 1048576.0:0} MiB, peak {process.PeakWorkingSet64 / 1048576.0:0} MiB");
    }

    private static async Task<(TimeSpan Wall, TimeSpan Cpu)> MeasureAsync(
        string path,
        int attempts,
        PlannedIsolation isolation,
        Func<SandboxPolicy, ISandbox> open,
        int parallel,
        IProgress<RunProgress>? progress = null
    )
    {
        var harness = new BashLoop();
        var services = new RunServices
        {
            Models = _ => new ReadyModel(),
            Harnesses = new Dictionary<string, IHarness>(StringComparer.Ordinal) { [harness.Identity.Name] = harness },
            OpenSandbox = open,
            Product = "bench",
            Parallel = parallel,
        };
        var run = new PlanRunner(Create(path, attempts / Items, isolation), services);
        using var process = Process.GetCurrentProcess();
        var (cpu, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var state = await run.RunAsync(progress);
        process.Refresh();
        var used = (watch.Elapsed, process.TotalProcessorTime - cpu);
        return state.Counted.Values.Count(r => r.Validated is Outcome.Scored { Value: 1 }) == attempts
            ? used
            : throw new InvalidOperationException("The answer is wrong, so nothing was measured: not every attempt scored 1.");
    }

    private static RunFolder Create(string path, int attempts, PlannedIsolation isolation)
    {
        var items = new List<PlannedItem>();
        for (var i = 0; i < Items; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"bench/item-{i:00}");
            var folder = Path.Combine(RunFolder.TasksFolder(path), id);
            Directory.CreateDirectory(Path.Combine(folder, "tests"));
            File.WriteAllText(Path.Combine(folder, "task.toml"), "schema_version = \"1.1\"\n");
            File.WriteAllText(Path.Combine(folder, "instruction.md"), "Write hello into result.\n");
            File.WriteAllText(Path.Combine(folder, "tests", "test.sh"), "grep -q hello result && echo 1 > \"$TARE_VERIFIER/reward.txt\"\n");
            items.Add(new PlannedItem(id, EvalTask.Read(folder, id).Digest));
        }

        var plan = new Plan
        {
            Models = [new PlannedModel("ready", "http://127.0.0.1:1/v1#ready")],
            Harnesses = ["bash-loop/1"],
            Items = items,
            Attempts = attempts,
            Isolation = isolation,
        };
        return RunFolder.Create(path, plan);
    }

    private static IdleSandbox Nothing(SandboxPolicy policy) => new(policy);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed class Direct(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            lock (report)
            {
                report(value);
            }
        }
    }

    /// <summary>Answers at once: two commands, then done.</summary>
    private sealed class ReadyModel : IModelProvider, IModelClient
    {
        public IModelClient Open(AttemptContext context) => this;

        public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default)
        {
            var call = request.Messages.Count(m => m is ModelMessage.FromModel);
            var command = call == 0 ? "echo hello >result" : "cat result";
            var answer =
                call < 2
                    ? new ModelAnswer("", [new ToolCall("c", "bash", $$"""{"command":"{{command}}"}""")], FinishReason.ToolCalls)
                    : new ModelAnswer("DONE", [], FinishReason.Stop);
            return Task.FromResult(answer with { Usage = new TokenUsage(100, 10) });
        }

        public void Dispose() { }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("tare-bench-").FullName;

        public string this[string name] => Path.Combine(_path, name);

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
