using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare methods list|show|diff</c>: the choices behind the numbers.</summary>
internal static class MethodsCommand
{
    public static Command Build(Terminal terminal) =>
        new("methods", "Methodologies: every choice between evidence and answer, as documents.")
        {
            ListOf(terminal),
            ShowOf(terminal),
            DiffOf(terminal),
        };

    private static Command ListOf(Terminal terminal)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "The methodologies that are shipped.") { json };
        command.SetAction(parse =>
        {
            var all = Methodologies.List();
            if (parse.GetValue(json))
            {
                Output.Json(
                    terminal,
                    parse,
                    InputDigest.None,
                    [],
                    new JsonObject { ["methods"] = new JsonArray([.. all.Select(MethodJson.Whole)]) }
                );
            }
            else
            {
                MethodsScreen.List(terminal, all);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command ShowOf(Terminal terminal)
    {
        var name = new Argument<string>("METHOD") { Description = "A name or a YAML file." };
        var (set, json) = (CommonOptions.Set(), CommonOptions.Json());
        var command = new Command("show", "Every field of one methodology, and what it assumes.") { name, set, json };
        command.SetAction(parse =>
        {
            var methodology = Inputs.Methodology(parse.GetValue(name)!, parse.GetValue(set) ?? []);
            if (parse.GetValue(json))
            {
                Output.Json(terminal, parse, InputDigest.None, [], MethodJson.Whole(methodology));
            }
            else
            {
                MethodsScreen.Single(terminal, methodology);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command DiffOf(Terminal terminal)
    {
        var left = new Argument<string>("A") { Description = "A name or a YAML file." };
        var right = new Argument<string>("B") { Description = "A name or a YAML file." };
        var json = CommonOptions.Json();
        var command = new Command("diff", "Where two methodologies differ, field by field.") { left, right, json };
        command.SetAction(parse =>
        {
            var a = Methodologies.Get(parse.GetValue(left)!);
            var b = Methodologies.Get(parse.GetValue(right)!);
            var differences = MethodologyDiff.Of(a, b);
            if (parse.GetValue(json))
            {
                Output.Json(terminal, parse, InputDigest.None, [], Json(a, b, differences));
            }
            else
            {
                MethodsScreen.Diff(terminal, a, b, differences);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static JsonObject Json(Methodology a, Methodology b, IReadOnlyList<MethodologyDifference> differences) =>
        new()
        {
            ["a"] = a.Name,
            ["b"] = b.Name,
            ["fields"] = new JsonArray([
                .. differences.Select(d => new JsonObject
                {
                    ["key"] = d.Key,
                    ["a"] = d.Left,
                    ["b"] = d.Right,
                    ["same"] = d.Same,
                }),
            ]),
        };
}
