using System.Text.Json.Nodes;
using Tare.Records;
using static Tare.Web.Charts.Vega;

namespace Tare.Web.Charts;

/// <summary>Who was scored on what: a cell for each score, and nothing where there is none.</summary>
internal static class MatrixChart
{
    /// <summary>The chart.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="models">Identifier and name of the rows, from the top.</param>
    /// <param name="benchmarks">Identifier and name of the columns, from the left.</param>
    /// <param name="description">The finding in words.</param>
    public static JsonObject Of(
        IReadOnlyList<Score> scores,
        IReadOnlyList<(string Id, string Name)> models,
        IReadOnlyList<(string Id, string Name)> benchmarks,
        string description
    )
    {
        var rowNames = Unique(models);
        var columnNames = Unique(benchmarks);
        var cells = scores
            .Where(s => rowNames.ContainsKey(s.ModelId) && columnNames.ContainsKey(s.BenchmarkId))
            .Select(s => new JsonObject
            {
                ["model"] = rowNames[s.ModelId],
                ["benchmark"] = columnNames[s.BenchmarkId],
                ["score"] = Number(s.Value, 3),
            });
        var chart = Chart(
            description,
            models.Count * 13,
            new JsonObject { ["scores"] = Rows(cells) },
            Layer(
                "scores",
                Mark("rect", ("style", "cell")),
                new JsonObject
                {
                    ["x"] = Band("benchmark", benchmarks.Select(b => columnNames[b.Id]), top: true),
                    ["y"] = Band("model", models.Select(m => rowNames[m.Id]), top: false),
                    ["color"] = Colour(),
                    ["tooltip"] = Tooltip(("model", "Model"), ("benchmark", "Benchmark"), ("score", "Share right")),
                }
            )
        );
        chart["view"] = new JsonObject { ["style"] = "hole" };
        return chart;
    }

    /// <summary>Two rows of one name would fall together: the later ones are told apart by their identifier.</summary>
    private static Dictionary<string, string> Unique(IReadOnlyList<(string Id, string Name)> named)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        return named.ToDictionary(n => n.Id, n => used.Add(n.Name) ? n.Name : $"{n.Name} [{n.Id}]", StringComparer.Ordinal);
    }

    private static JsonObject Band(string field, IEnumerable<string> domain, bool top)
    {
        var axis = new JsonObject
        {
            ["ticks"] = false,
            ["grid"] = false,
            ["labelLimit"] = Expression("width < 420 ? 96 : 190"),
            ["labelFontSize"] = 11,
            ["labelOverlap"] = false,
        };
        if (top)
        {
            axis["orient"] = "top";
            axis["labelAngle"] = -90;
        }

        return new JsonObject
        {
            ["field"] = field,
            ["type"] = "nominal",
            ["title"] = null,
            ["scale"] = new JsonObject { ["domain"] = Texts(domain) },
            ["axis"] = axis,
        };
    }

    private static JsonObject Colour() =>
        new()
        {
            ["field"] = "score",
            ["type"] = "quantitative",
            ["title"] = "Share right after chance correction (blank: no score)",
            ["scale"] = new JsonObject
            {
                ["domain"] = new JsonArray(0, 1),
                ["range"] = "heatmap",
                ["clamp"] = true,
            },
            ["legend"] = new JsonObject
            {
                ["format"] = ".0%",
                ["gradientLength"] = 180,
                ["gradientThickness"] = 10,
                ["titleLimit"] = 400,
                ["values"] = new JsonArray(0, 0.5, 1),
            },
        };
}
