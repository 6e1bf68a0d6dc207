using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Commands;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Runs;

/// <summary>Runs what a run folder's plan still wants, and says how it ended; <c>run</c> and <c>resume</c> are the same from here.</summary>
/// <param name="Terminal">Where to say it.</param>
/// <param name="Parse">The command line.</param>
/// <param name="Name">The run folder as the person named it.</param>
internal sealed record RunExecution(Terminal Terminal, ParseResult Parse, string Name)
{
    /// <summary>Level of the intervals.</summary>
    public double Level { get; init; } = RunOptions.DefaultLevel;

    /// <summary>Whether JSON was asked for.</summary>
    public bool Json { get; init; }

    /// <summary>Causes for which missing attempts run again.</summary>
    public IReadOnlyList<MissingCause> Retry { get; init; } = [];

    /// <summary>Runs.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="services">What it needs.</param>
    /// <param name="cancel">The person interrupts.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(RunFolder folder, RunServices services, CancellationToken cancel)
    {
        var before = new OpenedRun(Name, folder, folder.ReadState());
        foreach (var warning in services.HostWarnings.Concat(TaskEnvironment.WarningsOf(folder.Tasks)).Concat(before.Damage))
        {
            await Terminal.Error.WriteLineAsync($"warning: {warning}");
        }

        RunState? end = null;
        try
        {
            var live = new LiveProgress(Terminal, new LiveCounts(before.State));
            var runner = new PlanRunner(folder, services) { Retry = Retry };
            end = await live.WatchAsync(progress => runner.RunAsync(progress, cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // What ended before it is in the journal.
        }

        var interrupted = end is null;
        var run = new OpenedRun(Name, folder, end ?? folder.ReadState());
        new KnownRuns(Terminal).Keep(run);
        Show(Terminal, Parse, run, Level, Json);
        if (interrupted)
        {
            await Terminal.Error.WriteLineAsync($"tare: interrupted; what has ended is kept.\n  next:     tare resume {Name} goes on.");
        }

        return interrupted ? ExitCode.Interrupted : ExitCode.Done;
    }

    /// <summary>Prints where a run stands.</summary>
    public static void Show(Terminal terminal, ParseResult parse, OpenedRun run, double level, bool json)
    {
        var rows = RunRows.Of(run.State, level);
        if (json)
        {
            Output.Json(terminal, parse, run.Digest, run.Warnings, RunJson.Of(run, rows));
        }
        else
        {
            RunScreen.Write(terminal, run, rows, level);
        }
    }
}
