namespace Tare.Records;

/// <summary>What a run is to do, written before it starts: every model in every harness on every item, so often. It never changes.</summary>
public sealed record Plan
{
    /// <summary>The models, in order; at least one.</summary>
    public required IReadOnlyList<PlannedModel> Models { get; init; }

    /// <summary>Identifiers of harnesses with version, for example <c>bash-loop/1</c>; at least one.</summary>
    public required IReadOnlyList<string> Harnesses { get; init; }

    /// <summary>The items with their digests, in order; at least one.</summary>
    public required IReadOnlyList<PlannedItem> Items { get; init; }

    /// <summary>Attempts for each model, harness and item; at least 1.</summary>
    public required int Attempts { get; init; }

    /// <summary>What one attempt may spend.</summary>
    public required Budget Budget { get; init; }

    /// <summary>Root of the run's named random streams.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The analysis that was declared before the run, in words, or <see langword="null"/> where none was.</summary>
    public string? Analysis { get; init; }

    /// <summary>Every attempt of the plan: by item, then attempt, then model, then harness, so that a run cut short is balanced over models.</summary>
    public IEnumerable<AttemptKey> AllAttempts() =>
        from item in Items
        from ordinal in Enumerable.Range(1, Attempts)
        from model in Models
        from harness in Harnesses
        select new AttemptKey(model.Id, harness, item.Id, ordinal);
}
