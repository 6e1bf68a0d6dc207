using System.Globalization;
using Tare.Analysis;
using Tare.Records;

namespace Tare.Web;

/// <summary>Numbers and names as the report writes them: one place, so that one value never reads in two ways.</summary>
internal static class Words
{
    /// <summary>A space that does not break, and the sign.</summary>
    private const string Percent = "\u00a0%";

    /// <summary>A number with fixed decimals, invariant; what rounds to zero has no sign.</summary>
    public static string Fixed(double number, int digits)
    {
        var text = number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.All(c => c is '-' or '.' or '0') ? text[1..] : text;
    }

    public static string Signed(double number, int digits)
    {
        var text = Fixed(number, digits);
        return text.StartsWith('-') ? text : "+" + text;
    }

    public static string Count(int count, string noun) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");

    public static string Whole(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Level(double level) => (level * 100).ToString("0.##", CultureInfo.InvariantCulture) + Percent;

    public static string Share(double? share) =>
        share is { } s ? (s * 100).ToString("0", CultureInfo.InvariantCulture) + Percent : "unknown";

    public static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown";

    /// <summary>For running text: 24 April 2026.</summary>
    public static string LongDay(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Prefix(string digest) => digest.Length > 12 ? digest[..12] : digest;

    public static string Range(double lower, double upper, int digits) => $"{Fixed(lower, digits)} to {Fixed(upper, digits)}";

    /// <summary>"90 % interval 5.1 to 8.0", or that there is none.</summary>
    public static string Interval(Interval? interval, int digits) =>
        interval is null ? "interval unknown" : $"{Level(interval.Level)} interval {Range(interval.Lower, interval.Upper, digits)}";

    /// <summary>"158.7 ECI (90 % interval 156.0 to 161.2)", or that the value is fixed.</summary>
    public static string Ability(AbilityRow row, AbilityTable table, int digits)
    {
        var value = $"{Fixed(row.Value, digits)} {table.Unit}";
        return row is { Lower: { } low, Upper: { } high }
            ? $"{value} ({Level(table.Level)} interval {Range(low, high, digits)})"
            : $"{value} (no interval: an anchor's value is fixed)";
    }

    /// <summary>"6.6 months", or "censored" with the reason.</summary>
    public static string Months(LagEstimate lag) =>
        lag.Months is { } months ? $"{Fixed(months, 1)} months" : $"censored (none of {Whole(lag.Censored)} {lag.Terms} has a counterpart)";

    /// <summary>A group with its axis: <c>open weights</c>, <c>US developers</c>.</summary>
    public static string Group(Axis axis, string group) =>
        axis switch
        {
            Records.Axis.Weights => $"{group} weights",
            Records.Axis.Country => $"{group} developers",
            Records.Axis.Licence => $"{group} licence",
            _ => group,
        };

    /// <summary>The members of a group: <c>open models</c>, <c>CN models</c>; one named model is its name.</summary>
    public static string Models(Axis axis, string group) =>
        axis switch
        {
            Records.Axis.Weights or Records.Axis.Country => $"{group} models",
            Records.Axis.Licence => $"{group}-licence models",
            _ => group,
        };

    /// <summary>The axis in words.</summary>
    public static string Axis(Axis axis) =>
        axis switch
        {
            Records.Axis.Weights => "open against closed weights",
            Records.Axis.Country => "country of the developer",
            Records.Axis.Licence => "licence terms",
            _ => "one named model",
        };

    /// <summary>A name from code in the form of the command line: <c>TrendLine</c> is <c>trend-line</c>.</summary>
    public static string Kebab(string name)
    {
        var parts = name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString());
        return string.Concat(parts);
    }

    public static string Name(LagDefinition definition) => Kebab(definition.ToString());
}
