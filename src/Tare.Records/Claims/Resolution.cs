namespace Tare.Records;

/// <summary>A judge's entry on a prediction.</summary>
public sealed record Resolution
{
    /// <summary>What was decided.</summary>
    public required PredictionOutcome Outcome { get; init; }

    /// <summary>When.</summary>
    public required PartialDate At { get; init; }

    /// <summary>The evidence or publications it rests on.</summary>
    public ValueList<string> Evidence { get; init; } = [];

    /// <summary>Why.</summary>
    public required string Note { get; init; }
}
