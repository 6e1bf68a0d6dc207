using Tare.Records;

namespace Tare.Runner;

/// <summary>What the journal says about a run: which attempts count, and how.</summary>
/// <remarks>Of the ends of one attempt the first score counts; where none scored, the last end. So a retry never replaces a score.</remarks>
public sealed record RunState
{
    /// <summary>The plan.</summary>
    public required Plan Plan { get; init; }

    /// <summary>How each finished attempt counts; attempts that have not ended are not in it.</summary>
    public required IReadOnlyDictionary<AttemptKey, AttemptResult> Counted { get; init; }

    /// <summary>Attempts that began and did not end: running, or interrupted.</summary>
    public required IReadOnlyList<AttemptKey> Open { get; init; }

    /// <summary>Attempts of the plan.</summary>
    public required int Planned { get; init; }

    /// <summary>Attempts that count with a score.</summary>
    public int Scored => Counted.Values.Count(r => r.Validated is Outcome.Scored);

    /// <summary>Attempts that count without a score.</summary>
    public int Missing => Counted.Count - Scored;

    /// <summary>How many counted attempts have no score, by cause; causes without one are left out.</summary>
    public IReadOnlyDictionary<MissingCause, int> Causes =>
        new SortedDictionary<MissingCause, int>(
            Counted.Values.Select(r => r.Validated).OfType<Outcome.Missing>().CountBy(m => m.Cause).ToDictionary()
        );

    /// <summary>Tokens of every call whose provider reported them, also of attempts that do not count or have not ended: what was used.</summary>
    public required TokenUsage Usage { get; init; }

    /// <summary>Calls that gave an answer.</summary>
    public required int Calls { get; init; }

    /// <summary>Calls among them without a reported usage.</summary>
    public required int CallsWithoutUsage { get; init; }

    /// <summary>Cost of every end of an attempt, US dollars, or <see langword="null"/> where one is unknown.</summary>
    public decimal? CostUsd => EndsWithoutCost == 0 ? KnownCostUsd : null;

    /// <summary>Sum of the costs that are known, US dollars.</summary>
    public required decimal KnownCostUsd { get; init; }

    /// <summary>Ends of attempts whose cost is unknown.</summary>
    public required int EndsWithoutCost { get; init; }

    /// <summary>Programs that ran it, in their order, each once.</summary>
    public required IReadOnlyList<string> Products { get; init; }

    /// <summary>What hosts could not promise, each sentence once.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Where the journal cannot be read, or <see langword="null"/> where all of it can.</summary>
    public JournalDamage? Damage { get; init; }
}
