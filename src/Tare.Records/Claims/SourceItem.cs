namespace Tare.Records;

/// <summary>A publication as it was taken in: the summary and what was extracted.</summary>
public sealed record SourceItem : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The publication.</summary>
    public required string Source { get; init; }

    /// <summary>One sentence of ours about it.</summary>
    public required string Summary { get; init; }

    /// <summary>Slugs of the topics it was filed under.</summary>
    public ValueList<string> TopicSlugs { get; init; } = [];

    /// <summary>The claims taken from it.</summary>
    public ValueList<string> Claims { get; init; } = [];

    /// <summary>The quotations taken from it.</summary>
    public ValueList<string> Quotes { get; init; } = [];

    /// <summary>The topics whose versions list it.</summary>
    public ValueList<string> AppearsIn { get; init; } = [];

    /// <summary>Where a copy stands, or <see langword="null"/>.</summary>
    public string? MirrorUrl { get; init; }

    /// <summary>Minutes to read it, as stated, or <see langword="null"/>.</summary>
    public double? ReadingMinutes { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
