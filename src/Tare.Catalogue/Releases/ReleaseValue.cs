using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The one form in which a fact of a release is written down; what has another form is refused with its place.</summary>
internal static class ReleaseValue
{
    private const string Correct = "correct the value; leave the field empty where it is not known";

    public static string Of(
        CsvRow row,
        string column,
        CatalogueField field,
        IReadOnlyDictionary<string, Licence> licences,
        DateOnly? sourceDay
    ) =>
        field switch
        {
            CatalogueField.Country => row.OptionalCountry(column) ?? row.Text(column),
            CatalogueField.ReleaseDate => Date(row, column, sourceDay),
            CatalogueField.Weights => Known(row, column, row.OptionalChoice<Weights>(column)),
            CatalogueField.Terms => Known(row, column, row.OptionalChoice<LicenceTerms>(column)),
            CatalogueField.Licence => licences.ContainsKey(row.Text(column))
                ? row.Text(column)
                : throw row.Error(
                    column,
                    "the identifier of a row of data/licences.csv",
                    Nearest.Sentence(row.Text(column), licences.Keys, "add the licence there first")
                ),
            CatalogueField.TotalParameters or CatalogueField.ActiveParameters or CatalogueField.ContextTokens => Whole(row, column),
            _ => row.Text(column),
        };

    private static string Date(CsvRow row, string column, DateOnly? sourceDay)
    {
        if (!PartialDate.TryParse(row.Text(column), out var date) || !date.IsKnown)
        {
            throw row.Error(column, "a day, month or year that exists: YYYY-MM-DD, YYYY-MM or YYYY", Correct);
        }

        if (sourceDay is { } day && date.Earliest > PartialDate.On(day).Latest)
        {
            throw row.Error(
                column,
                $"a day up to {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, the date of the source",
                "a source does not know the future: correct the date, or name the source that states it"
            );
        }

        return date.ToString();
    }

    private static string Known<T>(CsvRow row, string column, T? choice)
        where T : struct, Enum =>
        choice is { } value && !value.Equals(default(T)) ? KebabCase.Of(value) : throw row.Error(column, "a known value", Correct);

    private static string Whole(CsvRow row, string column) =>
        long.TryParse(row.Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw row.Error(column, "a whole number above 0", Correct);
}
