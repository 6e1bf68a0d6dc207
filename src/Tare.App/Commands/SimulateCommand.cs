using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Calibrations;
using Tare.App.Cli;
using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare simulate --out DIR</c>: responses from known truth, for testing a calibration.</summary>
internal static class SimulateCommand
{
    private static readonly string[] s_families = ["rasch", "2pl", "3pl", "many-facet"];

    public static Command Build(Terminal terminal)
    {
        var outFolder = new Option<string>("--out")
        {
            Description = "Folder for responses.csv, truth.csv and items.csv.",
            HelpName = "DIR",
            Required = true,
        };
        var family = new Option<string>("--family")
        {
            Description = $"{string.Join(", ", s_families)}. Default 2pl.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "2pl",
        };
        var options = new SimulateOptions();
        var json = CommonOptions.Json();
        var command = new Command("simulate", "Responses from known abilities and items, to test a calibration on.") { outFolder, family };
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.Add(json);
        command.SetAction(
            (parse, cancel) =>
            {
                var name = parse.GetValue(family)!;
                var (truthOptions, inputs) = options.Read(parse, Family(name), name == "many-facet");
                var truth = Draw(truthOptions);
                var counts = Write(terminal, parse.GetValue(outFolder)!, truth, truthOptions, cancel);
                if (parse.GetValue(json))
                {
                    Output.Json(terminal, parse, inputs, [], Json(name, parse.GetValue(outFolder)!, truth, truthOptions, counts));
                }
                else
                {
                    Print(terminal, name, parse.GetValue(outFolder)!, truth, truthOptions, counts);
                }

                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }

    private static ResponseModel Family(string name) =>
        name switch
        {
            "rasch" or "many-facet" => ResponseModel.Rasch,
            "2pl" => ResponseModel.TwoParameter,
            "3pl" => ResponseModel.ThreeParameter,
            _ => throw InputException.At(
                "--family",
                $"'{name}'",
                $"one of {string.Join(", ", s_families)}",
                NearestNames.NextStep(name, s_families, "take one of them")
            ),
        };

    private static SimulatedTruth Draw(TruthOptions options)
    {
        try
        {
            return SimulatedTruth.Of(options);
        }
        catch (ArgumentException e)
        {
            throw new InputException($"{e.Message}\n  next:     tare simulate --help lists the ranges.", e);
        }
    }

    private static (int Responses, int Failed) Write(
        Terminal terminal,
        string folder,
        SimulatedTruth truth,
        TruthOptions options,
        CancellationToken cancel
    )
    {
        Directory.CreateDirectory(folder);
        using (var values = new StreamWriter(Path.Combine(folder, "truth.csv")))
        {
            CsvText.Line(values, "kind", "id", "parameter", "value");
            foreach (var (kind, id, parameter, value) in truth.Values())
            {
                CsvText.Line(values, kind, id, parameter, CsvText.Number(value));
            }
        }

        File.WriteAllText(Path.Combine(folder, "items.csv"), ItemsCsv.Of(truth.Items));
        using var line = new ProgressLine(terminal, "simulating");
        using var writer = new StreamWriter(Path.Combine(folder, "responses.csv"));
        return SimulatedResponsesCsv.Write(writer, truth, options, line.Of(truth.PersonIds.Count), cancel);
    }

    private static void Print(
        Terminal terminal,
        string family,
        string folder,
        SimulatedTruth truth,
        TruthOptions options,
        (int Responses, int Failed) counts
    )
    {
        terminal.Out.WriteLine(
            $"{family}: {Show.Count(counts.Responses, "response")} of {Show.Count(truth.PersonIds.Count, "person")} to {Show.Count(truth.Items.Count, "item")}"
                + (truth.Levels.Count > 0 ? $" at {Show.Count(truth.Levels.Count)} levels of {options.Facet!.Name}" : "")
                + $"; {Show.Count(counts.Failed)} more were asked for and failed. Streams: '{options.Seed}'."
        );
        terminal.Out.WriteLine($"Written: {Path.Combine(folder, "responses.csv")}, truth.csv (true values), items.csv (true items).");
        terminal.Out.WriteLine($"Next: tare calibrate {Path.Combine(folder, "responses.csv")} --family {family}");
    }

    private static JsonObject Json(
        string family,
        string folder,
        SimulatedTruth truth,
        TruthOptions options,
        (int Responses, int Failed) counts
    ) =>
        new()
        {
            ["family"] = family,
            ["folder"] = folder,
            ["seed"] = options.Seed,
            ["persons"] = truth.PersonIds.Count,
            ["items"] = truth.Items.Count,
            ["levels"] = truth.Levels.Count,
            ["responses"] = counts.Responses,
            ["failedResponses"] = counts.Failed,
        };
}
