using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Cli;

namespace Tare.App.Json;

/// <summary>What a small published table alone implies, as JSON.</summary>
internal static class TableStudyJson
{
    public static JsonObject Of(TableStudy study)
    {
        var printed = new JsonObject();
        foreach (var (id, p) in study.Printed.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            printed[id] = new JsonObject { ["value"] = p.Value, ["halfWidth95"] = p.HalfWidth95 };
        }

        return new JsonObject
        {
            ["fit"] = FitJson.Of(study.Fit),
            ["rows"] = new JsonArray([
                .. study.Rows.Select(r => new JsonObject
                {
                    ["label"] = r.Label,
                    ["dropped"] = Envelope.Strings(r.Dropped),
                    ["sigma"] = r.Sigma,
                    ["differences"] = Numbers(r.Differences),
                }),
            ]),
            ["disputed"] = Envelope.Strings(study.Disputed),
            ["disputedShare"] = Numbers(study.DisputedShare),
            ["printed"] = printed,
        };
    }

    private static JsonObject Numbers(IReadOnlyDictionary<string, double> values)
    {
        var node = new JsonObject();
        foreach (var (key, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            node[key] = value;
        }

        return node;
    }
}
