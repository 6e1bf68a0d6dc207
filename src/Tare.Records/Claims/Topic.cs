namespace Tare.Records;

/// <summary>A debate under one title, with every version of its page.</summary>
public sealed record Topic : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The versions by number.</summary>
    public ValueList<TopicVersion> Versions { get; init; } = [];

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
