using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The keys below <c>scale</c>.</summary>
internal static class MethodologyScale
{
    private const double Largest = 1e6;
    private const string Two = "two-anchors";
    private const string One = "one-anchor";

    private static readonly string[] s_two = ["scale.low-model", "scale.low-value", "scale.high-model", "scale.high-value"];
    private static readonly string[] s_one = ["scale.points-per-logit", "scale.model", "scale.value"];

    public static readonly IReadOnlyList<string> Keys = ["scale.kind", "scale.unit", .. s_two, .. s_one];

    public static ScaleDefinition Read(MethodologyEntries entries)
    {
        var kind = entries.Text("scale.kind");
        var (own, foreign) = kind switch
        {
            Two => (s_two, s_one),
            One => (s_one, s_two),
            _ => throw entries.Error("scale.kind", $"{Two} or {One}", "choose one of them"),
        };
        if (entries.Keys.FirstOrDefault(k => foreign.Contains(k, StringComparer.Ordinal)) is { } wrong)
        {
            throw entries.Error(
                wrong,
                $"for the kind '{kind}' the keys scale.unit, {string.Join(", ", own)}",
                "remove the key or change scale.kind"
            );
        }

        var unit = entries.Text("scale.unit");
        if (kind == One)
        {
            return new ScaleDefinition.OneAnchor
            {
                Unit = unit,
                PointsPerLogit = PointsPerLogit(entries),
                Model = Id(entries, "scale.model"),
                Value = entries.Number("scale.value", -Largest, Largest),
            };
        }

        var scale = new ScaleDefinition.TwoAnchors
        {
            Unit = unit,
            LowModel = Id(entries, "scale.low-model"),
            LowValue = entries.Number("scale.low-value", -Largest, Largest),
            HighModel = Id(entries, "scale.high-model"),
            HighValue = entries.Number("scale.high-value", -Largest, Largest),
        };
        if (scale.LowModel == scale.HighModel)
        {
            throw entries.Error("scale.high-model", "another model than scale.low-model", "name a second anchor");
        }

        if (scale.LowValue >= scale.HighValue)
        {
            throw entries.Error(
                "scale.high-value",
                $"a number above scale.low-value, which is {MethodologyFields.Number(scale.LowValue)}",
                "exchange the anchors or correct the value"
            );
        }

        return scale;
    }

    public static IEnumerable<(string Key, string Value)> Write(ScaleDefinition scale) =>
        scale switch
        {
            ScaleDefinition.TwoAnchors two =>
            [
                ("scale.kind", Two),
                ("scale.unit", two.Unit),
                ("scale.low-model", two.LowModel),
                ("scale.low-value", MethodologyFields.Number(two.LowValue)),
                ("scale.high-model", two.HighModel),
                ("scale.high-value", MethodologyFields.Number(two.HighValue)),
            ],
            ScaleDefinition.OneAnchor one =>
            [
                ("scale.kind", One),
                ("scale.unit", one.Unit),
                (
                    "scale.points-per-logit",
                    one.PointsPerLogit.Equals(Elo.PointsPerLogit) ? "elo" : MethodologyFields.Number(one.PointsPerLogit)
                ),
                ("scale.model", one.Model),
                ("scale.value", MethodologyFields.Number(one.Value)),
            ],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Whether a key belongs to the other kind of scale than the one that is being set.</summary>
    public static bool BelongsToOtherKind(string key, string kind) =>
        kind switch
        {
            Two => s_one.Contains(key, StringComparer.Ordinal),
            One => s_two.Contains(key, StringComparer.Ordinal),
            _ => false,
        };

    private static double PointsPerLogit(MethodologyEntries entries) =>
        entries.Text("scale.points-per-logit") == "elo"
            ? Elo.PointsPerLogit
            : entries.Number("scale.points-per-logit", double.Epsilon, Largest);

    private static string Id(MethodologyEntries entries, string key)
    {
        var text = entries.Text(key);
        return Slug.IsId(text)
            ? text
            : throw entries.Error(key, "the identifier of a model, for example gpt-5", $"write it as '{Slug.Of(text)}'");
    }
}
