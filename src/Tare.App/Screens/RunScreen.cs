using System.Globalization;
using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Runs;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Screens;

/// <summary>The closing screen of <c>tare run</c> and <c>tare resume</c>, and the screen of <c>tare status</c>.</summary>
internal static class RunScreen
{
    public static void Write(Terminal terminal, OpenedRun run, IReadOnlyList<RunRow> rows, double level)
    {
        var console = terminal.Styled();
        var state = run.State;
        console.MarkupLineInterpolated($"[bold]{Headline(state)}[/]");
        console.WriteLine(Design(state.Plan));
        if (run.Runner is { } runner)
        {
            console.WriteLine($"Runs now: {runner}.");
        }

        foreach (var warning in run.Warnings)
        {
            console.MarkupLineInterpolated($"[bold yellow]{warning}[/]");
        }

        console.Write(Table(state.Plan, rows, level));
        Notes(console, state, rows);
        Next(console, run, rows);
    }

    /// <summary>How far a run is, in one line.</summary>
    private static string Headline(RunState state)
    {
        var ended = state.Scored + state.Missing;
        var missing = state.Missing == 0 ? "none missing" : $"{Show.Count(state.Missing)} missing ({Causes(state.Causes)})";
        var open = state.Open.Count == 0 ? "" : $"; {Show.Count(state.Open.Count)} begun and not ended";
        return $"{Show.Count(ended)} of {Show.Count(state.Planned, "attempt")} ended: {Show.Count(state.Scored)} scored, {missing}{open}";
    }

    private static string Design(Plan plan) =>
        $"{Show.Count(plan.Models.Count, "model")} x {string.Join(", ", plan.Harnesses)} x {Show.Count(plan.Items.Count, "item")} x {Show.Count(plan.Attempts, "attempt")}; {Budget(plan.Budget)}; isolation {KebabCase.Of(plan.Isolation)}; seed {plan.Seed}";

    private static string Budget(Budget budget)
    {
        string?[] limits =
        [
            budget.Tokens is { } t ? $"{t.ToString("N0", CultureInfo.InvariantCulture)} tokens" : null,
            budget.Turns is { } n ? Show.Count(n, "turn") : null,
            budget.CostUsd is { } c ? $"${c.ToString(CultureInfo.InvariantCulture)}" : null,
            budget.Seconds is { } s ? $"{s.ToString(CultureInfo.InvariantCulture)} s" : null,
        ];
        var stated = string.Join(", ", limits.OfType<string>());
        return stated.Length == 0 ? "no budget" : $"budget of an attempt {stated} (told: {KebabCase.Of(budget.Disclosure)})";
    }

    private static Table Table(Plan plan, IReadOnlyList<RunRow> rows, double level)
    {
        var (harness, raw) = (plan.Harnesses.Count > 1, rows.Any(r => r.Differ > 0));
        string[] headers =
        [
            "model",
            .. Only(harness, "harness"),
            "pack",
            "mean",
            $"{Show.Level(level)} interval",
            .. Only(raw, "raw mean"),
            "scored",
            "missing",
            "tokens",
            "cost",
        ];
        var table = Tables.New(headers);
        Tables.AlignRight(table, [.. Enumerable.Range(harness ? 3 : 2, raw ? 4 : 3), headers.Length - 2, headers.Length - 1]);
        foreach (var row in rows)
        {
            Tables.Row(
                table,
                [
                    row.Model,
                    .. Only(harness, row.Harness),
                    row.Pack,
                    Mean(row.Validated.Mean),
                    row.Validated.Interval is { } i ? $"[{Percent(i.Lower)}, {Percent(i.Upper)}]" : "",
                    .. Only(raw, Mean(row.Raw.Mean)),
                    $"{Show.Count(row.Validated.Scored)} of {Show.Count(row.Planned)}",
                    row.Missing == 0 ? "none" : Causes(row.Validated.Missing),
                    (row.CallsWithoutUsage > 0 ? "at least " : "") + Amounts.Tokens(row.Usage.Total),
                    row.CostUsd is { } cost ? Amounts.Usd(cost) : Show.Unknown,
                ]
            );
        }

        return table;
    }

