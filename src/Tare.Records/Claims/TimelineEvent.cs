namespace Tare.Records;

/// <summary>Something that happened.</summary>
public sealed record TimelineEvent : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When.</summary>
    public required PartialDate Date { get; init; }

    /// <summary>What.</summary>
    public required string Text { get; init; }

    /// <summary>What sort.</summary>
    public required TimelineKind Kind { get; init; }

    /// <summary>Who took part: slugs of holders or entities.</summary>
    public ValueList<string> Actors { get; init; } = [];

    /// <summary>The publications that say so. Empty means that none does.</summary>
    public ValueList<string> Cites { get; init; } = [];

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
