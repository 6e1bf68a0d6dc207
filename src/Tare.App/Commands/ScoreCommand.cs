using System.CommandLine;
using Tare.App.Calibrations;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare score RESPONSES --items items.csv</c>: abilities of new persons on items whose parameters are known.</summary>
internal static class ScoreCommand
{
    private static readonly Dictionary<string, ScoringMethod> s_methods = new(StringComparer.Ordinal)
    {
        ["wle"] = ScoringMethod.WeightedLikelihood,
        ["ml"] = ScoringMethod.MaximumLikelihood,
        ["map"] = ScoringMethod.MaximumAPosteriori,
        ["eap"] = ScoringMethod.ExpectedAPosteriori,
    };

    public static Command Build(Terminal terminal)
    {
        var responses = new Argument<string>("RESPONSES")
        {
            Description = "Responses in long form, as 'tare calibrate' reads them: person,item,response[,trials], CSV or JSON lines.",
        };
        var items = new KnownItems();
        var estimator = new Option<string>("--estimator")
        {
            Description =
                $"{string.Join(", ", s_methods.Keys)}: weighted likelihood, maximum likelihood, posterior mode, posterior mean. Default wle.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "wle",
        };
        var (mean, deviation) = (
            Number("--mean", 0, "Mean of the normal population, for map and eap."),
            Number("--sd", 1, "Its standard deviation, logits.")
        );
        var output = new Option<string?>("--out") { Description = "File for the table of persons, CSV.", HelpName = "FILE" };
        var json = CommonOptions.Json();
        var command = new Command("score", "Abilities of new persons on items whose parameters are known.")
        {
            responses,
            estimator,
            mean,
            deviation,
            output,
            json,
        };
        foreach (var option in items.Options)
        {
            command.Add(option);
        }

        command.SetAction(
            (parse, cancel) =>
            {
                var options = new ScoringOptions
                {
                    Method = Method(parse.GetValue(estimator)!),
                    PopulationMean = parse.GetValue(mean),
                    PopulationDeviation = CommonOptions.PositiveLogits(parse, deviation, $"leave {deviation.Name} out for 1"),
                };
                var (file, digest) = items.Read(parse);
                var path = parse.GetValue(responses)!;
                var data = Responses.Read(path);
                using var line = new ProgressLine(terminal, "scoring");
                var scores = KnownItemScores.Of(data, ItemBank.From(file.Items), options, line.Of(data.Persons.Count), cancel);
                var inputs = Inputs.DigestOf(ImportSource.FromPath(path).Files().Append(digest));
                Write(terminal, parse, (parse.GetValue(json), parse.GetValue(output)), inputs, file, scores);
                return Task.FromResult(scores.Persons.Any(p => p.Ability is Estimate.Known) ? ExitCode.Done : ExitCode.NotIdentified);
            }
        );
        return command;
    }

    private static void Write(
        Terminal terminal,
        ParseResult parse,
        (bool Json, string? Path) output,
        InputDigest inputs,
        ItemFile file,
        KnownItemScores scores
    )
    {
        if (output.Path is { } path)
        {
            File.WriteAllText(path, PersonsCsv.Of(scores.Persons.Zip(scores.ResponsesUsed)));
        }

        string[] warnings = [.. KnownItems.Warnings(file), .. Unknown(scores)];
        if (output.Json)
        {
            Output.Json(terminal, parse, inputs, warnings, ScoreJson.Of(scores, file));
            return;
        }

        Output.Warnings(terminal, warnings);
        ScoreScreen.Write(terminal, scores, file, output.Path);
    }

    private static IEnumerable<string> Unknown(KnownItemScores scores)
    {
        if (scores.UnknownItems.Count > 0)
        {
            yield return $"{Show.Count(scores.UnknownResponses, "response")} to {Show.Count(scores.UnknownItems.Count, "item")} without parameters in the file, not used: {KnownItems.Names(scores.UnknownItems)}";
        }
    }

    private static ScoringMethod Method(string name) =>
        s_methods.TryGetValue(name, out var method)
            ? method
            : throw InputException.At(
                "--estimator",
                $"'{name}'",
                $"one of {string.Join(", ", s_methods.Keys)}",
                "wle is unbiased to first order and finite for all right and all wrong"
            );

    private static Option<double> Number(string name, double otherwise, string description) =>
        new(name)
        {
            Description = $"{description} Default {otherwise}.",
            HelpName = "LOGITS",
            DefaultValueFactory = _ => otherwise,
        };
}
