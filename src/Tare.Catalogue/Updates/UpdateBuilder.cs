using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Collects what a published catalogue states, by release and field; the same value from several places is one statement.</summary>
internal sealed class UpdateBuilder(string format, DateOnly retrieved, ReleaseCatalogue catalogue)
{
    private const int PlacesNamed = 3;

    private readonly Dictionary<(string Release, CatalogueField Field, string Value, bool IsUnverified), SortedSet<string>> _stated = [];
    private readonly Dictionary<(string Release, string Provider), TokenPrice> _prices = [];
    private readonly SortedSet<string> _unresolved = new(StringComparer.Ordinal);

    public Tally Tally { get; } = new();

    /// <summary>The release that one of several names means, or <see langword="null"/>; then the first name is listed as unresolved.</summary>
    public string? Resolve(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (catalogue.TryFind(name, out var release))
            {
                return release.Id;
            }
        }

        _unresolved.Add(names[0]);
        return null;
    }

    public void State(string release, CatalogueField field, string value, string place, bool isUnverified = false)
    {
        var key = (release, field, value, isUnverified);
        if (!_stated.TryGetValue(key, out var places))
        {
            _stated[key] = places = new SortedSet<string>(StringComparer.Ordinal);
        }

        places.Add(place);
    }

    /// <summary>A day, month or year; what is no date, or lies after the day of retrieval, is counted as not kept.</summary>
    public void StateDate(string release, string value, string place)
    {
        if (!PartialDate.TryParse(value, out var date) || !date.IsKnown)
        {
            Tally.Add("release dates", "not a day, month or year that exists", $"{place}: {Quoted.Text(value)}");
        }
        else if (date.Earliest > PartialDate.On(retrieved).Latest)
        {
            Tally.Add("release dates", "after the day of retrieval: a source does not know the future", $"{place}: {value}");
        }
        else
        {
            State(release, CatalogueField.ReleaseDate, date.ToString(), place);
        }
    }

    /// <summary>A licence that the catalogue knows, with its terms; another is counted as not kept.</summary>
    public void StateLicence(string release, string value, string place)
    {
        if (catalogue.Licences.FirstOrDefault(l => string.Equals(l.Id, value, StringComparison.OrdinalIgnoreCase)) is { } licence)
        {
            State(release, CatalogueField.Licence, licence.Id, place);
            if (licence.Terms != LicenceTerms.Unknown)
            {
                State(release, CatalogueField.Terms, KebabCase.Of(licence.Terms), place);
            }
        }
        else
        {
            Tally.Add("licences", "not in data/licences.csv: their terms are not known here", $"{place}: {Quoted.Text(value)}");
        }
    }

    public void Price(string release, TokenPrice price, string place)
    {
        if (!_prices.TryAdd((release, price.Provider), price) && !_prices[(release, price.Provider)].AsksTheSameAs(price))
        {
            Tally.Add("prices", "a second price of the same provider for the same release; the first is kept", place);
        }
    }

    public CatalogueUpdate Build(IReadOnlyList<InputFile> files) =>
        new()
        {
            Format = format,
            Retrieved = retrieved,
            Files = files,
            Statements =
            [
                .. _stated
                    .OrderBy(s => s.Key.Release, StringComparer.Ordinal)
                    .ThenBy(s => s.Key.Field)
                    // What most places state is listed first, so that it is in force among equals.
                    .ThenByDescending(s => s.Value.Count)
                    .ThenBy(s => s.Key.Value, StringComparer.Ordinal)
                    .Select(s => new UpdateStatement(
                        s.Key.Release,
                        s.Key.Field,
                        new FactStatement(s.Key.Value, SourceStanding.Catalogue, [CatalogueUpdate.SourceOf(format, retrieved)])
                        {
                            Note = Places(s.Value),
                            IsUnverified = s.Key.IsUnverified,
                        }
                    )),
            ],
            Prices =
            [
                .. _prices
                    .OrderBy(p => p.Key.Release, StringComparer.Ordinal)
                    .ThenBy(p => p.Key.Provider, StringComparer.Ordinal)
                    .Select(p => new UpdatePrice(p.Key.Release, p.Value)),
            ],
            Unresolved = [.. _unresolved],
            NotKept = Tally.ToList(),
        };

    private static string Places(SortedSet<string> places) =>
        string.Join(", ", places.Take(PlacesNamed))
        + (
            places.Count > PlacesNamed
                ? string.Create(CultureInfo.InvariantCulture, $" and {places.Count - PlacesNamed} more")
                : string.Empty
        );
}
