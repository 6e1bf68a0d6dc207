namespace Tare.Records;

/// <summary>Something measured or looked up that bears on claims.</summary>
public sealed record ClaimEvidence : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The publication that gives it.</summary>
    public required string Source { get; init; }

    /// <summary>What was measured.</summary>
    public required string Measure { get; init; }

    /// <summary>The figure, or <see langword="null"/> where it is no number or not known.</summary>
    public double? Value { get; init; }

    /// <summary>Unit of the figure.</summary>
    public string? Unit { get; init; }

    /// <summary>Interval of the figure, or <see langword="null"/> where none is stated.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The circumstances.</summary>
    public ValueList<Condition> Conditions { get; init; } = [];

    /// <summary>The table the figure stands in, where it was read.</summary>
    public ValueList<EvidenceRow> Rows { get; init; } = [];

    /// <summary>How much it weighs, in words.</summary>
    public string? Strength { get; init; }

    /// <summary>What it does and does not bear on, in words.</summary>
    public string? Bearing { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
