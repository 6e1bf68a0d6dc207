namespace Tare.Records;

/// <summary>Where figures come from, and under which terms they may be used again.</summary>
/// <param name="Id">Identifier inside the catalogue.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Licence">Terms of use, as the publisher states them.</param>
public sealed record Source(string Id, string Title, string Publisher, string Licence)
{
    /// <summary>Address, or <see langword="null"/> where the source has none.</summary>
    public string? Url { get; init; }

    /// <summary>Day of publication or of retrieval, as <see cref="DateNote"/> says.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What the date means, or what else a reader must know.</summary>
    public string? DateNote { get; init; }
}
