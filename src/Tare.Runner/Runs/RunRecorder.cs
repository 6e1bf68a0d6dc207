using Tare.Records;
using Tare.Runner.Journals;

namespace Tare.Runner;

/// <summary>Takes the entries of a run that runs: onto disk first, then into the state, then to who watches. Safe for several threads.</summary>
/// <param name="journal">The open journal.</param>
/// <param name="state">What it held before.</param>
/// <param name="plan">The plan.</param>
/// <param name="toDo">Attempts that will run now.</param>
/// <param name="clock">Dates entries.</param>
/// <param name="progress">Told of every change.</param>
internal sealed class RunRecorder(
    Journal journal,
    RunStateBuilder state,
    Plan plan,
    int toDo,
    TimeProvider clock,
    IProgress<RunProgress>? progress
)
{
    private readonly Lock _gate = new();
    private readonly int _planned = plan.Keys().Count();
    private readonly long _since = clock.GetTimestamp();
    private int _running;
    private int _finished;

    /// <summary>The time for a new entry, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Reads the state.</summary>
    public T Read<T>(Func<RunStateBuilder, T> read)
    {
        lock (_gate)
        {
            return read(state);
        }
    }

    /// <summary>Appends an entry; it counts when the task ends.</summary>
    /// <exception cref="InputException">The disk does not take it.</exception>
    public async Task AppendAsync(JournalEntry entry)
    {
        await journal.AppendAsync(entry);
        RunProgress now;
        lock (_gate)
        {
            state.Add(entry);
            _running += entry is JournalEntry.AttemptStarted ? 1 : 0;
            _running -= entry is JournalEntry.AttemptFinished ? 1 : 0;
            _finished += entry is JournalEntry.AttemptFinished ? 1 : 0;
            now = new RunProgress(
                _planned,
                state.Scored,
                state.Missing,
                _running,
                state.Usage.Total,
                state.CostUsd,
                _finished,
                toDo,
                clock.GetElapsedTime(_since)
            )
            {
                Entry = entry,
            };
        }

        progress?.Report(now);
    }
}
