using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The smallest changes that flip a headline, as JSON.</summary>
internal static class ChangeJson
{
    public static JsonObject Of(SmallestChange change)
    {
        var tried = new JsonObject();
        var flipping = new JsonObject();
        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            tried[KebabCase.Of(kind)] = change.Tried[kind];
            flipping[KebabCase.Of(kind)] = change.Flipping[kind];
        }

        return new JsonObject
        {
            ["meaning"] = change.Meaning,
            ["tried"] = tried,
            ["flipping"] = flipping,
            ["smallest"] = new JsonArray([.. change.Smallest.Select(Change)]),
            ["strongest"] = new JsonArray([.. change.Strongest.Select(Change)]),
        };
    }

    private static JsonObject Change(HeadlineChange c) =>
        new()
        {
            ["kind"] = KebabCase.Of(c.Kind),
            ["description"] = c.Description,
            ["size"] = c.Size,
            ["sizeUnit"] = c.SizeUnit,
            ["months"] = c.Months,
            ["follower"] = c.Follower,
            ["leader"] = c.Leader,
            ["crossedBy"] = c.CrossedBy,
            ["flips"] = Envelope.Strings(c.Flips),
        };
}
