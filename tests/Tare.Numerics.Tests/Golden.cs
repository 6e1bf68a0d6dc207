using System.Text.Json;

namespace Tare.Numerics.Tests;

/// <summary>Reference files beside the tests.</summary>
internal static class Golden
{
    internal static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "golden", file);

    internal static JsonElement.ArrayEnumerator Expected(string file) =>
        JsonDocument.Parse(File.ReadAllText(PathOf(file))).RootElement.GetProperty("expected").EnumerateArray();

    internal static double[] Numbers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
}
