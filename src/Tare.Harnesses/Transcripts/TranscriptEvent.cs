using Tare.Records;

namespace Tare.Harnesses;

/// <summary>One entry of a transcript.</summary>
public abstract record TranscriptEvent
{
    private TranscriptEvent() { }

    /// <summary>What the model was told: the instructions first, then each message in the user's place.</summary>
    /// <param name="Role"><c>system</c> or <c>user</c>.</param>
    /// <param name="Text">The text.</param>
    public sealed record Told(string Role, string Text) : TranscriptEvent;

    /// <summary>What the model answered.</summary>
    /// <param name="Answer">The answer, with its usage.</param>
    public sealed record Answered(ModelAnswer Answer) : TranscriptEvent;

    /// <summary>A command that ran, as the model asked for it and as it ended.</summary>
    /// <param name="CallId">Identifier of the tool call.</param>
    /// <param name="Command">The command.</param>
    /// <param name="Shown">What the model was shown of its output.</param>
    /// <param name="ExitCode">Its exit code, or <see langword="null"/> where a limit ended it.</param>
    public sealed record Ran(string CallId, string Command, string Shown, int? ExitCode) : TranscriptEvent;

    /// <summary>A tool call that could not be carried out.</summary>
    /// <param name="CallId">Identifier of the tool call.</param>
    /// <param name="Shown">What the model was told about it.</param>
    public sealed record Refused(string CallId, string Shown) : TranscriptEvent;

    /// <summary>What ended the agent's part.</summary>
    /// <param name="Stop">The reason.</param>
    /// <param name="Detail">More about it, or <see langword="null"/>.</param>
    public sealed record Ended(StopReason Stop, string? Detail) : TranscriptEvent;
}
