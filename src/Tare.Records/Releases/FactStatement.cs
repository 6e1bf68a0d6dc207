namespace Tare.Records;

/// <summary>One value of one fact, as sources state it.</summary>
/// <param name="Value">The value in the one form of its field: an ISO 8601 date, a whole number, an SPDX identifier, a name.</param>
/// <param name="Standing">Who speaks.</param>
/// <param name="Sources">Identifiers of the sources that state it.</param>
public sealed record FactStatement(string Value, SourceStanding Standing, IReadOnlyList<string> Sources)
{
    /// <summary>What a reader must know, for example the reason of an override.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the source itself is not sure, or took the value from the family.</summary>
    public bool IsUnverified { get; init; }
}
