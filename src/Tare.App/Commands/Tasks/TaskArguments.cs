using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Runs;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Commands;

/// <summary>Which tasks a command is about, and where their commands run.</summary>
internal sealed class TaskArguments
{
    private readonly Option<PlannedIsolation?> _isolation = CommonOptions.Isolation();

    private TaskArguments(Argument<string?> tasks) => Tasks = tasks;

    public Argument<string?> Tasks { get; }

    public Option<bool> Json { get; } = CommonOptions.Json();

    /// <summary>The arguments of a command that must be told its tasks, or may.</summary>
    public static TaskArguments Of(bool required) =>
        new(
            new Argument<string?>("TASKS")
            {
                Description = "Packs, items (pack/item, ctf/*), fresh draws (pack@seed) or folders (./my-task), with commas.",
                Arity = required ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
            }
        );

    public Command On(Command command)
    {
        command.Add(Tasks);
        command.Add(_isolation);
        command.Add(Json);
        return command;
    }

    /// <summary>What the sandbox must promise.</summary>
    public PlannedIsolation Isolation(ParseResult parse) => parse.GetValue(_isolation) ?? PlannedIsolation.Strict;

    /// <summary>The chosen tasks, not drawn yet.</summary>
    /// <exception cref="InputException">A word names nothing.</exception>
    public TaskSelection Selection(ParseResult parse, Terminal terminal) =>
        TaskSelection.Of(
            (parse.GetValue(Tasks) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            PackFolders.Of(terminal),
            Tasks.Name
        );
}
