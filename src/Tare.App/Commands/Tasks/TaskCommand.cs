using System.CommandLine;
using Tare.App.Cli;

namespace Tare.App.Commands;

/// <summary><c>tare task</c>: task folders and packs.</summary>
internal static class TaskCommand
{
    public static Command Build(Terminal terminal) =>
        new("task", "Tasks in Harbor's folder format: list, write, draw from a pack, and try whether they measure.")
        {
            TaskListCommand.Build(terminal),
            TaskNewCommand.Build(terminal),
            TaskDrawCommand.Build(terminal),
            TaskCheckCommand.Build(terminal),
        };
}
