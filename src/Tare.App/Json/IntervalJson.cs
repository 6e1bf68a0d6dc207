using System.Text.Json.Nodes;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>An interval with its level and what it contains.</summary>
internal static class IntervalJson
{
    /// <summary>The object, or <see langword="null"/> where there is no interval.</summary>
    public static JsonObject? Of(Interval? interval) =>
        interval is null
            ? null
            : new JsonObject
            {
                ["lower"] = interval.Lower,
                ["upper"] = interval.Upper,
                ["level"] = interval.Level,
                ["contains"] = interval.Contains,
            };
}
