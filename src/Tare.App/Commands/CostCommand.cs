using System.CommandLine;
using Tare.App.Cli;

namespace Tare.App.Commands;

/// <summary><c>tare cost serve|develop</c>: what serving and developing a model costs.</summary>
internal static class CostCommand
{
    public static Command Build(Terminal terminal) =>
        new("cost", "What serving a model costs in memory and operations, and what developing one costs alone or together.")
        {
            CostServeCommand.Build(terminal),
            CostDevelopCommand.Build(terminal),
        };
}
