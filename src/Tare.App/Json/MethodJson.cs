using System.Text.Json.Nodes;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>Methodologies as JSON.</summary>
internal static class MethodJson
{
    /// <summary>Name, title and overrides: what every result that used a methodology echoes.</summary>
    public static JsonObject Summary(Methodology m) =>
        new()
        {
            ["name"] = m.Name,
            ["title"] = m.Title,
            ["overrides"] = Cli.Envelope.Strings(m.Overrides),
        };

    /// <summary>Every field as the document writes it.</summary>
    public static JsonObject Whole(Methodology m)
    {
        var fields = new JsonObject();
        foreach (var (key, value) in MethodologyWriter.Fields(m))
        {
            fields[key] = value;
        }

        return new JsonObject
        {
            ["name"] = m.Name,
            ["title"] = m.Title,
            ["reference"] = m.Reference,
            ["assumptions"] = Cli.Envelope.Strings(m.Assumptions),
            ["overrides"] = Cli.Envelope.Strings(m.Overrides),
            ["fields"] = fields,
        };
    }
}
