using System.Text.Json.Nodes;
using Tare.App.Screens;
using Tare.Harnesses;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare transcript --json</c>.</summary>
internal static class TranscriptResultJson
{
    public static JsonObject Of(string id, Transcript transcript)
    {
        var sum = TranscriptSum.Of(transcript);
        return new JsonObject
        {
            ["attempt"] = id,
            ["digest"] = TranscriptDigest.Of(transcript),
            ["stop"] = sum.Stop is { } stop ? KebabCase.Of(stop) : null,
            ["turns"] = sum.Turns,
            ["callsWithoutUsage"] = sum.CallsWithoutUsage,
            ["usage"] = TranscriptJson.Usage(sum.Usage),
            ["events"] = TranscriptJson.Events(transcript),
        };
    }
}
