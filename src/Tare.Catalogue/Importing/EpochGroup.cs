using Tare.Records;

namespace Tare.Catalogue;

/// <summary>What Epoch's files say of a group of model versions.</summary>
internal sealed class EpochGroup(string name)
{
    public string Name { get; } = name;

    public DateOnly? Date { get; private set; }

    public string? Developer { get; private set; }

    public string? Country { get; private set; }

    public string? Access { get; private set; }

    /// <summary>The earliest date of the versions and the first stated fact of each kind.</summary>
    public void Add(DateOnly? date, string? developer, string? country, string? access)
    {
        if (date is not null && (Date is null || date < Date))
        {
            Date = date;
        }

        Developer ??= developer;
        Country ??= country;
        Access ??= access;
    }

    public LanguageModel ToModel(string id, string source)
    {
        var (weights, terms) = EpochAccess.Read(Access);
        return new LanguageModel
        {
            Id = id,
            Name = Name,
            Developer = Developer?.Replace(",", "; ", StringComparison.Ordinal),
            Country = EpochAccess.Country(Country),
            Weights = weights,
            Terms = terms,
            ReleaseDates = Date is { } date ? [new ReleaseDate(date, ReleaseDateKind.Listed, source)] : [],
        };
    }
}
