using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Screens;

namespace Tare.App.Commands;

/// <summary><c>tare models unjoined</c>: names that no alias joins to another source, with those that look alike, for a person to judge.</summary>
internal static class ModelsUnjoinedCommand
{
    public static Command Build(Terminal terminal)
    {
        var json = CommonOptions.Json();
        var command = new Command("unjoined", "Names that could not be joined between sources: listed, never guessed.") { json };
        command.SetAction(parse =>
        {
            var unjoined = new Inputs(terminal).Releases.Unjoined;
            if (parse.GetValue(json))
            {
                var names = unjoined.Select(u => new JsonObject
                {
                    ["name"] = u.Name,
                    ["what"] = u.What,
                    ["nearest"] = Envelope.Strings(u.Nearest),
                });
                Output.Json(terminal, parse, InputDigest.None, [], new JsonObject { ["names"] = new JsonArray([.. names]) });
                return ExitCode.Done;
            }

            var table = Tables.New("name", "what", "looks like");
            foreach (var u in unjoined)
            {
                Tables.Row(table, u.Name, u.What, u.Nearest.Count == 0 ? "nothing" : string.Join(", ", u.Nearest));
            }

            terminal.Styled().Write(table);
            terminal.Out.WriteLine(
                $"{Show.Count(unjoined.Count, "name")}. A likeness joins nothing; a row in data/aliases.csv does, with its source."
            );
            return ExitCode.Done;
        });
        return command;
    }
}
