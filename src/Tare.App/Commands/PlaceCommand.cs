using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Runs;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare place FILE.csv</c>: one model's scores on known benchmarks, put on the index's scale; <c>tare place RUN</c> is in <see cref="PlaceRun"/>.</summary>
internal static class PlaceCommand
{
    public static Command Build(Terminal terminal)
    {
        var file = new Argument<string>("FILE.csv|RUN")
        {
            Description =
                "One model's chance-corrected shares: benchmark,score, a benchmark named by id or name. Or a run, some of whose models are on the public scale.",
        };
        var method = new Option<string>("--method")
        {
            Description = "The methodology whose fit gives the benchmarks' parameters, or a run's public scale. Default eci.",
            HelpName = "METHOD",
            DefaultValueFactory = _ => "eci",
        };
        var stated = Stated();
        var (evidence, draws, level, set, json) = (
            CommonOptions.Evidence(),
            CommonOptions.Draws(),
            CommonOptions.Level(),
            CommonOptions.Set(),
            CommonOptions.Json()
        );
        var command = new Command(
            "place",
            "Put one model on the scale from its scores on known benchmarks and say what to run next; or a run's models through those that are on the scale."
        )
        {
            file,
            method,
            stated,
            evidence,
            draws,
            level,
            set,
            json,
        };
        command.SetAction(
            (parse, cancel) =>
            {
                var path = parse.GetValue(file)!;
                var methodology = Inputs.Methodology(parse.GetValue(method)!, parse.GetValue(set) ?? []);
                var resolved = new Inputs(terminal).Evidence(parse.GetValue(evidence) ?? methodology.Evidence);
                var wanted = (parse.GetValue(draws), parse.GetValue(level) ?? methodology.Level);
                if (OpenedRun.IsAt(path))
                {
                    var scale = Fit(terminal, resolved, methodology, wanted, cancel);
                    return Task.FromResult(
                        PlaceRun.Run(terminal, parse, parse.GetValue(json), path, resolved, scale, parse.GetValue(stated) ?? [])
                    );
                }

                RequireNone(parse, stated);
                var list = PlacementReader.Read(ImportSource.FromPath(path), resolved.Evidence.Benchmarks);
                var fit = Fit(terminal, resolved, methodology, wanted, cancel);
                var placement = Place(fit, list, wanted, cancel);
                Print(terminal, parse, parse.GetValue(json), resolved, list, placement, fit);
                return Task.FromResult(placement.Kind == PlacementKind.NotIdentified ? ExitCode.NotIdentified : ExitCode.Done);
            }
        );
        return command;
    }

    private static Option<string[]> Stated() =>
        new("--as")
        {
            Description =
                "Which public model one of the run's is, where its label and address do not say so; NAME none: it is to be placed. May be given several times.",
            HelpName = "LABEL=NAME",
            AllowMultipleArgumentsPerToken = false,
        };

    private static void RequireNone(ParseResult parse, Option<string[]> stated)
    {
        if (parse.GetValue(stated) is { Length: > 0 } given)
        {
            throw InputException.At("--as", $"{given[0]} beside a table of scores", "a run, whose models it names", "leave the option out");
        }
    }

    private static void Print(
        Terminal terminal,
        ParseResult parse,
        bool json,
        ResolvedInputs resolved,
        PlacementList list,
        PlacementFinding placement,
        FitFinding fit
    )
    {
        string[] warnings = [.. list.NotKept.Select(Inputs.Text)];
        if (json)
        {
            var files = resolved.Inputs.Files.Append((list.File.Path, list.File.Sha256)).ToArray();
            Output.Json(
                terminal,
                parse,
                new InputDigest(resolved.Inputs.Digest, files),
                warnings,
                Json(placement, list.Name, fit.Methodology)
            );
            return;
        }

        Output.Warnings(terminal, warnings);
        PlaceScreen.Write(terminal, placement, fit, list.Name);
    }

    private static FitFinding Fit(
        Terminal terminal,
        ResolvedInputs resolved,
        Methodology methodology,
        (int Draws, double Level) wanted,
        CancellationToken cancel
    )
    {
        using var line = new ProgressLine(terminal, "drawing");
        return MethodologyFit.ForGap(resolved.Evidence, methodology, wanted.Draws, wanted.Level, line.Of(wanted.Draws), cancel);
    }

    private static PlacementFinding Place(FitFinding fit, PlacementList list, (int Draws, double Level) wanted, CancellationToken cancel)
    {
        var scores = list.Scores.Select(s => new Score(list.Name, s.BenchmarkId, s.Value));
        return Placement.Of(scores, fit, wanted.Draws, wanted.Level, cancel);
    }

    private static JsonObject Json(PlacementFinding p, string name, Methodology methodology) =>
        new()
        {
            ["method"] = MethodJson.Summary(methodology),
            ["name"] = name,
            ["kind"] = KebabCase.Of(p.Kind),
            ["explanation"] = p.Explanation,
            ["unit"] = p.Unit,
            ["value"] = p.Value,
            ["lower"] = p.Interval?.Lower,
            ["upper"] = p.Interval?.Upper,
            ["level"] = p.Interval?.Level,
            ["intervalContains"] = p.Interval?.Contains,
            ["raw"] = p.Raw,
            ["standardError"] = p.StandardError,
            ["observations"] = p.ScoreCount,
            ["above"] = new JsonArray([.. p.Above.Select(Neighbour)]),
            ["below"] = new JsonArray([.. p.Below.Select(Neighbour)]),
            ["benchmarks"] = new JsonArray([
                .. p.Benchmarks.Select(b => new JsonObject
                {
                    ["id"] = b.Id,
                    ["name"] = b.Name,
                    ["predicted"] = b.Predicted,
                    ["observed"] = b.Observed,
                }),
            ]),
            ["next"] = new JsonArray([
                .. p.Next.Select(n => new JsonObject
                {
                    ["id"] = n.Id,
                    ["name"] = n.Name,
                    ["predicted"] = n.Predicted,
                    ["standardErrorBefore"] = n.StandardErrorBefore,
                    ["standardErrorAfter"] = n.StandardErrorAfter,
                }),
            ]),
            ["exclusions"] = FitJson.Exclusions(p.Exclusions),
        };

    private static JsonObject Neighbour(AbilityRow r) =>
        new()
        {
            ["id"] = r.Id,
            ["name"] = r.Name,
            ["value"] = r.Value,
            ["lower"] = r.Lower,
            ["upper"] = r.Upper,
        };
}
