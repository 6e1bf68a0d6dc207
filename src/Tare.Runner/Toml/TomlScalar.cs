using System.Globalization;
using System.Text.RegularExpressions;

namespace Tare.Runner.Toml;

/// <summary>Numbers, booleans, dates and times by the grammar of TOML 1.0.</summary>
internal static partial class TomlScalar
{
    /// <summary>The value of a word, or <see langword="null"/> where it is none.</summary>
    internal static TomlValue? Of(string word, string place) =>
        word switch
        {
            "true" or "false" => new TomlBoolean(place, word, word == "true"),
            "inf" or "+inf" => new TomlFloat(place, word, double.PositiveInfinity),
            "-inf" => new TomlFloat(place, word, double.NegativeInfinity),
            "nan" or "+nan" or "-nan" => new TomlFloat(place, word, double.NaN),
            _ => Integer(word, place) ?? Prefixed(word, place) ?? (TomlValue?)Float(word, place) ?? Moment(word, place),
        };

    private static TomlInteger? Integer(string word, string place) =>
        DecimalInteger().IsMatch(word)
        && long.TryParse(Digits(word), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? new TomlInteger(place, word, value)
            : null;

    private static TomlInteger? Prefixed(string word, string place)
    {
        if (!PrefixedInteger().IsMatch(word))
        {
            return null;
        }

        var radix =
            word[1] == 'x' ? 16
            : word[1] == 'o' ? 8
            : 2;
        var value = 0L;
        foreach (var digit in Digits(word[2..]))
        {
            var next = Convert.ToInt32(digit.ToString(), 16);
            if (value > (long.MaxValue - next) / radix)
            {
                return null;
            }

            value = (value * radix) + next;
        }

        return new TomlInteger(place, word, value);
    }

    private static TomlFloat? Float(string word, string place) =>
        FloatNumber().IsMatch(word) && double.TryParse(Digits(word), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new TomlFloat(place, word, value)
            : null;

    private static TomlMoment? Moment(string word, string place)
    {
        var match = DateAndTime().Match(word);
        match = match.Success ? match : TimeOfDay().Match(word);
        if (!match.Success)
        {
            return null;
        }

        var hasDate = match.Groups["date"].Success;
        var hasTime = match.Groups["time"].Success;
        int Part(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var (year, month, day) = hasDate ? (Part("year"), Part("month"), Part("day")) : (1, 1, 1);
        var (hour, minute, second) = hasTime ? (Part("hour"), Part("minute"), Part("second")) : (0, 0, 0);
        // A leap second cannot be said in .NET's calendar and is refused.
        if (
            year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || hour > 23
            || minute > 59
            || second > 59
        )
        {
            return null;
        }

        var value = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        if (match.Groups["fraction"] is { Success: true, Value: var fraction })
        {
            value = value.AddTicks(long.Parse(fraction.PadRight(7, '0')[..7], CultureInfo.InvariantCulture));
        }

        return Offset(match) is (true, var offset) ? new TomlMoment(place, word, value, offset, hasDate, hasTime) : null;
    }

    private static (bool Valid, TimeSpan? Offset) Offset(Match match)
    {
        if (match.Groups["offset"] is not { Success: true, Value: var text })
        {
            return (true, null);
        }

        if (text is "Z" or "z")
        {
            return (true, TimeSpan.Zero);
        }

        var (hours, minutes) = (
            int.Parse(text.AsSpan(1, 2), CultureInfo.InvariantCulture),
            int.Parse(text.AsSpan(4, 2), CultureInfo.InvariantCulture)
        );
        var offset = new TimeSpan(hours, minutes, 0);
        return (hours <= 23 && minutes <= 59, text[0] == '-' ? -offset : offset);
    }

    private static string Digits(string word) => word.Replace("_", "", StringComparison.Ordinal);

    private const string Time = @"(?<time>(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.(?<fraction>[0-9]+))?)";

    // Without backtracking: the time to match is linear in the length of the word.
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^[+-]?(0|[1-9](_?[0-9])*)\z", Options)]
    private static partial Regex DecimalInteger();

    [GeneratedRegex(@"^0(x[0-9A-Fa-f](_?[0-9A-Fa-f])*|o[0-7](_?[0-7])*|b[01](_?[01])*)\z", Options)]
    private static partial Regex PrefixedInteger();

    [GeneratedRegex(@"^[+-]?(0|[1-9](_?[0-9])*)(\.[0-9](_?[0-9])*([eE][+-]?[0-9](_?[0-9])*)?|[eE][+-]?[0-9](_?[0-9])*)\z", Options)]
    private static partial Regex FloatNumber();

    [GeneratedRegex(
        @"^(?<date>(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2}))([Tt ]" + Time + @"(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?)?\z",
        Options
    )]
    private static partial Regex DateAndTime();

    [GeneratedRegex("^" + Time + @"\z", Options)]
    private static partial Regex TimeOfDay();
}
