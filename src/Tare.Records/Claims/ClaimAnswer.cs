namespace Tare.Records;

/// <summary>What this program answered to a claim's query, as the dossier keeps it; answers are only ever added.</summary>
public sealed record ClaimAnswer : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The claim.</summary>
    public required string Claim { get; init; }

    /// <summary>The day on which it was asked, UTC.</summary>
    public required PartialDate At { get; init; }

    /// <summary>What was asked: the command and the path of the answer. An answer to another question than the claim's present one decides nothing.</summary>
    public required string Asked { get; init; }

    /// <summary>The publication that stands for the computation.</summary>
    public required string Source { get; init; }

    /// <summary>Digest of the data that it rests on.</summary>
    public required string DataDigest { get; init; }

    /// <summary>The number, or <see langword="null"/>.</summary>
    public double? Value { get; init; }

    /// <summary>The truth value, or <see langword="null"/>.</summary>
    public bool? Truth { get; init; }

    /// <summary>Its interval with level and content, or <see langword="null"/>.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Unit of the number.</summary>
    public string? Unit { get; init; }

    /// <summary>Why there is no answer, or <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
