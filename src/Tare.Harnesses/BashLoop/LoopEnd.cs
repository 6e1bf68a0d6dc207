using Tare.Records;

namespace Tare.Harnesses;

/// <summary>What ends a loop.</summary>
/// <param name="Stop">The reason.</param>
/// <param name="Detail">More about it, or <see langword="null"/>.</param>
internal sealed record LoopEnd(StopReason Stop, string? Detail)
{
    /// <summary>What went wrong, or <see langword="null"/>.</summary>
    public AttemptError? Error { get; init; }

    public static LoopEnd OfFault(MissingCause cause, string message) => OfFault(new AttemptError(cause, message));

    public static LoopEnd OfFault(AttemptError error) => new(StopReason.Fault, error.Message) { Error = error };
}
