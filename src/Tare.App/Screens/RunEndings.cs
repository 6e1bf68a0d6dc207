using Spectre.Console;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Screens;

/// <summary>What ended the attempts of a run, and why those without a score have none.</summary>
internal static class RunEndings
{
    private const int MostReasons = 3;

    public static void Write(IAnsiConsole console, RunState state)
    {
        var results = state.Counted.Values.ToList();
        if (results.Count > 0)
        {
            var stops = results.CountBy(r => r.Stop).OrderBy(s => s.Key).Select(s => $"{Word(s.Key)} {Show.Count(s.Value)}");
            console.WriteLine($"What ended {Show.Count(results.Count, "attempt")}: {string.Join(", ", stops)}.");
        }

        Silent(console, results);
        Reasons(console, results);
    }

    /// <summary>A model that never spoke looks like one that fails: a score of 0 without an answer is said aloud.</summary>
    private static void Silent(IAnsiConsole console, List<AttemptResult> results)
    {
        var silent = results.Count(r => r is { Turns: 0, Validated: Outcome.Scored });
        if (silent > 0)
        {
            console.MarkupLineInterpolated(
                $"[bold yellow]{Show.Count(silent, "attempt")} ended before the model gave any answer and {(silent == 1 ? "is" : "are")} scored all the same: look at the model's server, or raise the budget.[/]"
            );
        }
    }

    private static void Reasons(IAnsiConsole console, List<AttemptResult> results)
    {
        var reasons = results
            .Select(r => r.Validated)
            .OfType<Outcome.Missing>()
            .CountBy(m => (m.Cause, m.Reason))
            .OrderByDescending(r => r.Value)
            .ThenBy(r => r.Key.Cause)
            .ThenBy(r => r.Key.Reason, StringComparer.Ordinal)
            .ToList();
        foreach (var ((cause, reason), count) in reasons.Take(MostReasons))
        {
            Prose.Labelled(console, 0, $"{Show.Count(count)} missing ({KebabCase.Of(cause)})", reason);
        }

        if (reasons.Count > MostReasons)
        {
            console.WriteLine($"and {Show.Count(reasons.Count - MostReasons, "other reason")}: results.csv has each attempt's.");
        }
    }

    private static string Word(StopReason stop) =>
        stop switch
        {
            StopReason.Finished => "agent done",
            StopReason.NoToolCall => "no tool call",
            StopReason.Tokens => "token budget",
            StopReason.Turns => "turn budget",
            StopReason.Cost => "cost budget",
            StopReason.Time => "time limit",
            StopReason.Context => "full context",
            _ => "fault",
        };
}
