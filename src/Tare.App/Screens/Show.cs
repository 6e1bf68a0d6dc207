using System.Globalization;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>How numbers, dates and names look on the screen. Unknown is written out, never 0.</summary>
internal static class Show
{
    /// <summary>What stands where no source says.</summary>
    public const string Unknown = "unknown";

    /// <summary>What stands where no counterpart exists.</summary>
    public const string Censored = "censored";

    /// <summary>Points: one decimal, none for large scales.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">Unit of the scale; Elo is printed without decimals.</param>
    public static string Points(double value, string unit) =>
        Number(value, string.Equals(unit, "Elo", StringComparison.Ordinal) ? "F0" : "F1");

    /// <summary>Points with the unit.</summary>
    public static string PointsOf(double value, string unit) => $"{Points(value, unit)} {unit}";

    /// <summary>Months with one decimal, or <c>censored</c>.</summary>
    public static string Months(double? value) => value is { } v ? Number(v, "F1") : Censored;

    /// <summary>Bounds with the same number of decimals, or nothing.</summary>
    public static string Bounds(Interval? interval, string unit = "months") =>
        interval is null ? "" : $"[{Points(interval.Lower, unit)}, {Points(interval.Upper, unit)}]";

    /// <summary>Bounds of a row, or what their absence means.</summary>
    public static string Bounds(double? lower, double? upper, string unit) =>
        lower is { } l && upper is { } u ? $"[{Points(l, unit)}, {Points(u, unit)}]" : "";

    /// <summary>A date, ISO 8601, or unknown.</summary>
    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>A count with thousands separated.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count and its noun.</summary>
    public static string Count(int count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A level as per cent.</summary>
    public static string Level(double level) => Number(100 * level, "0.##") + " %";

    /// <summary>A share as per cent without decimals.</summary>
    public static string Share(double share) => Number(100 * share, "F0") + " %";

    /// <summary>The first digits of a digest.</summary>
    public static string Digest(string digest) => digest[..12];

    /// <summary>A number in a format; what it rounds to zero has no minus sign.</summary>
    public static string Number(double value, string format)
    {
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        // A format of two sections, "+0.0;-0.0", puts a minus sign before the plus sign.
        return text.StartsWith('-') && text.All(c => c is '-' or '+' or '.' or '0') ? text[1..] : text;
    }
}
