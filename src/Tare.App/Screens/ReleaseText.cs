using System.Globalization;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>How facts of a release look on the screen.</summary>
internal static class ReleaseText
{
    /// <summary>Parameters with a decimal unit: 49B, 1.6T, 350M.</summary>
    public static string Parameters(long count) =>
        count switch
        {
            >= 1_000_000_000_000 => Show.Number(count / 1e12, "0.##") + "T",
            >= 1_000_000_000 => Show.Number(count / 1e9, "0.##") + "B",
            _ => Show.Number(count / 1e6, "0.##") + "M",
        };

    /// <summary>Tokens with the unit that divides them: 1M, 256K, 200,000.</summary>
    public static string Tokens(long tokens) =>
        tokens % (1L << 20) == 0 ? $"{tokens >> 20}M"
        : tokens % (1L << 10) == 0 ? $"{tokens >> 10}K"
        : Show.Number(tokens, "N0");

    /// <summary>The licence in force; one that its source is not sure of carries a question mark.</summary>
    public static string Licence(ModelRelease release) =>
        release.Fact(CatalogueField.Licence) is not { } fact
            ? release.Weights == Weights.Closed
                ? "none"
                : Show.Unknown
            : release.Licence is { Terms: LicenceTerms.Closed }
                ? "none"
                : fact.InForce.Value.Replace("LicenseRef-", "", StringComparison.Ordinal) + (fact.InForce.IsUnverified ? " ?" : "");

    /// <summary>The value of a fact as a person reads it.</summary>
    public static string Value(CatalogueField field, string value) =>
        field switch
        {
            CatalogueField.TotalParameters or CatalogueField.ActiveParameters when Whole(value) is { } count => Parameters(count),
            CatalogueField.ContextTokens when Whole(value) is { } tokens => Show.Number(tokens, "N0"),
            _ => value,
        };

    private static long? Whole(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
