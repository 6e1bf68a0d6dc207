using System.Globalization;
using System.Text.Json.Nodes;

namespace Tare.Web.Charts;

/// <summary>The words of Vega-Lite that the charts share. No colour, font or width is set here: the page's script brings the theme.</summary>
internal static class Vega
{
    public const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";

    /// <summary>A layered chart as wide as its place on the page.</summary>
    public static JsonObject Chart(string description, JsonNode height, JsonObject datasets, params JsonObject[] layers) =>
        new()
        {
            ["$schema"] = Schema,
            ["description"] = description,
            ["width"] = "container",
            ["height"] = height,
            ["autosize"] = new JsonObject
            {
                ["type"] = "fit-x",
                ["contains"] = "padding",
                ["resize"] = true,
            },
            ["datasets"] = datasets,
            ["resolve"] = new JsonObject
            {
                ["legend"] = new JsonObject { ["color"] = "independent", ["shape"] = "independent" },
            },
            ["layer"] = new JsonArray([.. layers]),
        };

    /// <summary>One layer: data, mark, encoding.</summary>
    public static JsonObject Layer(string data, JsonObject mark, JsonObject encoding, JsonArray? transform = null)
    {
        var layer = new JsonObject { ["data"] = new JsonObject { ["name"] = data } };
        if (transform is not null)
        {
            layer["transform"] = transform;
        }

        layer["mark"] = mark;
        layer["encoding"] = encoding;
        return layer;
    }

    /// <summary>Position and further channels; every node is copied, since a node belongs to one place.</summary>
    public static JsonObject XY(JsonObject x, JsonObject y, params (string Channel, JsonNode Value)[] more)
    {
        var encoding = new JsonObject { ["x"] = x.DeepClone(), ["y"] = y.DeepClone() };
        foreach (var (channel, value) in more)
        {
            encoding[channel] = value.DeepClone();
        }

        return encoding;
    }

    /// <summary>The rows for which an expression holds.</summary>
    public static JsonArray Where(string expression) => new(new JsonObject { ["filter"] = expression });

    public static JsonObject Mark(string type, params (string Name, JsonNode? Value)[] properties)
    {
        var mark = new JsonObject { ["type"] = type };
        foreach (var (name, value) in properties)
        {
            mark[name] = value;
        }

        return mark;
    }

    public static JsonObject Expression(string text) => new() { ["expr"] = text };

    public static JsonObject Time(string title, DateOnly first, DateOnly last) =>
        new()
        {
            ["field"] = "date",
            ["type"] = "temporal",
            ["title"] = title,
            ["scale"] = new JsonObject
            {
                ["type"] = "utc",
                ["domain"] = new JsonArray(Utc(first), Utc(last)),
                ["nice"] = false,
            },
            ["axis"] = new JsonObject
            {
                ["grid"] = false,
                ["format"] = new JsonObject
                {
                    ["year"] = "%Y",
                    ["month"] = "%b",
                    ["quarter"] = "%b",
                },
                ["formatType"] = "time",
                ["tickCount"] = Expression("width > 640 ? 10 : 5"),
                ["labelOverlap"] = true,
            },
        };

    public static JsonObject Quantity(string field, string title, double low, double high) =>
        new()
        {
            ["field"] = field,
            ["type"] = "quantitative",
            ["title"] = title,
            ["scale"] = new JsonObject
            {
                ["domain"] = new JsonArray(low, high),
                ["nice"] = false,
                ["zero"] = false,
            },
            ["axis"] = new JsonObject { ["tickCount"] = Expression("width < 520 ? 5 : 8") },
        };

    public static JsonObject Field(string field) => new() { ["field"] = field };

    /// <summary>A second bound of a ranged mark.</summary>
    public static JsonObject Quantity(string field) => new() { ["field"] = field, ["type"] = "quantitative" };

    public static JsonObject Nominal(string field) => new() { ["field"] = field, ["type"] = "nominal" };

    public static JsonObject Constant(JsonNode value) => new() { ["value"] = value };

    /// <summary>Colour and shape together, so that groups differ without colour too.</summary>
    public static JsonObject ByColour(string field, IEnumerable<string> domain, string range = "category") => Scaled(field, domain, range);

    /// <summary>Colour without a legend: each layer has legends of its own, and the layer of the points shows them.</summary>
    public static JsonObject Silent(JsonObject scaled)
    {
        scaled["legend"] = null;
        return scaled;
    }

    public static JsonObject ByShape(string field, IEnumerable<string> domain) =>
        Scaled(field, domain, new JsonArray("circle", "square", "diamond", "triangle-up"));

    private static JsonObject Scaled(string field, IEnumerable<string> domain, JsonNode range)
    {
        var scaled = Nominal(field);
        scaled["scale"] = new JsonObject { ["domain"] = Texts(domain), ["range"] = range };
        scaled["title"] = null;
        scaled["legend"] = new JsonObject { ["columns"] = Expression("width < 520 ? 1 : 3") };
        return scaled;
    }

    public static JsonArray Tooltip(params (string Field, string Title)[] fields) =>
        new([
            .. fields.Select(f => new JsonObject
            {
                ["field"] = f.Field,
                ["type"] = "nominal",
                ["title"] = f.Title,
            }),
        ]);

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    public static JsonArray Rows(IEnumerable<JsonObject> rows) => new([.. rows]);

    /// <summary>A number rounded to what the chart can show; <see langword="null"/> stays missing.</summary>
    public static JsonNode? Number(double? value, int digits = 2) =>
        value is { } v && double.IsFinite(v) ? JsonValue.Create(Math.Round(v, digits) + 0.0) : null;

    /// <summary>Midnight in UTC as milliseconds since 1970: a chart does not shift with the reader's time zone.</summary>
    public static JsonNode Instant(DateOnly date) =>
        JsonValue.Create(new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds());

    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject Utc(DateOnly day) =>
        new()
        {
            ["year"] = day.Year,
            ["month"] = day.Month,
            ["date"] = day.Day,
            ["utc"] = true,
        };
}
