using System.Globalization;
using Spectre.Console;
using Tare.App.Cli;
using Tare.Runner;

namespace Tare.App.Screens;

/// <summary>Packs and tasks as tables.</summary>
internal static class TaskScreen
{
    public static void Packs(Terminal terminal, IReadOnlyList<TaskPack> packs)
    {
        var table = Tables.New("pack", "version", "items", "seed", "what");
        Tables.AlignRight(table, 2);
        foreach (var pack in packs)
        {
            Tables.Row(
                table,
                pack.Name,
                TaskText.Line(pack.Version),
                Show.Count(pack.Items.Count),
                pack.Seed,
                TaskText.Line(pack.Description)
            );
        }

        var console = terminal.Styled();
        console.Write(table);
        console.WriteLine("Items of one: tare task list PACK. Fresh instances: PACK@SEED.");
    }

    public static void Items(Terminal terminal, IReadOnlyList<EvalTask> tasks, IReadOnlyDictionary<string, IReadOnlyList<string>> missing)
    {
        var table = Tables.New("task", "difficulty", "simulated", "needs", "agent", "verifier", "memory");
        Tables.AlignRight(table, 2, 4, 5, 6);
        foreach (var task in tasks)
        {
            var lacking = missing[task.Id];
            Tables.Row(
                table,
                task.Id,
                task.Difficulty is { } difficulty ? TaskText.Line(difficulty) : Show.Unknown,
                task.SimulatedDifficulty is { } b ? b.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) : Show.Unknown,
                string.Join(' ', task.Tools.Select(t => lacking.Contains(t, StringComparer.Ordinal) ? $"{t} (missing)" : t)),
                Seconds(task.Limits.Agent),
                Seconds(task.Limits.Verifier),
                $"{Show.Count(checked((int)(task.Limits.MemoryBytes >> 20)))} MiB"
            );
        }

        var console = terminal.Styled();
        console.Write(table);
        var runnable = tasks.Count(t => missing[t.Id].Count == 0);
        console.WriteLine(
            $"{Show.Count(tasks.Count, "task")}, {Show.Count(runnable)} with every program that they need on this host. Simulated difficulty in logits."
        );
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";
}
