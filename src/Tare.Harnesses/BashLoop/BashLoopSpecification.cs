using System.Globalization;
using System.Security.Cryptography;

namespace Tare.Harnesses;

/// <summary>
/// The constants of <c>bash-loop/1</c>, as <c>docs/harnesses/bash-loop-1.md</c> gives them. They are frozen: another value is another version.
/// </summary>
public static class BashLoopSpecification
{
    /// <summary>Identifier of the harness.</summary>
    public const string Id = "bash-loop";

    /// <summary>Version of the specification.</summary>
    public const string Version = "1";

    /// <summary>The first message: the model's place and its one tool.</summary>
    public const string SystemPrompt = """
        You work on a task on a Linux machine without a network. Your only tool is bash: each call runs one command line in a new shell that starts in the task's work folder. Files stay between calls; variables, the current folder and background processes do not. Nobody can answer questions: decide for yourself and go on until the task is done. What counts is what the work folder holds at the end.

        When the task is done, answer without a tool call and write DONE on a line of its own.
        """;

    /// <summary>What the model is told when it called no tool and did not say that it is done.</summary>
    public const string Nudge =
        "Your last answer called no tool. If the task is done, answer with DONE on a line of its own. If it is not, go on with the bash tool.";

    /// <summary>The line that ends an attempt, in an answer without a tool call.</summary>
    public const string DoneMarker = "DONE";

    /// <summary>Stands in the conversation for an answer without a word and without a tool call, which some providers refuse to be sent back.</summary>
    public const string NoWords = "(no answer)";

    /// <summary>Elapsed time of a command where the model does not say, seconds.</summary>
    public const int CommandSeconds = 120;

    /// <summary>Largest elapsed time of a command that the model may ask for, seconds.</summary>
    public const int LongestCommandSeconds = 600;

    /// <summary>Largest command, bytes of UTF-8: what Linux takes as one argument of a program.</summary>
    public const int LargestCommandBytes = 131_071;

    /// <summary>Bytes that the model is shown of the beginning of a stream that is too long.</summary>
    public const int HeadBytes = 8_000;

    /// <summary>Bytes that the model is shown of the end of a stream that is too long.</summary>
    public const int TailBytes = 8_000;

    /// <summary>Turns after which an attempt without a budget of turns ends, so that no model goes on for ever.</summary>
    public const int UnstatedTurns = 1_000;

    internal const string UnknownTool = "There is no tool of that name. The only tool is bash.";
    internal const string NoObject = "The arguments are not a JSON object. Expected: {\"command\": \"...\"}";
    internal const string NoCommand = "The argument 'command' is missing or not a string. Expected: {\"command\": \"...\"}";
    internal const string ZeroByte = "The argument 'command' holds a zero byte. Write bytes with printf.";
    internal const string BadTimeout = "The argument 'timeout_seconds' is not a whole number from 1 to 600.";
    internal const string LongCommand = "The argument 'command' is longer than 131071 bytes. Write long texts to a file in several calls.";

    internal const string StandardOutputLine = "[stdout]";
    internal const string StandardErrorLine = "[stderr]";
    internal const string ExitFormat = "[exit code {0}]";
    internal const string TimeFormat = "[ended: time limit of {0} s]";
    internal const string CpuLine = "[ended: processor time limit]";
    internal const string MemoryLine = "[ended: memory limit]";
    internal const string ProcessesLine = "[ended: process limit]";
    internal const string SpaceLine = "[ended: disk space limit]";
    internal const string BudgetLine = "[ended: time budget of the task]";
    internal const string OmittedFormat = "[... {0} bytes omitted ...]";

    internal const string BudgetFormat = "Your budget for this task: {0}.";
    internal const string LeftFormat = "[left: {0}]";
    internal const string TokensFormat = "tokens {0} (input and output of all calls together)";
    internal const string TurnsFormat = "answers {0}";
    internal const string CostFormat = "US dollars {0}";
    internal const string SecondsFormat = "seconds {0} (elapsed time)";
    internal const string TokensLeftFormat = "tokens {0}";

    /// <summary>The one tool.</summary>
    public static ToolDefinition Tool { get; } =
        new(
            "bash",
            "Runs a command line with bash in the work folder and returns its standard output, standard error and exit code.",
            """{"type":"object","properties":{"command":{"type":"string","description":"The command line."},"timeout_seconds":{"type":"integer","minimum":1,"maximum":600,"description":"Elapsed time after which the command is ended. Default: 120."}},"required":["command"],"additionalProperties":false}"""
        );

    /// <summary>SHA-256 of every constant above, 64 hexadecimal digits.</summary>
    public static string Digest { get; } = DigestOfConstants();

    /// <summary>A text of the specification with its one gap filled.</summary>
    internal static string Fill(string format, string value) => format.Replace("{0}", value, StringComparison.Ordinal);

    private static string DigestOfConstants()
    {
        string[] texts =
        [
            .. new[] { Id, Version, SystemPrompt, Nudge, DoneMarker, NoWords },
            .. new[] { Tool.Name, Tool.Description, Tool.ParametersSchema },
            .. new[] { UnknownTool, NoObject, NoCommand, ZeroByte, BadTimeout, LongCommand },
            .. new[] { StandardOutputLine, StandardErrorLine, ExitFormat, TimeFormat, CpuLine, MemoryLine, ProcessesLine, SpaceLine },
            .. new[] { BudgetLine, OmittedFormat, BudgetFormat, LeftFormat, TokensFormat, TurnsFormat, CostFormat, SecondsFormat },
            .. new[] { TokensLeftFormat },
            .. new[] { CommandSeconds, LongestCommandSeconds, LargestCommandBytes, HeadBytes, TailBytes, UnstatedTurns }.Select(n =>
                n.ToString(CultureInfo.InvariantCulture)
            ),
        ];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            NetString.Append(hash, text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
