using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare uncertainty --json</c>, schema <c>tare/uncertainty/1</c>.</summary>
internal static class UncertaintyJson
{
    public static JsonObject Of(UncertaintyFinding f) =>
        new()
        {
            ["method"] = MethodJson.Summary(f.Methodology),
            ["estimand"] = f.Estimand.ToString(),
            ["unit"] = f.Estimand.Unit,
            ["value"] = f.Value,
            ["level"] = f.Methodology.Level,
            ["draws"] = f.Draws,
            ["sources"] = new JsonArray([.. f.Rows.Select(Row)]),
            ["together"] = Row(f.Together),
            ["domainJackknife"] = f.DomainJackknife,
        };

    private static JsonObject Row(UncertaintyRow r) =>
        new()
        {
            ["source"] = r.Source is { } source ? KebabCase.Of(source) : "together",
            ["standardError"] = r.StandardError,
            ["lower"] = r.Interval?.Lower,
            ["upper"] = r.Interval?.Upper,
            ["contains"] = r.Contains,
        };
}
