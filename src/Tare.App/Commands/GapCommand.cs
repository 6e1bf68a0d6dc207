using System.CommandLine;
using System.Globalization;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare gap [METHOD]</c>: how far one group is behind another, under every definition.</summary>
internal static class GapCommand
{
    private const string AllDefinitions = "all";

    public static Command Build(Terminal terminal)
    {
        var o = new GapArguments();
        var command = new Command(
            "gap",
            "How far one group of models is behind another: points, and months under each definition, with intervals."
        );
        o.AddTo(command);
        command.SetAction((parse, cancel) => Task.FromResult(Run(terminal, parse, o, cancel)));
        return command;
    }

    private static int Run(Terminal terminal, ParseResult parse, GapArguments o, CancellationToken cancel)
    {
        var inputs = new Inputs(terminal);
        var methodology = OnAxis(Inputs.Methodology(parse.GetValue(o.Method) ?? "eci", parse.GetValue(o.Set) ?? []), parse, o);
        var level = parse.GetValue(o.Level) ?? methodology.Level;
        var scores = parse.GetValue(o.Scores);
        var (table, resolved, warnings) = scores is null
            ? FromEvidence(terminal, inputs, methodology, parse, o, level, cancel)
            : FromScores(scores, methodology, parse, o, level);
        table = Redated(table, parse, o);
        var options = Options(methodology, parse, o, level);
        var names = Names(parse.GetValue(o.Models));
        var gap = GapAnalysis.Of(table, options, cancel);
        var models = ModelDefinitions.Of(table, options, names, cancel);
        if (parse.GetValue(o.Json))
        {
            var json = GapJson.Of(gap, methodology);
            if (models.Count > 0)
            {
                json["eachModel"] = EachModelJson.Of(models);
            }

            Output.Json(terminal, parse, resolved, warnings, json);
        }
        else
        {
            Output.Warnings(terminal, warnings);
            GapScreen.Write(terminal, gap, methodology);
            if (models.Count > 0)
            {
                EachModelScreen.Write(terminal, gap, models);
            }
        }

        return ExitCode.Done;
    }

    private static string[] Names(string? list)
    {
        if (list is null)
        {
            return [];
        }

        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0
            ? names
            : throw InputException.At(
                "--models",
                $"'{list}'",
                "identifiers or names of models, with commas between them",
                "for example --models deepseek-v4-pro,kimi-k2.6"
            );
    }

    private static Methodology OnAxis(Methodology methodology, ParseResult parse, GapArguments o)
    {
        var settings = new List<string>();
        if (parse.GetValue(o.Axis) is { } axis)
        {
            settings.Add($"axis={axis}");
            var (leader, follower) = DefaultGroups(axis, parse.GetValue(o.Model));
            settings.Add($"leader={parse.GetValue(o.Leader) ?? leader}");
            settings.Add($"follower={parse.GetValue(o.Follower) ?? follower}");
        }
        else
        {
            if (parse.GetValue(o.Leader) is { } leader)
            {
                settings.Add($"leader={leader}");
            }

            if (parse.GetValue(o.Follower) is { } follower)
            {
                settings.Add($"follower={follower}");
            }
        }

        if (parse.GetValue(o.Since) is { } since)
        {
            settings.Add($"since={Show.Date(since)}");
        }

        return settings.Count == 0 ? methodology : MethodologyReader.With(methodology, settings);
    }

    private static (string Leader, string Follower) DefaultGroups(string axis, string? model) =>
        axis switch
        {
            "country" => ("US", "CN"),
            "licence" => ("closed", "permissive"),
            "model" => ("closed", model ?? "the best open model"),
            _ => ("closed", "open"),
        };

