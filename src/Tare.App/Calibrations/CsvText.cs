using System.Globalization;

namespace Tare.App.Calibrations;

/// <summary>CSV as this program writes it: RFC 4180, LF, invariant culture; a number has all the digits that reading it back needs.</summary>
internal static class CsvText
{
    private const string Special = ",\"\r\n";

    /// <summary>Writes one line.</summary>
    public static void Line(TextWriter writer, params ReadOnlySpan<string> fields)
    {
        for (var k = 0; k < fields.Length; k++)
        {
            if (k > 0)
            {
                writer.Write(',');
            }

            writer.Write(Quoted(fields[k]));
        }

        writer.Write('\n');
    }

    /// <summary>A number; empty where there is none.</summary>
    public static string Number(double? value) => value is { } v ? v.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>A whole number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(Special) >= 0 || field.Length != field.Trim().Length
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
}
