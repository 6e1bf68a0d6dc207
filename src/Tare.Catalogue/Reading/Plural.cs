using System.Globalization;

namespace Tare.Catalogue;

/// <summary>Counts in sentences.</summary>
internal static class Plural
{
    public static string Of(long count, string singular) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {singular}{(count == 1 ? "" : "s")}");
}
