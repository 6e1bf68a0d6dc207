namespace Tare.Records;

/// <summary>What a run will do, fixed before it starts: models x harnesses x items x attempts.</summary>
public sealed record Plan
{
    /// <summary>The models; labels are unique.</summary>
    public required IReadOnlyList<PlannedModel> Models { get; init; }

    /// <summary>Identifier and version of each harness, for example <c>bash-loop/1</c>.</summary>
    public required IReadOnlyList<string> Harnesses { get; init; }

    /// <summary>The items, in the order of their identifiers.</summary>
    public required IReadOnlyList<PlannedItem> Items { get; init; }

    /// <summary>Attempts of each model with each harness at each item; at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>What one attempt may spend.</summary>
    public Budget Budget { get; init; } = new();

    /// <summary>What is demanded of the place where commands run.</summary>
    public PlannedIsolation Isolation { get; init; } = PlannedIsolation.Strict;

    /// <summary>Names the random streams of the run: simulated models, order of attempts.</summary>
    public string Seed { get; init; } = "1";

    /// <summary>Version of the rules that turn raw outcomes into validated ones.</summary>
    public string Validity { get; init; } = "asymmetric/1";

    /// <summary>What will be computed from the attempts, declared before the first of them; free text, or <see langword="null"/> where nothing was declared.</summary>
    public string? Analysis { get; init; }

    /// <summary>Every attempt of the plan: by model, harness, item, number.</summary>
    public IEnumerable<AttemptKey> Keys() =>
        from model in Models
        from harness in Harnesses
        from item in Items
        from number in Enumerable.Range(1, Attempts)
        select new AttemptKey(model.Label, harness, item.Id, number);
}
