using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Runs;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Commands;

/// <summary>Which tasks a command is about, and where their commands run.</summary>
internal sealed class TaskArguments
{
    private TaskArguments(Argument<string?> tasks) => Tasks = tasks;

    public Argument<string?> Tasks { get; }

    public Option<PlannedIsolation> Isolation { get; } =
        new("--isolation")
        {
            Description = "What the sandbox must promise: strict, best-effort, or none for what you trust. Default strict.",
            HelpName = "LEVEL",
            DefaultValueFactory = _ => PlannedIsolation.Strict,
            CustomParser = Parsed,
        };

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
        command.Add(Isolation);
        command.Add(Json);
        return command;
    }

    /// <summary>The chosen tasks, not drawn yet.</summary>
    /// <exception cref="InputException">A word names nothing.</exception>
    public TaskSelection Selection(ParseResult parse, Terminal terminal) =>
        TaskSelection.Of(
            (parse.GetValue(Tasks) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            PackFolders.Of(terminal),
            Tasks.Name
        );

    private static PlannedIsolation Parsed(System.CommandLine.Parsing.ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        foreach (var isolation in Enum.GetValues<PlannedIsolation>())
        {
            if (string.Equals(KebabCase.Of(isolation), word, StringComparison.Ordinal))
            {
                return isolation;
            }
        }

        result.AddError($"--isolation: '{word}'; expected strict, best-effort or none.");
        return PlannedIsolation.Strict;
    }
}
