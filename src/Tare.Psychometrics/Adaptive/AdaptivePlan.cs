namespace Tare.Psychometrics;

/// <summary>Where a person stands, and which items come next.</summary>
public sealed record AdaptivePlan
{
    /// <summary>The person.</summary>
    public required string Person { get; init; }

    /// <summary>Warm's (1989) weighted-likelihood estimate with its standard error; not identified before the first answer.</summary>
    public required Estimate Ability { get; init; }

    /// <summary>
    /// The estimate freed of the bias that stopping at the target adds to it, logits; <see langword="null"/> unless the target is reached.
    /// </summary>
    public required double? StoppedAbility { get; init; }

    /// <summary>How many items of the bank the person has answered.</summary>
    public required int Answered { get; init; }

    /// <summary>Whether the test stops, and why.</summary>
    public required AdaptiveStop Stop { get; init; }

    /// <summary>Ability for which <see cref="Next"/> was chosen, logits: the estimate, or the start ability.</summary>
    public required double ChosenAt { get; init; }

    /// <summary>
    /// The next items in order, as far as the target needs them at <see cref="ChosenAt"/>: give the first, or the whole list at once where
    /// answers cannot be waited for. Empty when the test stops.
    /// </summary>
    public required IReadOnlyList<PlannedItem> Next { get; init; }

    /// <summary>Whether the planned items are expected to reach the target; false where bank or maximum end first.</summary>
    public required bool ReachesTarget { get; init; }

    /// <summary>Items that the person answered and the bank does not know: they are not used, and no parameters are guessed for them.</summary>
    public required IReadOnlyList<string> UnknownItems { get; init; }
}
