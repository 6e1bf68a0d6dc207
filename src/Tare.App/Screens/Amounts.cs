using System.Globalization;

namespace Tare.App.Screens;

/// <summary>How tokens, money and time look on the screen.</summary>
internal static class Amounts
{
    /// <summary>Tokens: whole below 10,000, else three digits with k, M or G.</summary>
    public static string Tokens(long count) =>
        count switch
        {
            < 10_000 => count.ToString("N0", CultureInfo.InvariantCulture),
            < 999_500 => Three(count / 1e3) + "k",
            < 999_500_000 => Three(count / 1e6) + "M",
            _ => Three(count / 1e9) + "G",
        };

    /// <summary>US dollars: cents, and below a dollar hundredths of a cent.</summary>
    public static string Usd(decimal value) => "$" + value.ToString(value is > 0 and < 1 ? "0.00##" : "N2", CultureInfo.InvariantCulture);

    /// <summary>A duration in its two largest units.</summary>
    public static string Time(TimeSpan time) =>
        time.TotalHours >= 1 ? FormattableString.Invariant($"{(long)time.TotalHours} h {time.Minutes:00} min")
        : time.TotalMinutes >= 1 ? FormattableString.Invariant($"{time.Minutes} min {time.Seconds:00} s")
        : FormattableString.Invariant($"{time.Seconds} s");

    private static string Three(double value) =>
        value.ToString(
            value switch
            {
                < 9.995 => "0.00",
                < 99.95 => "0.0",
                _ => "0",
            },
            CultureInfo.InvariantCulture
        );
}
