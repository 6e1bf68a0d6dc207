using System.Globalization;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.Catalogue;

namespace Tare.App.Json;

/// <summary>The result of <c>tare status --json</c> without a folder.</summary>
internal static class KnownRunsJson
{
    public static JsonObject Of(IReadOnlyList<IndexedRun> runs) =>
        new()
        {
            ["runs"] = new JsonArray([
                .. runs.Select(r => new JsonObject
                {
                    ["run"] = r.Folder,
                    ["models"] = Envelope.Strings(r.Models),
                    ["harnesses"] = Envelope.Strings(r.Harnesses),
                    ["packs"] = Envelope.Strings(r.Packs),
                    ["planned"] = r.Planned,
                    ["scored"] = r.Scored,
                    ["missing"] = r.Missing,
                    ["tokens"] = r.Tokens,
                    ["costUsd"] = r.CostUsd,
                    ["asOf"] = r.Seen.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                }),
            ]),
        };
}