    private static (AbilityTable Table, InputDigest Inputs, IReadOnlyList<string> Warnings) FromEvidence(
        Terminal terminal,
        Inputs inputs,
        Methodology methodology,
        ParseResult parse,
        GapArguments o,
        double level,
        CancellationToken cancel
    )
    {
        if (parse.GetValue(o.ScoresLevel) is not null)
        {
            throw InputException.At(
                "--scores-level",
                "given without --scores",
                "--scores FILE.csv beside it",
                "leave it out, or name the table of published scores"
            );
        }

        var resolved = inputs.Evidence(parse.GetValue(o.Evidence) ?? methodology.EvidenceForLag);
        var draws = parse.GetValue(o.Draws);
        using var line = new ProgressLine(terminal, "drawing");
        var fit = MethodologyFit.ForGap(resolved.Evidence, methodology, draws, level, line.Of(draws), cancel);
        return (fit.Abilities, resolved.Inputs, [.. resolved.Warnings, .. Inputs.Warnings(fit)]);
    }

    private static (AbilityTable Table, InputDigest Inputs, IReadOnlyList<string> Warnings) FromScores(
        string path,
        Methodology methodology,
        ParseResult parse,
        GapArguments o,
        double level
    )
    {
        if (parse.GetValue(o.Evidence) is not null)
        {
            throw InputException.At(
                "--scores",
                "given together with --evidence",
                "one of them",
                "leave --evidence out: the table has all that a gap needs"
            );
        }

        var read = AbilityListReader.Read(ImportSource.FromPath(path));
        var scoresLevel = parse.GetValue(o.ScoresLevel) ?? level;
        var rows = read.Rows.Select(r => new AbilityRow(r.Id, r.Name, r.Value)
        {
            Lower = r.Lower,
            Upper = r.Upper,
            Date = r.ReleaseDate,
            Group = r.Group,
        });
        var table = AbilityTables.FromScores(
            rows,
            methodology.Scale.Unit,
            scoresLevel,
            parse.GetValue(o.Draws),
            $"scores/{methodology.Name}"
        );
        return (table, Inputs.DigestOf([read.File]), [.. read.NotKept.Select(Inputs.Text)]);
    }

    private static AbilityTable Redated(AbilityTable table, ParseResult parse, GapArguments o)
    {
        var dates = Pairs("--date", parse.GetValue(o.Date)).ToDictionary(p => p.Key, p => Date(p.Key, p.Value), StringComparer.Ordinal);
        var groups = Pairs("--group", parse.GetValue(o.Group)).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        table = dates.Count == 0 ? table : AbilityTables.Redated(table, dates);
        return groups.Count == 0 ? table : AbilityTables.Regrouped(table, groups);
    }

    private static IEnumerable<(string Key, string Value)> Pairs(string option, string[]? values)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in values ?? [])
        {
            var pair = CommonOptions.Pair(option, text);
            yield return seen.Add(pair.Key)
                ? pair
                : throw InputException.At(option, $"'{pair.Key}' twice", "each model once", "keep one of the two values");
        }
    }

    private static DateOnly Date(string key, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw InputException.At($"--date {key}", $"'{text}'", "a day as YYYY-MM-DD", $"for example --date {key}=2025-04-16");

    private static GapOptions Options(Methodology methodology, ParseResult parse, GapArguments o, double level)
    {
        var own = GapOptions.From(methodology);
        var options = own with { AsOf = parse.GetValue(o.AsOf) ?? own.AsOf, Model = parse.GetValue(o.Model) ?? own.Model, Level = level };
        var wanted = parse.GetValue(o.Definition) ?? AllDefinitions;
        if (string.Equals(wanted, AllDefinitions, StringComparison.Ordinal))
        {
            return options;
        }

        return KebabCase.TryParse<LagDefinition>(wanted, out var definition)
            ? options with
            {
                Definitions = [definition],
                Headline = definition,
            }
            : throw InputException.At(
                "--definition",
                $"'{wanted}'",
                $"all, or one of {string.Join(", ", KebabCase.All<LagDefinition>())}",
                NearestNames.NextStep(wanted, KebabCase.All<LagDefinition>(), "take one of them")
            );
    }
}
