using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.Runner;

namespace Tare.App.Commands;

/// <summary><c>tare task new</c>: a task folder that works, to start from.</summary>
internal static class TaskNewCommand
{
    public static Command Build(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the task: letters, digits, '.', '_', '-'." };
        var folder = new Option<string>("--dir")
        {
            Description = "Folder that gets it. Default: the current one.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };
        var json = CommonOptions.Json();
        var command = new Command("new", "Write a small task that passes 'tare task check', to change into another one.")
        {
            name,
            folder,
            json,
        };
        command.SetAction(parse =>
        {
            var path = Path.GetFullPath(Path.Combine(parse.GetValue(folder)!, parse.GetValue(name)!));
            var files = TaskSkeleton.Write(path, new Guid(RandomNumberGenerator.GetBytes(16)));
            if (parse.GetValue(json))
            {
                Output.Json(
                    terminal,
                    parse,
                    InputDigest.None,
                    [],
                    new JsonObject { ["folder"] = path, ["files"] = Envelope.Strings(files) }
                );
                return ExitCode.Done;
            }

            terminal.Out.WriteLine(TaskText.Line(path));
            foreach (var file in files)
            {
                terminal.Out.WriteLine($"  {file}");
            }

            terminal.Out.WriteLine($"Try it: tare task check {(path.Contains(' ', StringComparison.Ordinal) ? $"'{path}'" : path)}");
            return ExitCode.Done;
        });
        return command;
    }
}
