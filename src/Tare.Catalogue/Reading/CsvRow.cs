using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>One row of a <see cref="CsvTable"/>. Reading a value converts it or says what is wrong with it.</summary>
internal sealed class CsvRow(CsvTable table, int line, string[] values)
{
    public int Line { get; } = line;

    public string Where => $"{table.Place}, line {Line.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The trimmed text, or <see langword="null"/> where the field is empty or the column absent.</summary>
    public string? Optional(string column)
    {
        var index = table.IndexOf(column);
        if (index is null)
        {
            return null;
        }

        var text = values[index.Value].Trim();
        return text.Length == 0 ? null : text;
    }

    public string Text(string column) => Optional(column) ?? throw Error(column, "a value", "fill in the field or remove the row");

    public double? OptionalNumber(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            throw Error(
                column,
                "a finite number, with a point as decimal mark",
                "correct the number; leave out the row where it is not known"
            );
        }

        return number;
    }

    public double Number(string column) =>
        OptionalNumber(column)
        ?? throw Error(
            column,
            "a finite number, with a point as decimal mark",
            "fill in the number; leave out the row where it is not known: missing is not zero"
        );

    /// <summary>A share in [0, 1].</summary>
    public double Share(string column)
    {
        var number = Number(column);
        if (number is < 0 or > 1)
        {
            var next = number is > 1 and <= 100
                ? "divide percentages by 100; clip scores above the ceiling"
                : "clip scores below chance at 0, or leave out the row";
            throw Error(column, "a share from 0 to 1, after chance correction", next);
        }

        return number;
    }

    public double? OptionalShare(string column) => Optional(column) is null ? null : Share(column);

    public DateOnly? OptionalDate(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Error(column, "a day that exists, as YYYY-MM-DD", "correct the date; leave the field empty where it is not known");
    }

    public DateOnly Date(string column) =>
        OptionalDate(column) ?? throw Error(column, "a day, as YYYY-MM-DD", "fill in the date or remove the row");

    /// <summary>An identifier: lower case letters, digits, points, hyphens and underscores.</summary>
    public string Id(string column)
    {
        var text = Text(column);
        return Slug.IsId(text)
            ? text
            : throw Error(column, "an identifier of lower case letters, digits, '.', '-' and '_'", $"write it as '{Slug.Of(text)}'");
    }

    public T? OptionalChoice<T>(string column)
        where T : struct, Enum
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        return KebabCase.TryParse<T>(text, out var value)
            ? value
            : throw Error(
                column,
                $"one of {string.Join(", ", KebabCase.All<T>())}",
                "correct the word; leave the field empty where it is not known"
            );
    }

    /// <summary>A country as two capital letters (ISO 3166 alpha-2).</summary>
    public string? OptionalCountry(string column)
    {
        var text = Optional(column);
        return text is null || Countries.IsCode(text)
            ? text
            : throw Error(
                column,
                "an ISO 3166 country code of two capital letters, for example US",
                "use the code; leave the field empty where it is not known"
            );
    }

    public string? OptionalWord(string column, params ReadOnlySpan<string> allowed)
    {
        var text = Optional(column);
        return text is null || allowed.Contains(text)
            ? text
            : throw Error(
                column,
                $"one of {string.Join(", ", allowed.ToArray())}",
                "correct the word; leave the field empty where it is not known"
            );
    }

    public InputException Error(string column, string expectation, string nextStep)
    {
        var index = table.IndexOf(column);
        var text = index is null ? "" : values[index.Value].Trim();
        return InputException.At(
            $"{Where}, column '{column}'",
            text.Length == 0 ? "the field is empty" : Quoted.Text(text),
            expectation,
            nextStep
        );
    }
}
