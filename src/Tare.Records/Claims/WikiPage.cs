namespace Tare.Records;

/// <summary>A page of a wiki that joins claims into threads and things to watch.</summary>
public sealed record WikiPage : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The page as a publication.</summary>
    public required string Source { get; init; }

    /// <summary>The section it stands in.</summary>
    public required string Section { get; init; }

    /// <summary>The page's own date.</summary>
    public PartialDate PageDate { get; init; } = PartialDate.Unknown;

    /// <summary>The date of what it reports.</summary>
    public PartialDate SourceDate { get; init; } = PartialDate.Unknown;

    /// <summary>The address of what it reports, or <see langword="null"/>.</summary>
    public string? OriginalUrl { get; init; }

    /// <summary>What it says in a sentence of ours.</summary>
    public string? Summary { get; init; }

    /// <summary>The signals it lists, in our words.</summary>
    public ValueList<string> KeySignals { get; init; } = [];

    /// <summary>Its threads.</summary>
    public ValueList<WikiThread> Threads { get; init; } = [];

    /// <summary>The predictions it says are worth watching.</summary>
    public ValueList<string> WorthWatching { get; init; } = [];

    /// <summary>The publications it points to.</summary>
    public ValueList<string> Links { get; init; } = [];

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
