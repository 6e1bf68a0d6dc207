using Tare.Records;

namespace Tare.Runner;

/// <summary>Where a run stands, while it runs. <c>Planned = Scored + Missing + what is left</c>; running ones are part of what is left.</summary>
/// <param name="Planned">Attempts of the plan.</param>
/// <param name="Scored">Attempts that count with a score.</param>
/// <param name="Missing">Attempts that count without one.</param>
/// <param name="Running">Attempts that run now.</param>
/// <param name="Tokens">Tokens that were reported by every call so far, of attempts that do not count too.</param>
/// <param name="CostUsd">Cost of every finished attempt, US dollars, or <see langword="null"/> where one is unknown.</param>
/// <param name="FinishedNow">Attempts that ended since this runner started: the base of an estimate of the time left.</param>
/// <param name="ToDoNow">Attempts that this runner set out to run.</param>
/// <param name="Elapsed">Since this runner started.</param>
public sealed record RunProgress(
    int Planned,
    int Scored,
    int Missing,
    int Running,
    long Tokens,
    decimal? CostUsd,
    int FinishedNow,
    int ToDoNow,
    TimeSpan Elapsed
)
{
    /// <summary>What was journalled just now, or <see langword="null"/> where nothing was yet.</summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>Estimated time until the last attempt ends, at the pace since the start; <see langword="null"/> before the first one ended.</summary>
    public TimeSpan? Left => FinishedNow == 0 ? null : Elapsed * ((double)(ToDoNow - FinishedNow) / FinishedNow);
}
