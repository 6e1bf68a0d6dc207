using System.Text.Json.Nodes;
using Tare.Analysis;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>The specifications in ascending order, cut into bins of equal count: their months, and each alternative's share of each bin.</summary>
internal static class SpecificationChart
{
    private const int MostBins = 120;

    public static JsonObject Curve(MultiverseFinding f, string description)
    {
        var bins = Bins(f);
        var extent = Extent.Round([.. bins.SelectMany(b => b).SelectMany(r => new[] { r.Months, r.Lower, r.Upper }), 0], 12);
        var x = Place();
        var months = Aligned(Quantity("months", "Months behind", extent.Low, extent.High));
        var median = new JsonObject { ["y"] = Aligned(Quantity("median", "Months behind", extent.Low, extent.High)) };
        return Chart(
            description,
            260,
            new JsonObject
            {
                ["bins"] = Rows(bins.Select((b, k) => Row(b, k, bins.Count))),
                ["median"] = Rows([new JsonObject { ["median"] = Number(f.Median) }]),
            },
            Layer(
                "bins",
                Mark("area", ("opacity", 0.25)),
                XY(x, Aligned(Quantity("lower", "Months behind", extent.Low, extent.High)), ("y2", Quantity("upper")))
            ),
            Layer("median", Mark("rule", ("strokeDash", new JsonArray(4, 4))), median),
            Layer(
                "bins",
                Mark("line", ("strokeWidth", 2.5)),
                XY(x, months, ("tooltip", Tooltip(("text", "Specifications"), ("range", "Months"))))
            )
        );
    }

    public static JsonObject Panel(MultiverseFinding f, string description)
    {
        var bins = Bins(f);
        var labels = Enumerable
            .Range(0, f.Choices.Count)
            .OrderByDescending(k => f.Rows[k].VarianceShare)
            .SelectMany(k => f.Choices[k].Alternatives.Select((_, a) => Label(f, k, a)))
            .ToArray();
        var y = Aligned(
            new JsonObject
            {
                ["field"] = "alternative",
                ["type"] = "nominal",
                ["title"] = null,
                ["scale"] = new JsonObject { ["domain"] = Texts(labels), ["padding"] = 0.15 },
                ["axis"] = new JsonObject
                {
                    ["ticks"] = false,
                    ["labelLimit"] = Margin,
                    ["labelExpr"] = "width < 520 ? slice(datum.label, indexof(datum.label, ': ') + 2) : datum.label",
                },
            }
        );
        var share = new JsonObject
        {
            ["field"] = "share",
            ["type"] = "quantitative",
            ["scale"] = new JsonObject { ["domain"] = new JsonArray(0, 1), ["range"] = new JsonArray(0, 1) },
            ["legend"] = null,
        };
        return Chart(
            description,
            labels.Length * 17,
            new JsonObject { ["cells"] = Rows(Cells(f, bins)) },
            Layer(
                "cells",
                Mark("rect"),
                XY(
                    Place(),
                    y,
                    ("x2", Quantity("until")),
                    ("opacity", share),
                    ("tooltip", Tooltip(("alternative", "Alternative"), ("text", "Share of these specifications"), ("range", "Months")))
                )
            )
        );
    }

    private static string Label(MultiverseFinding f, int choice, int alternative) =>
        $"{f.Choices[choice].Name}: {f.Choices[choice].Alternatives[alternative]}";

    /// <summary>Room for the labels of the panel, pixels: the same beside the curve, so that both share their horizontal axis.</summary>
    private static JsonObject Margin => Expression("width < 520 ? 150 : 255");

    private static JsonObject Aligned(JsonObject channel)
    {
        channel["axis"]!["minExtent"] = Margin;
        channel["axis"]!["maxExtent"] = Margin;

        // A title beside the axis would shift one chart against the other; the caption says what it is.
        channel["title"] = null;
        return channel;
    }

    private static JsonObject Place()
    {
        var x = Quantity("place", "Specifications, from the smallest gap to the largest (%)", 0, 100);
        x["axis"] = new JsonObject { ["grid"] = false, ["tickCount"] = 5 };
        return x;
    }

    private static List<SpecificationResult[]> Bins(MultiverseFinding f)
    {
        SpecificationResult[] known = [.. f.Results.Where(r => r.Months is not null).OrderBy(r => r.Months).ThenBy(r => r.Index)];
        var count = Math.Min(MostBins, known.Length);
        return
        [
            .. Enumerable.Range(0, count).Select(k => known[(int)((long)k * known.Length / count)..(int)((k + 1L) * known.Length / count)]),
        ];
    }

    private static IEnumerable<JsonObject> Cells(MultiverseFinding f, List<SpecificationResult[]> bins)
    {
        for (var bin = 0; bin < bins.Count; bin++)
        {
            var picks = bins[bin].Select(r => f.Picks(r.Index)).ToArray();
            for (var choice = 0; choice < f.Choices.Count; choice++)
            {
                for (var alternative = 0; alternative < f.Choices[choice].Alternatives.Count; alternative++)
                {
                    var count = picks.Count(p => p[choice] == alternative);
                    if (count == 0)
                    {
                        continue;
                    }

                    var share = (double)count / picks.Length;
                    yield return new JsonObject
                    {
                        ["place"] = Number(100.0 * bin / bins.Count),
                        ["until"] = Number(100.0 * (bin + 1) / bins.Count),
                        ["alternative"] = Label(f, choice, alternative),
                        ["share"] = Number(share),
                        ["text"] = Words.Share(share),
                        ["range"] = Range(bins[bin]),
                    };
                }
            }
        }
    }

    private static JsonObject Row(SpecificationResult[] bin, int k, int count)
    {
        var middle = bin[bin.Length / 2];
        return new JsonObject
        {
            ["place"] = Number(100.0 * (k + 0.5) / count),
            ["months"] = Number(middle.Months),
            ["lower"] = Number(Middle(bin, r => r.Lower) ?? middle.Months),
            ["upper"] = Number(Middle(bin, r => r.Upper) ?? middle.Months),
            ["text"] = Words.Whole(bin.Length),
            ["range"] = Range(bin),
        };
    }

    private static double? Middle(SpecificationResult[] bin, Func<SpecificationResult, double?> of)
    {
        double[] known = [.. bin.Select(of).OfType<double>().Order()];
        return known.Length == 0 ? null : known[known.Length / 2];
    }

    private static string Range(SpecificationResult[] bin) => Words.Range(bin[0].Months!.Value, bin[^1].Months!.Value, 1);
}