    private static void Notes(IAnsiConsole console, RunState state, IReadOnlyList<RunRow> rows)
    {
        if (rows.Select(r => r.Validated.Interval).FirstOrDefault(i => i is not null) is { } interval)
        {
            var missing = state.Missing > 0 ? " Attempts that are missing are in neither." : "";
            console.WriteLine(
                $"Means over items in per cent, each item the mean of its scored attempts; the intervals contain {interval.Contains}.{missing}"
            );
        }

        if (rows.Sum(r => r.Differ) is > 0 and var differ)
        {
            console.WriteLine(
                $"Validity rules ({state.Plan.Validity}) changed {Show.Count(differ, "outcome")}: 'mean' is after them, 'raw mean' before. 'tare transcript' shows what they found."
            );
        }

        RunEndings.Write(console, state);
        console.WriteLine($"Used: {Tokens(state)}; cost {Cost(state)}.");
        if (state.Plan.Analysis is { } analysis)
        {
            Prose.Labelled(console, 0, "Declared before the first attempt", analysis);
        }
    }

    private static string Tokens(RunState state)
    {
        var u = state.Usage;
        var reasoning = u.Reasoning is > 0 and var r ? $", {Amounts.Tokens(r)} of them reasoning" : "";
        var unknown =
            state.CallsWithoutUsage > 0
                ? $"; {Show.Count(state.CallsWithoutUsage)} of {Show.Count(state.Calls, "call")} reported no usage, so that it is more"
                : "";
        (string What, long Count)[] parts =
        [
            ("input", u.Input),
            ("read from a cache", u.CacheRead),
            ("written to a cache", u.CacheWrite),
            ("output", u.Output),
        ];
        var shown = string.Join(", ", parts.Where(p => p.Count > 0).Select(p => $"{Amounts.Tokens(p.Count)} {p.What}"));
        return $"{Amounts.Tokens(u.Total)} tokens in {Show.Count(state.Calls, "call")}{(shown.Length == 0 ? "" : $" ({shown}{reasoning})")}{unknown}";
    }

    private static string Cost(RunState state) =>
        state.CostUsd is { } cost
            ? Amounts.Usd(cost)
            : $"unknown: {Amounts.Usd(state.KnownCostUsd)} and {Show.Count(state.EndsWithoutCost, "attempt")} without a price for each kind of token (--prices FILE gives them, those of a cache too)";

    private static void Next(IAnsiConsole console, OpenedRun run, IReadOnlyList<RunRow> rows)
    {
        var state = run.State;
        List<(string Command, string Does)> lines = [];
        if (run.Runner is not null)
        {
            lines.Add(($"tare status {run.Name}", "how far it is then; the runner goes on by itself"));
        }
        else
        {
            Resume(run, lines);
        }

        if (rows.Select(r => (r.Model, r.Harness)).Distinct().Count() > 1 && state.Scored > 0)
        {
            var labels = state.Plan.Models.Select(m => m.Label).Take(2);
            var sides = state.Plan.Models.Count == 2 && state.Plan.Harnesses.Count == 1 ? "" : $" --models {string.Join(',', labels)}";
            lines.Add(($"tare compare {run.Name}{sides}", "item by item: what flipped, a paired interval"));
            lines.Add(($"tare calibrate {run.Name}", "abilities and difficulties on the packs' own scale"));
        }

        if (state.Plan.Keys().FirstOrDefault(state.Counted.ContainsKey) is { } key)
        {
            lines.Add(($"tare transcript {run.Name} {key.Id}", "what was said and run"));
        }

        Prose.Heading(console, "Next");
        foreach (var (command, does) in lines)
        {
            console.WriteLine($"  {command}");
            console.WriteLine($"      {does}");
        }
    }

    private static void Resume(OpenedRun run, List<(string Command, string Does)> lines)
    {
        var state = run.State;
        if (state.Scored + state.Missing < state.Planned)
        {
            lines.Add(($"tare resume {run.Name}", "goes on with what has not ended"));
        }

        if (state.Causes.Count > 0)
        {
            var causes = string.Join(',', state.Causes.Keys.Select(c => KebabCase.Of(c)));
            lines.Add(($"tare resume {run.Name} --retry {causes}", "tries again what is missing; no score is ever replaced"));
        }
    }

    private static string Causes(IReadOnlyDictionary<MissingCause, int> causes) =>
        string.Join(", ", causes.OrderBy(c => c.Key).Select(c => $"{Show.Count(c.Value)} {KebabCase.Of(c.Key)}"));

    private static string Mean(double? mean) => mean is { } m ? Percent(m) : "no score";

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static string[] Only(bool condition, string text) => condition ? [text] : [];
}
