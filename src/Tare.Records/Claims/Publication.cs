namespace Tare.Records;

/// <summary>A publication that a dossier rests on; immutable once recorded. <see cref="Source"/> is the shorter word for where figures come from.</summary>
public sealed record Publication : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>What sort it is.</summary>
    public PublicationKind Kind { get; init; }

    /// <summary>How near it stands to what it reports.</summary>
    public SourceTier Tier { get; init; }

    /// <summary>When it came out.</summary>
    public PartialDate Published { get; init; } = PartialDate.Unknown;

    /// <summary>What else a reader must know about the date.</summary>
    public string? DateNote { get; init; }

    /// <summary>Who wrote it, by name.</summary>
    public ValueList<string> Authors { get; init; } = [];

    /// <summary>The holders whose own publication it is; what they say in it has its root here.</summary>
    public ValueList<string> Makers { get; init; } = [];

    /// <summary>Address, or <see langword="null"/> where none is known.</summary>
    public string? Url { get; init; }

    /// <summary>The feed that delivered it; <c>reactive:TOPIC</c> where an existing topic asked for it.</summary>
    public string? Feed { get; init; }

    /// <summary>The topic that asked for it, for a reactive feed.</summary>
    public string? TriggerTopic => Feed?.StartsWith("reactive:", StringComparison.Ordinal) == true ? Feed["reactive:".Length..] : null;

    /// <summary>The publications that it was made from. Empty means that it is a root.</summary>
    public ValueList<string> DerivedFrom { get; init; } = [];

    /// <summary>The publications that it argues against.</summary>
    public ValueList<string> Rebuts { get; init; } = [];

    /// <summary>When it was fetched.</summary>
    public PartialDate Retrieved { get; init; } = PartialDate.Unknown;

    /// <summary>SHA-256 of what was fetched, lower-case hexadecimal, or <see langword="null"/> where nothing was kept.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Language, BCP 47, or <see langword="null"/> for the dossier's.</summary>
    public string? Language { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
