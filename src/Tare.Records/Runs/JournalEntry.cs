namespace Tare.Records;

/// <summary>One entry of a run's journal, which is the truth about the run. Times are UTC; no result depends on them.</summary>
/// <param name="At">When it was written.</param>
public abstract record JournalEntry(DateTimeOffset At)
{
    /// <summary>The run began, or went on.</summary>
    /// <param name="At">When.</param>
    /// <param name="PlanDigest">SHA-256 of the plan's document.</param>
    /// <param name="Product">Program and version.</param>
    /// <param name="Warnings">What the host cannot promise, each a sentence.</param>
    public sealed record RunStarted(DateTimeOffset At, string PlanDigest, string Product, IReadOnlyList<string> Warnings) : JournalEntry(At)
    {
        /// <summary>The plan's document in the run's first entry, so that a plan that was edited later shows what differs; else <see langword="null"/>.</summary>
        public string? Plan { get; init; }
    }

    /// <summary>The journal could not be read to its end; the run went on with what stood before.</summary>
    /// <param name="At">When.</param>
    /// <param name="Line">First line that could not be read, from 1.</param>
    /// <param name="Offset">Where it began, bytes from 0.</param>
    /// <param name="Found">What was found there.</param>
    /// <param name="KeptIn">Name of the file that keeps what stood from there on, or <see langword="null"/> where nothing did, or only what a crash leaves.</param>
    public sealed record JournalRepaired(DateTimeOffset At, int Line, long Offset, string Found, string? KeptIn) : JournalEntry(At);

    /// <summary>An attempt began in a fresh sandbox.</summary>
    /// <param name="At">When.</param>
    /// <param name="Key">Which.</param>
    /// <param name="Start">How often it has begun, from 1. A retry after a finished attempt starts a new count of answers, a replay after a crash does not.</param>
    /// <param name="Replays">Whether it is fed the answers of the starts before.</param>
    public sealed record AttemptStarted(DateTimeOffset At, AttemptKey Key, int Start, bool Replays) : JournalEntry(At);

    /// <summary>A model answered.</summary>
    /// <param name="At">When.</param>
    /// <param name="Key">In which attempt.</param>
    /// <param name="Call">Which call of the attempt, from 1.</param>
    /// <param name="Request">Digest of the request, so that a replay sees whether it asks the same.</param>
    /// <param name="Answer">The answer.</param>
    public sealed record ModelAnswered(DateTimeOffset At, AttemptKey Key, int Call, string Request, ModelAnswer Answer) : JournalEntry(At);

    /// <summary>A replay asked something else than the journal holds, since a command's output differed; from here it is live.</summary>
    /// <param name="At">When.</param>
    /// <param name="Key">In which attempt.</param>
    /// <param name="Call">The first call that differs; journalled answers from here on are dropped.</param>
    public sealed record ReplayDiverged(DateTimeOffset At, AttemptKey Key, int Call) : JournalEntry(At);

    /// <summary>An attempt ended.</summary>
    /// <param name="At">When.</param>
    /// <param name="Key">Which.</param>
    /// <param name="Result">How.</param>
    public sealed record AttemptFinished(DateTimeOffset At, AttemptKey Key, AttemptResult Result) : JournalEntry(At);
}
