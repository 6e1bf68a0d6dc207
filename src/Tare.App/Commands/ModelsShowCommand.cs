using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Releases;
using Tare.App.Screens;

namespace Tare.App.Commands;

/// <summary><c>tare models show ID</c>: one release with every value that a source states, and the rule by which one is in force.</summary>
internal static class ModelsShowCommand
{
    public static Command Build(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Identifier, name or alias of a release, for example kimi-k2.6." };
        var query = new ModelQuery();
        var json = CommonOptions.Json();
        var command = new Command("show", "One release with every value that a source states, conflicts included.")
        {
            id,
            query.Context,
            query.WeightBits,
            query.Evidence,
            query.Draws,
            json,
        };
        command.SetAction(
            (parse, cancel) =>
            {
                var release = new Inputs(terminal).Releases.Get(parse.GetValue(id)!);
                var memory = query.Memory(parse);
                var (fit, inputs) = query.Abilities(terminal, parse, cancel);
                var row = ModelRows.Of([release], fit.Abilities, memory)[0];
                if (parse.GetValue(json))
                {
                    Output.Json(terminal, parse, inputs.Inputs, inputs.Warnings, ModelJson.Whole(row));
                }
                else
                {
                    Output.Warnings(terminal, inputs.Warnings);
                    ModelScreen.Write(terminal, row, fit.Abilities);
                }

                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }
}
