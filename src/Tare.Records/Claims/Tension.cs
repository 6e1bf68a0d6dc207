namespace Tare.Records;

/// <summary>A disagreement as somebody described it; whether it is one is computed.</summary>
public sealed record Tension : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The disagreement in a few words.</summary>
    public required string Text { get; init; }

    /// <summary>Its sides.</summary>
    public required ValueList<TensionSide> Sides { get; init; }

    /// <summary>The propositions it is said to be about.</summary>
    public ValueList<string> Propositions { get; init; } = [];

    /// <summary>The publications it rests on.</summary>
    public ValueList<string> Cites { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public TensionState State { get; init; }

    /// <summary>The version of the topic that first had it, or <see langword="null"/>.</summary>
    public int? SinceVersion { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
