using System.CommandLine;
using System.Globalization;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>Sizes, shares and money as people write them: <c>128k</c>, <c>0.7..0.9</c>, <c>0.5e9</c>.</summary>
internal static class Quantities
{
    private static readonly Dictionary<char, long> s_suffixes = new()
    {
        ['k'] = 1L << 10,
        ['m'] = 1L << 20,
        ['g'] = 1L << 30,
        ['t'] = 1L << 40,
    };

    private static readonly Dictionary<char, double> s_decimalSuffixes = new()
    {
        ['m'] = 1e6,
        ['b'] = 1e9,
        ['t'] = 1e12,
    };

    private static readonly Dictionary<char, double> s_rateSuffixes = new()
    {
        ['k'] = 1e3,
        ['m'] = 1e6,
        ['g'] = 1e9,
        ['t'] = 1e12,
    };

    /// <summary>An option for a whole number with a binary suffix.</summary>
    public static Option<string?> Option(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };

    /// <summary>The number, or <see langword="null"/> where the option was not given.</summary>
    public static long? Value(ParseResult parse, Option<string?> option)
    {
        if (parse.GetValue(option) is not { } text)
        {
            return null;
        }

        var digits = text.TrimEnd('b', 'B');
        var factor = digits.Length > 0 && s_suffixes.TryGetValue(char.ToLowerInvariant(digits[^1]), out var known) ? known : 1;
        digits = factor == 1 ? digits : digits[..^1];
        return
            double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && number * factor < 1L << 52
            ? (long)(number * factor)
            : throw InputException.At(
                option.Name,
                $"'{text}'",
                "a positive number, with k, m, g or t for powers of 1024",
                $"for example {option.Name} 128k"
            );
    }

    /// <summary>A count of parameters with a decimal suffix, for example <c>5b</c>, or <see langword="null"/> where the option was not given.</summary>
    public static long? Parameters(ParseResult parse, Option<string?> option)
    {
        if (parse.GetValue(option) is not { } text)
        {
            return null;
        }

        var factor = text.Length == 0 ? 1 : s_decimalSuffixes.GetValueOrDefault(char.ToLowerInvariant(text[^1]), 1);
        var digits = factor == 1 ? text : text[..^1];
        return
            double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && number * factor < 1L << 52
            ? (long)Math.Round(number * factor)
            : throw InputException.At(
                option.Name,
                $"'{text}'",
                "a positive number of parameters, with m, b or t for millions, billions or trillions",
                $"for example {option.Name} 5b"
            );
    }

    /// <summary>
    /// Bytes a second with a decimal suffix, as data sheets state them: <c>3.35tb/s</c>, <c>819g</c>, <c>8e12</c>; or
    /// <see langword="null"/> where the option was not given.
    /// </summary>
    public static double? Rate(ParseResult parse, Option<string?> option)
    {
        if (parse.GetValue(option) is not { } text)
        {
            return null;
        }

        var digits = text.EndsWith("/s", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text;
        digits = digits.EndsWith('b') || digits.EndsWith('B') ? digits[..^1] : digits;
        var factor = digits.Length == 0 ? 1 : s_rateSuffixes.GetValueOrDefault(char.ToLowerInvariant(digits[^1]), 1);
        digits = factor == 1 ? digits : digits[..^1];
        return
            double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number * factor is > 0 and var rate
            && double.IsFinite(rate)
            ? rate
            : throw InputException.At(
                option.Name,
                $"'{text}'",
                "a positive number of bytes a second, with k, m, g or t for powers of 1000",
                $"for example {option.Name} 3.35tb/s"
            );
    }

    /// <summary>A number or a range <c>LOW..HIGH</c>.</summary>
    public static (double Lower, double Upper)? Range(ParseResult parse, Option<string?> option)
    {
        if (parse.GetValue(option) is not { } text)
        {
            return null;
        }

        var parts = text.Split("..");
        return
            parts.Length <= 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var lower)
            && double.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var upper)
            && double.IsFinite(lower)
            && double.IsFinite(upper)
            && lower <= upper
            ? (lower, upper)
            : throw InputException.At(option.Name, $"'{text}'", "a number, or a range LOW..HIGH", $"for example {option.Name} 0.7..0.9");
    }
}
