using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Screens;
using Tare.Catalogue;

namespace Tare.App.Commands;

/// <summary><c>tare data list|pull</c>: the evidence that is here, and the published data sets that can be downloaded.</summary>
internal static class DataCommand
{
    public static Command Build(Terminal terminal) =>
        new("data", "Evidence that is here, and published data sets that can be pulled.") { ListOf(terminal), PullOf(terminal) };

    private static Command ListOf(Terminal terminal)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "What --evidence takes by name, and what can be pulled.") { json };
        command.SetAction(parse =>
        {
            var inputs = new Inputs(terminal);
            if (parse.GetValue(json))
            {
                Output.Json(terminal, parse, InputDigest.None, [], Json(inputs));
            }
            else
            {
                Write(terminal, inputs);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command PullOf(Terminal terminal)
    {
        var id = new Argument<string>("NAME") { Description = $"A data set: {string.Join(", ", DataSets.All.Select(s => s.Id))}." };
        var json = CommonOptions.Json();
        var command = new Command(
            "pull",
            "Download a published data set from its publisher; TARE_DATA_MIRROR names a folder to read instead."
        )
        {
            id,
            json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var pulled = await new Inputs(terminal).PullAsync(parse.GetValue(id)!, cancel);
                if (parse.GetValue(json))
                {
                    var files = pulled.Files.Select(f => (f.Name, f.Sha256)).ToArray();
                    var result = new JsonObject
                    {
                        ["id"] = pulled.Id,
                        ["origin"] = pulled.Origin,
                        ["retrieved"] = Show.Date(pulled.Retrieved),
                        ["files"] = new JsonArray([
                            .. pulled.Files.Select(f => new JsonObject
                            {
                                ["name"] = f.Name,
                                ["bytes"] = f.Bytes,
                                ["sha256"] = f.Sha256,
                            }),
                        ]),
                    };
                    Output.Json(terminal, parse, new InputDigest(null, files), [], result);
                }
                else
                {
                    Write(terminal, pulled);
                }

                return ExitCode.Done;
            }
        );
        return command;
    }

    private static void Write(Terminal terminal, PulledDataSet pulled)
    {
        var set = DataSets.Get(pulled.Id);
        terminal.Out.WriteLine($"{set.Title}, {set.Publisher}, {set.Licence}; from {pulled.Origin}, {Show.Date(pulled.Retrieved)}");
        const int shown = 3;
        foreach (var f in pulled.Files.Take(shown))
        {
            terminal.Out.WriteLine($"  {f.Name}  {Show.Count(checked((int)(f.Bytes / 1024)))} kB  sha256 {Show.Digest(f.Sha256)}...");
        }

        if (pulled.Files.Count > shown)
        {
            terminal.Out.WriteLine($"  and {Show.Count(pulled.Files.Count - shown, "file")} more");
        }

        terminal.Out.WriteLine($"Use it with --evidence {pulled.Id}");
    }

    private static void Write(Terminal terminal, Inputs inputs)
    {
        var table = Tables.New("evidence", "what", "state", "terms");
        Tables.Row(
            table,
            CuratedData.CuratedName,
            $"{Show.Count(CuratedData.Evidence().Scores.Count)} scores, embedded",
            "here",
            "see data/README.md"
        );
        Tables.Row(table, CuratedData.CaisiName, "CAISI's published table, embedded", "here", "US government work");
        foreach (var set in DataSets.All)
        {
            var state = inputs.IsPulled(set.Id) ? "pulled" : $"tare data pull {set.Id}";
            Tables.Row(table, set.Id, $"{set.Title}, {set.Publisher}", state, set.Licence);
        }

        foreach (var stored in inputs.Store.List())
        {
            Tables.Row(table, stored.Name, "imported", "here", Show.Unknown);
        }

        var console = terminal.Styled();
        console.Write(table);
        console.WriteLine($"Kept in {inputs.Home} (TARE_HOME).");
    }

    private static JsonObject Json(Inputs inputs)
    {
        var sets = DataSets.All.Select(s => new JsonObject
        {
            ["name"] = s.Id,
            ["title"] = s.Title,
            ["publisher"] = s.Publisher,
            ["licence"] = s.Licence,
            ["pulled"] = inputs.IsPulled(s.Id),
            ["urls"] = Envelope.Strings(s.Files.Select(f => f.Url.ToString())),
        });
        return new JsonObject
        {
            ["names"] = Envelope.Strings(inputs.Names()),
            ["dataSets"] = new JsonArray([.. sets]),
            ["home"] = inputs.Home,
        };
    }
}
