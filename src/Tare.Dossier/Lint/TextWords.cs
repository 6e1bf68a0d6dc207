using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Tare.Dossier;

/// <summary>The words that rules look for in a text.</summary>
internal static partial class TextWords
{
    private static readonly string[] s_numbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    // Most texts have none of these; looking for them first is much faster than the expressions.
    private static readonly string[] s_monthNames = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];

    private static readonly SearchValues<string> s_months = SearchValues.Create(s_monthNames, StringComparison.Ordinal);

    private static readonly SearchValues<string> s_units = SearchValues.Create(
        ["day", "week", "month"],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> s_superlatives = SearchValues.Create(
        ["most ", "est", "worst", "unprecedented", "unmatched", "unrivalled", "record-breaking"],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> s_exemplars = SearchValues.Create(
        [" example", " case", " proof"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The months named in a text, 1 to 12. <c>may</c> counts only with a capital.</summary>
    public static IReadOnlyList<int> Months(string text) =>
        !text.AsSpan().ContainsAny(s_months)
            ? []
            : [.. MonthNames().Matches(text).Select(m => 1 + Array.IndexOf(s_monthNames, m.Value)).Distinct()];

    /// <summary>A duration such as <c>two weeks</c>, in days, or <see langword="null"/>.</summary>
    public static (string Words, int Days)? Duration(string text)
    {
        if (!text.AsSpan().ContainsAny(s_units))
        {
            return null;
        }

        var match = Durations().Match(text);
        if (!match.Success || Number(match.Groups["n"].Value) is not { } count || count > 1000)
        {
            return null;
        }

        var unit = match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "day" => 1,
            "week" => 7,
            _ => 30,
        };
        return (match.Value, count * unit);
    }

    /// <summary>The number that stands before a noun, with at most three words between, or <see langword="null"/>.</summary>
    public static int? CountBefore(string text, string noun)
    {
        var words = text.Split([' ', '\n', '\t', ',', ';', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (!string.Equals(words[i].TrimEnd('.', ':', '!', '?'), noun, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            for (var j = i - 1; j >= 0 && j >= i - 4; j--)
            {
                if (Number(words[j]) is { } count)
                {
                    return count;
                }
            }
        }

        return null;
    }

    /// <summary>The first superlative, or <see langword="null"/>.</summary>
    public static string? Superlative(string text)
    {
        if (!text.AsSpan().ContainsAny(s_superlatives))
        {
            return null;
        }

        var match = Superlatives().Match(text);
        return match.Success ? match.Value : null;
    }

    /// <summary>Whether something is put forward as the example of its kind.</summary>
    public static string? Exemplary(string text)
    {
        if (!text.AsSpan().ContainsAny(s_exemplars))
        {
            return null;
        }

        var match = Exemplars().Match(text);
        return match.Success ? match.Value : null;
    }

    private static int? Number(string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return digits;
        }

        var index = Array.FindIndex(s_numbers, n => string.Equals(n, word, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }

    [GeneratedRegex(
        @"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MonthNames();

    [GeneratedRegex(
        @"\b(?<n>\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<unit>day|week|month)s?\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Durations();

    [GeneratedRegex(
        @"\b(most \w+(ed|ive|ful|al|ous|ent|ant|able|ible|ic)\b|best|worst|largest|biggest|smallest|strongest|weakest|fastest|slowest|highest|lowest|cheapest|dearest|densest|unprecedented|unmatched|unrivalled|record-breaking)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Superlatives();

    [GeneratedRegex(
        @"\b(canonical|standard|textbook|prime|definitive) (example|case|proof)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Exemplars();
}
