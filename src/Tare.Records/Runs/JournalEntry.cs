namespace Tare.Records;

/// <summary>One entry of a run's journal. The journal is the truth of a run; entries are added, never changed.</summary>
/// <param name="At">When it was written, UTC.</param>
public abstract record JournalEntry(DateTimeOffset At)
{
    /// <summary>The first entry: the plan that the run follows.</summary>
    /// <param name="At">When it was written.</param>
    /// <param name="PlanDigest">SHA-256 of the plan's document, lower-case hexadecimal.</param>
    /// <param name="Program">Version of the program that started it.</param>
    public sealed record RunStarted(DateTimeOffset At, string PlanDigest, string Program) : JournalEntry(At);

    /// <summary>An attempt begins, in a fresh sandbox. A second such entry for the same attempt means that the first was interrupted.</summary>
    /// <param name="At">When it was written.</param>
    /// <param name="Key">Which attempt.</param>
    public sealed record AttemptStarted(DateTimeOffset At, AttemptKey Key) : JournalEntry(At);

    /// <summary>A model answered and was paid.</summary>
    /// <param name="At">When it was written.</param>
    /// <param name="Key">Which attempt.</param>
    /// <param name="Turn">From 1, within the attempt.</param>
    /// <param name="RequestDigest">SHA-256 of the request, by which a replay knows that it is the same question.</param>
    /// <param name="Answer">The answer.</param>
    public sealed record ModelAnswered(DateTimeOffset At, AttemptKey Key, int Turn, string RequestDigest, ModelAnswer Answer)
        : JournalEntry(At);

    /// <summary>A resumed attempt asked something other than what the journal answered, and went on live from there.</summary>
    /// <param name="At">When it was written.</param>
    /// <param name="Key">Which attempt.</param>
    /// <param name="Turn">The first turn that differed.</param>
    public sealed record ReplayDiverged(DateTimeOffset At, AttemptKey Key, int Turn) : JournalEntry(At);

    /// <summary>An attempt ended and counts. There is exactly one for each attempt of a finished run.</summary>
    /// <param name="At">When it was written.</param>
    /// <param name="Result">Its result.</param>
    public sealed record AttemptFinished(DateTimeOffset At, AttemptResult Result) : JournalEntry(At);
}
