using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Tare.App.Cli;
using Tare.App.Screens;
using Tare.Runner;

namespace Tare.App.Runs;

/// <summary>Shows a run while it runs, on standard error: a table that redraws itself on a screen, a line now and then in a pipe.</summary>
internal sealed class LiveProgress(Terminal terminal, LiveCounts counts) : IProgress<RunProgress>
{
    private const int BarWidth = 20;
    private static readonly TimeSpan s_redraw = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_line = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private TimeSpan _written;

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        counts.Add(value);
        if (terminal.ErrorIsScreen)
        {
            return;
        }

        lock (_gate)
        {
            if (value.Elapsed - _written >= s_line)
            {
                _written = value.Elapsed;
                terminal.Error.WriteLine(Line(value));
            }
        }
    }

    /// <summary>Shows a run until it ends.</summary>
    /// <param name="run">Runs, and tells this object.</param>
    public async Task<RunState> WatchAsync(Func<IProgress<RunProgress>, Task<RunState>> run)
    {
        if (!terminal.ErrorIsScreen)
        {
            return await run(this);
        }

        var work = run(this);
        await terminal
            .StyledError()
            .Live(Table(counts))
            .AutoClear(true)
            .StartAsync(async live =>
            {
                while (!work.IsCompleted)
                {
                    await Task.WhenAny(work, Task.Delay(s_redraw));
                    live.UpdateTarget(Table(counts));
                }
            });
        return await work;
    }

    /// <summary>Where a run stands, in one line.</summary>
    public static string Line(RunProgress p) =>
        FormattableString.Invariant(
            $"{p.Scored + p.Missing} of {p.Planned} attempts ended, {p.Running} running, {p.Missing} missing; {Amounts.Tokens(p.Tokens)} tokens, cost {Cost(p.CostUsd)}; {Amounts.Time(p.Elapsed)}, {Left(p)}"
        );

    /// <summary>The table of a run that runs.</summary>
    public static IRenderable Table(LiveCounts counts)
    {
        var table = Tables.New("model", "", "ended", "running", "missing", "tokens", "cost");
        Tables.AlignRight(table, 2, 3, 4, 5, 6);
        foreach (var model in counts.Plan.Models)
        {
            var (scored, missing, running, tokens, cost) = counts.Of(model.Label);
            var filled = (scored + missing) * BarWidth / Math.Max(1, counts.PlannedEach);
            Tables.Row(
                table,
                model.Label,
                new string('#', filled) + new string('.', BarWidth - filled),
                $"{Show.Count(scored + missing)} of {Show.Count(counts.PlannedEach)}",
                Show.Count(running),
                Show.Count(missing),
                Amounts.Tokens(tokens),
                Cost(cost)
            );
        }

        return new Rows(
            table,
            new Text(counts.Last is { } last ? Line(last) : "starting"),
            new Text("Ctrl-C stops it; 'tare resume' goes on.")
        );
    }

    private static string Cost(decimal? cost) => cost is { } c ? Amounts.Usd(c) : Show.Unknown;

    private static string Left(RunProgress p) =>
        p.Left is { } left ? $"about {Amounts.Time(left)} left" : string.Create(CultureInfo.InvariantCulture, $"{p.ToDoNow} to do");
}
