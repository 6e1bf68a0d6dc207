using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare dossier diff A B</c>: what changed between two versions of a topic, or between two days.</summary>
internal static class DossierDiffCommand
{
    public static Command Build(Terminal terminal)
    {
        var left = new Argument<string>("A")
        {
            Description = "The earlier: a version number as 'tare dossier history' lists them, or a date (YYYY-MM-DD, YYYY-MM, YYYY).",
        };
        var right = new Argument<string>("B") { Description = "The later: a version number if A is one, else a date." };
        var o = new DossierArguments();
        var topic = DossierCommand.TopicOption();
        var clock = new Option<string?>("--clock")
        {
            Description = "For dates: asserted (said or happened by then), recorded (known by then), both. Default asserted.",
            HelpName = "CLOCK",
        };
        var command = new Command(
            "diff",
            "What changed between two versions of a topic ('diff 1 2'), or between two days ('diff 2026-05-18 2026-05-21')."
        )
        {
            left,
            right,
            topic,
            o.File,
            clock,
            o.Json,
        };
        command.SetAction(parse =>
        {
            var (a, b) = (parse.GetValue(left)!, parse.GetValue(right)!);
            var (file, inputs) = o.Checked(terminal, parse);
            var (records, sections) = (Version("A", a), Version("B", b)) switch
            {
                ({ } from, { } to) => OfVersions(file.Dossier, parse.GetValue(topic), from, to),
                (null, null) => (OfDates(terminal, file.Dossier, a, b, parse.GetValue(clock)), []),
                _ => throw InputException.At(
                    "dossier diff",
                    $"'{a}' and '{b}': one is a version number, the other a date",
                    TwoOfAKind,
                    Example
                ),
            };
            if (parse.GetValue(o.Json))
            {
                var result = new JsonObject
                {
                    ["dossier"] = file.Dossier.Id,
                    ["from"] = a,
                    ["to"] = b,
                    ["records"] = new JsonArray([.. records.Select(HistoryJson.Change)]),
                    ["sections"] = new JsonArray([.. sections.Select(HistoryJson.Section)]),
                };
                Output.Json(terminal, parse, inputs, [], result);
            }
            else
            {
                HistoryScreen.Diff(terminal, a, b, records, sections);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private const string TwoOfAKind =
        "two version numbers as 'tare dossier history' lists them, or two dates as YYYY-MM-DD, YYYY-MM or YYYY";

    private const string Example = "for example 'tare dossier diff 1 2' or 'tare dossier diff 2026-05-18 2026-05-21'";

    /// <summary>The version that a word means, or <see langword="null"/> for a date. A number of four digits is a year.</summary>
    private static int? Version(string argument, string text)
    {
        if (DossierCommand.Number(text) is { } number and < 1000)
        {
            return number;
        }

        return PartialDate.TryParse(text, out var date) && date.IsKnown
            ? null
            : throw InputException.At(argument, $"'{text}'", TwoOfAKind, Example);
    }

    private static (IReadOnlyList<RecordChange> Records, IReadOnlyList<SectionChange> Sections) OfVersions(
        DossierRecord dossier,
        string? wanted,
        int from,
        int to
    )
    {
        var index = DossierIndex.Of(dossier);
        var topics = dossier.Topics.Select(t => t.Id).ToList();
        var id = wanted ?? (topics.Count == 1 ? topics[0] : string.Empty);
        var topic =
            index.Topic(id)
            ?? throw InputException.At(
                "--topic",
                wanted is null ? "not given" : $"no topic '{wanted}'",
                topics.Count == 0 ? "a dossier with a topic" : $"one of {string.Join(", ", topics)}",
                "write one of these, or compare two dates"
            );
        var diff = VersionDiff.Of(index, Version(topic, from), Version(topic, to));
        return (diff.Records, diff.Sections);
    }

    private static TopicVersion Version(Topic topic, int number) =>
        topic.Versions.FirstOrDefault(v => v.Number == number)
        ?? throw InputException.At(
            "dossier diff",
            FormattableString.Invariant($"{topic.Id} has no version {number}"),
            $"one of {string.Join(", ", topic.Versions.Select(v => v.Number))}",
            "'tare dossier history' lists them; two dates can be compared too"
        );

    private static IReadOnlyList<RecordChange> OfDates(Terminal terminal, DossierRecord dossier, string a, string b, string? clock)
    {
        var today = DossierArguments.Today(terminal);
        var (from, to) = (DossierArguments.Date("A", a, today), DossierArguments.Date("B", b, today));
        var (before, after) = (At(dossier, from, clock), At(dossier, to, clock));
        return DossierDiff.Of(before, from.Latest!.Value, after, to.Latest!.Value);
    }

    private static DossierIndex At(DossierRecord dossier, PartialDate date, string? clock) =>
        DossierIndex.Of(VerdictHistory.Settle(AsOfView.Of(dossier, DossierArguments.Instants(clock, date.Latest!.Value)).Dossier));
}
