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
        return Chart(
            description,
            models.Count * 13,
            new JsonObject
            {
                ["scores"] = Rows(cells),
                ["plot"] = Rows([
                    [],
                ]),
            },
            Layer("plot", Mark("rect", ("style", "hole")), []),
            Layer(
                "scores",
                Mark("rect", ("style", "score")),
                new JsonObject
                {
                    ["x"] = Band("benchmark", benchmarks.Select(b => columnNames[b.Id]), models.Count, top: true),
                    ["y"] = Band("model", models.Select(m => rowNames[m.Id]), models.Count, top: false),
                    ["color"] = Colour(),
                    ["tooltip"] = Tooltip(("model", "Model"), ("benchmark", "Benchmark"), ("score", "Share right")),
                }
            )
        );
    }

    /// <summary>Two rows of one name would fall together: the later ones are told apart by their identifier.</summary>
    private static Dictionary<string, string> Unique(IReadOnlyList<(string Id, string Name)> named)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        return named.ToDictionary(n => n.Id, n => used.Add(n.Name) ? n.Name : $"{n.Name} [{n.Id}]", StringComparer.Ordinal);
    }

    private static JsonObject Band(string field, IEnumerable<string> domain, int rows, bool top)
    {
        var axis = new JsonObject
        {
            ["ticks"] = false,
            ["grid"] = false,
            ["labelLimit"] = Expression(FormattableString.Invariant($"width < 420 ? 96 : height < {rows * 10} ? 140 : 240")),
            ["labelFontSize"] = Expression(FormattableString.Invariant($"height < {rows * 10} ? 6.5 : 11")),
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
