using System.Text.Json;

namespace Tare.Psychometrics.Tests;

/// <summary>Reference files beside the tests.</summary>
internal static class Golden
{
    internal static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", file))).RootElement;

    internal static JsonElement Case(string file, string name) =>
        Read(file).GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    internal static ResponseMatrix Responses(this JsonElement input) =>
        ResponseMatrix.From(
            input
                .GetProperty("responses")
                .EnumerateArray()
                .Select(r => new Response(
                    r.GetProperty("person").GetString()!,
                    r.GetProperty("item").GetString()!,
                    r.GetProperty("value").GetDouble(),
                    r.GetProperty("importance").GetDouble()
                ))
        );

    internal static double[] Numbers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
}
