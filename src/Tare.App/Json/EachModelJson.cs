using System.Text.Json.Nodes;
using Tare.Analysis;

namespace Tare.App.Json;

/// <summary>The part <c>eachModel</c> of <c>tare gap --models --json</c>.</summary>
internal static class EachModelJson
{
    public static JsonArray Of(IReadOnlyList<ModelDefinitions> models) => new([.. models.Select(Of)]);

    private static JsonObject Of(ModelDefinitions m) =>
        new()
        {
            ["id"] = m.Model.Id,
            ["name"] = m.Model.Name,
            ["definitions"] = new JsonArray([.. m.Definitions.Select(Of)]),
            ["known"] = m.Known,
            ["span"] = m.Span,
        };

    private static JsonObject Of(LagEstimate d)
    {
        var json = GapJson.Definition(d);
        json["defined"] = ModelDefinitions.IsDefined(d);
        return json;
    }
}
