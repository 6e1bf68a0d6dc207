using System.Globalization;
using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Commands;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Screens;

/// <summary>What a check of tasks found: one line a task, then each problem with its end of the log, then simulated models.</summary>
internal static class TaskCheckScreen
{
    private const int LogLines = 8;

    public static void Write(
        Terminal terminal,
        IReadOnlyList<TaskCheckResult> results,
        IReadOnlyList<string> unstable,
        IReadOnlyList<SimulatedSpread> spread
    )
    {
        var console = terminal.Styled();
        var table = Tables.New("task", "oracle", "nothing", "cheats stopped", "time", "verdict");
        Tables.AlignRight(table, 1, 2, 3, 4);
        foreach (var result in results)
        {
            Tables.Row(table, Row(result, unstable));
        }

        console.Write(table);
        Problems(console, results, unstable);
        Remarks(console, results);
        Summary(console, results, unstable);
        Spread(console, spread);
    }

    private static string[] Row(TaskCheckResult r, IReadOnlyList<string> unstable)
    {
        if (r.MissingTools.Count > 0)
        {
            return [r.Task.Id, "", "", "", Time(r.Elapsed), $"not tried: no {string.Join(", ", r.MissingTools)} here"];
        }

        var cheats = r.Agents.Where(a => a.IsCheat).ToArray();
        var verdict =
            !r.Holds ? "FAILS"
            : unstable.Contains(r.Task.Id, StringComparer.Ordinal) ? "DRAWN DIFFERENTLY"
            : "holds";
        return
        [
            r.Task.Id,
            Reward(r.Agent(TaskCheck.Oracle)),
            Reward(r.Agent(TaskCheck.Nothing)),
            cheats.Length == 0 ? "not tried" : $"{Show.Count(cheats.Count(c => c.Problem is null))} of {Show.Count(cheats.Length)}",
            Time(r.Elapsed),
            verdict,
        ];
    }

    private static void Problems(IAnsiConsole console, IReadOnlyList<TaskCheckResult> results, IReadOnlyList<string> unstable)
    {
        foreach (var result in results)
        {
            foreach (var agent in result.Agents.Where(a => a.Problem is not null))
            {
                Prose.Heading(console, result.Task.Id);
                Prose.Paragraph(console, 2, agent.Problem!);
                Prose.Labelled(console, 2, "next", agent.NextStep);
                foreach (var line in agent.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(LogLines))
                {
                    Prose.Paragraph(console, 4, $"| {TaskText.Line(line)}");
                }
            }
        }

        if (unstable.Count > 0)
        {
            Prose.Heading(console, "Two draws of one seed differ");
            Prose.Paragraph(console, 2, string.Join(", ", unstable));
            Prose.Labelled(
                console,
                2,
                "next",
                "let the generator depend on seed and item alone: no clock, no order of a set, no order of a folder"
            );
        }
    }

    private static void Remarks(IAnsiConsole console, IReadOnlyList<TaskCheckResult> results)
    {
        foreach (
            var remark in results.SelectMany(r => r.Remarks.Select(text => (text, r.Task.Id))).GroupBy(r => r.text, StringComparer.Ordinal)
        )
        {
            var first = string.Join(", ", remark.Take(3).Select(r => r.Id));
            var more = remark.Count() > 3 ? $" and {Show.Count(remark.Count() - 3)} more" : "";
            Prose.Paragraph(console, 0, $"! {first}{more}: {TaskText.Line(remark.Key)}");
        }
    }

    private static void Summary(IAnsiConsole console, IReadOnlyList<TaskCheckResult> results, IReadOnlyList<string> unstable)
    {
        var untried = results.Count(r => r.MissingTools.Count > 0);
        var hold = results.Count(r => r.Holds && !unstable.Contains(r.Task.Id, StringComparer.Ordinal));
        console.WriteLine();
        console.WriteLine(
            $"{Show.Count(hold)} of {Show.Count(results.Count, "task")} hold"
                + (untried > 0 ? $", {Show.Count(untried)} not tried" : "")
                + ": the oracle scores 1, doing nothing 0, no cheat scores."
        );
    }

    private static void Spread(IAnsiConsole console, IReadOnlyList<SimulatedSpread> spread)
    {
        if (spread.Count == 0)
        {
            return;
        }

        var table = Tables.New("simulated ability", "expected", "one draw", "tasks");
        Tables.AlignRight(table, 0, 1, 2, 3);
        foreach (var model in spread)
        {
            var ability = model.Ability.ToString("+0;-0;0", CultureInfo.InvariantCulture) + " logits";
            Tables.Row(table, ability, Show.Share(model.Expected), Show.Share(model.Drawn), Show.Count(model.Items));
        }

        console.Write(table);
    }

    private static string Reward(CheckedAgent? agent) =>
        agent?.Raw is Outcome.Scored scored ? scored.Value.ToString("0.####", CultureInfo.InvariantCulture) : "none";

    private static string Time(TimeSpan time) => time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture) + " s";
}
