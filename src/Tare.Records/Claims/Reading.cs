namespace Tare.Records;

/// <summary>What somebody found, and did not find, on reading a holder's own text.</summary>
public sealed record Reading : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The publication read.</summary>
    public required string Source { get; init; }

    /// <summary>The holder whose own text it is.</summary>
    public required string Holder { get; init; }

    /// <summary>Terms that it contains.</summary>
    public ValueList<string> Present { get; init; } = [];

    /// <summary>Terms that it does not contain.</summary>
    public ValueList<string> Absent { get; init; } = [];

    /// <summary>How it was read.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
