using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare explain --json</c>, schema <c>tare/explain/1</c>.</summary>
internal static class ExplainJson
{
    public static JsonObject Of(AttributionFinding f) =>
        new()
        {
            ["a"] = MethodJson.Summary(f.A),
            ["b"] = MethodJson.Summary(f.B),
            ["estimand"] = f.Estimand.ToString(),
            ["valueOfA"] = f.ValueOfA,
            ["valueOfB"] = f.ValueOfB,
            ["difference"] = f.Difference,
            ["unit"] = f.Estimand.Unit,
            ["parts"] = new JsonArray([.. f.Parts.Select(Part)]),
            ["interactions"] = new JsonArray([
                .. f.Interactions.Select(i => new JsonObject
                {
                    ["first"] = Name(i.First),
                    ["second"] = Name(i.Second),
                    ["value"] = i.Value,
                }),
            ]),
            ["refused"] = new JsonArray([.. f.Refused.Select(Refusal)]),
            ["mixtures"] = f.Mixtures,
            ["fits"] = f.Fits,
            ["significanceDraws"] = f.SignificanceDraws,
        };

    /// <summary>A choice, or choices that share one part, joined by a plus sign.</summary>
    public static string Name(IEnumerable<MethodChoice> choices) => string.Join('+', choices.Select(c => KebabCase.Of(c)));

    private static JsonObject Part(AttributionPart p) =>
        new()
        {
            ["choice"] = Name(p.Choices),
            ["from"] = p.From,
            ["to"] = p.To,
            ["value"] = p.Value,
            ["alone"] = p.Alone,
        };

    private static JsonObject Refusal(AttributionRefusal r) =>
        new()
        {
            ["fromA"] = Envelope.Strings(r.FromFirst.Select(c => KebabCase.Of(c))),
            ["fromB"] = Envelope.Strings(r.FromSecond.Select(c => KebabCase.Of(c))),
            ["reason"] = r.Reason,
        };
}
