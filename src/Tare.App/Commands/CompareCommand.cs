using System.CommandLine;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare compare LOG LOG</c>: two logs of one task, item by item.</summary>
internal static class CompareCommand
{
    private const double DefaultLevel = 0.95;

    public static Command Build(Terminal terminal)
    {
        var logs = new Argument<string[]>("LOG LOG")
        {
            Description = "Two logs of Inspect (.eval or .json) of the same task: the first is what the second is held against.",
            Arity = new ArgumentArity(2, 2),
        };
        var scorer = new Option<string?>("--scorer")
        {
            Description = "Which score to compare. Default: the first that both have.",
            HelpName = "NAME",
        };
        var all = new Option<bool>("--all") { Description = "Show every item, not only those that differ." };
        var level = CommonOptions.Level(description: "Level of the interval, in (0, 1). Default 0.95.");
        var json = CommonOptions.Json();
        var command = new Command(
            "compare",
            "Compare two logs of one task item by item: what flipped, a paired interval, what could have been seen."
        )
        {
            logs,
            scorer,
            level,
            all,
            json,
        };
        command.SetAction(parse =>
        {
            var sources = parse.GetValue(logs)!.Select(ImportSource.FromPath).ToList();
            var read = sources.Select(One).ToList();
            var first = read[0].Logs[0];
            var second = read[1].Logs[0];
            var name = Scorer(first, second, parse.GetValue(scorer));
            string[] warnings =
            [
                .. read.SelectMany(r => r.NotKept).Select(Inputs.Text).Distinct(StringComparer.Ordinal),
                .. LogPairing.Differences(first, second),
            ];
            var finding = PairedComparison.Of(LogPairing.Items(first, second, name), parse.GetValue(level) ?? DefaultLevel);
            if (parse.GetValue(json))
            {
                var inputs = Inputs.DigestOf([.. sources.SelectMany(s => s.Files())]);
                Output.Json(terminal, parse, inputs, warnings, CompareJson.Of(first, second, name, finding));
            }
            else
            {
                Output.Warnings(terminal, warnings);
                CompareScreen.Write(terminal, first, second, name, finding, parse.GetValue(all));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static InspectRead One(ImportSource source)
    {
        var read = InspectLogs.Read(source);
        return read.Logs.Count == 1
            ? read
            : throw InputException.At(
                source.Name,
                $"{read.Logs.Count} logs",
                "one log on each side",
                "name the files: " + string.Join(", ", read.Logs.Take(5).Select(l => l.Place))
            );
    }

    private static string Scorer(InspectLog first, InspectLog second, string? wanted)
    {
        if (first.Task != second.Task)
        {
            throw InputException.At(
                second.Place,
                $"a log of the task '{second.Task}'",
                $"the task '{first.Task}', as in {first.Place}",
                "compare two logs of one task; for different tasks use 'tare import' and 'tare fit'"
            );
        }

        var both = LogPairing.Scorers(first).Intersect(LogPairing.Scorers(second), StringComparer.Ordinal).ToList();
        if (both.Count == 0)
        {
            throw InputException.At(
                second.Place,
                $"samples scored by {List(LogPairing.Scorers(second))}",
                $"a scorer that {first.Place} has too, which has {List(LogPairing.Scorers(first))}",
                "score both logs with one scorer: inspect score"
            );
        }

        return wanted is null ? both[0]
            : both.Contains(wanted, StringComparer.Ordinal) ? wanted
            : throw InputException.At(
                "--scorer",
                $"'{wanted}'",
                $"one that both logs have: {List(both)}",
                $"did you mean '{NearestNames.Of(wanted, both)[0]}'?"
            );

        static string List(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
    }
}
