namespace Tare.Analysis;

/// <summary>A model's ability on a scale that is to be linked to another one.</summary>
/// <param name="Label">What the model is called there.</param>
/// <param name="Value">Its ability, logits; <see langword="null"/> where it is not finite or not known.</param>
/// <param name="StandardError">Standard error of the ability, logits, not negative; <see langword="null"/> exactly where the value is.</param>
public sealed record OwnAbility(string Label, double? Value, double? StandardError)
{
    /// <summary>Identifier of the same model on the other scale, which makes it an anchor; <see langword="null"/> where it has none.</summary>
    public string? AnchorId { get; init; }

    /// <summary>Why there is no value; <see langword="null"/> where there is one.</summary>
    public string? Reason { get; init; }
}
