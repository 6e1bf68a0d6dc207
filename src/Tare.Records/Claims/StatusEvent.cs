namespace Tare.Records;

/// <summary>A reviewer's decision about a claim; it holds until a later one.</summary>
public sealed record StatusEvent : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The claim.</summary>
    public required string Claim { get; init; }

    /// <summary>The status from then on.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>When it was decided.</summary>
    public required PartialDate At { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who decided.</summary>
    public required string By { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
