using System.Globalization;
using System.Text.Json;
using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Costs.Tests;

/// <summary>Golden vectors: JSON written by the scripts in <c>Golden/oracles</c>.</summary>
internal static class Golden
{
    private static readonly Dictionary<string, Architecture> s_curated = ArchitectureDocument
        .Curated()
        .ToDictionary(a => a.Id, StringComparer.Ordinal);

    public static IReadOnlyList<JsonElement> Vectors(string file) => [.. Document(file).GetProperty("vectors").EnumerateArray()];

    public static double Tolerance(string file) => Document(file).GetProperty("tolerance").GetDouble();

    public static Architecture Curated(string id) => s_curated[id];

    /// <summary>Half a unit of the last printed digit, and the figure: what agreeing with a printed number means.</summary>
    public static void ShouldRoundTo(double value, string printed)
    {
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        double half = 0.5 * Math.Pow(10, point < 0 ? 0 : -(printed.Length - point - 1));
        value.ShouldBe(double.Parse(printed, CultureInfo.InvariantCulture), half + 1e-9);
    }

    public static bool RoundsTo(double value, string printed)
    {
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        double half = 0.5 * Math.Pow(10, point < 0 ? 0 : -(printed.Length - point - 1));
        return Math.Abs(value - double.Parse(printed, CultureInfo.InvariantCulture)) <= half + 1e-9;
    }

    private static JsonElement Document(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests/Tare.Costs.Tests/Golden/" + file)));
        foreach (string field in (string[])["producer", "tolerance", "toleranceReason", "conformance", "vectors"])
        {
            document.RootElement.TryGetProperty(field, out _).ShouldBeTrue($"{file} has no '{field}'");
        }

        return document.RootElement.Clone();
    }
}
