using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>An update as a file: JSON with the schema <c>tare/catalogue-update/1</c>. Amounts of money are texts, so that they stay exact.</summary>
internal static class CatalogueUpdateDocument
{
    private const string Schema = "tare/catalogue-update/1";
    private const string NextStep = "remove the file and import again";

    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(CatalogueUpdate update) =>
        new JsonObject
        {
            ["schema"] = Schema,
            ["format"] = update.Format,
            ["retrieved"] = Day(update.Retrieved),
            ["files"] = Array(update.Files, f => new JsonObject { ["path"] = Path.GetFileName(f.Path), ["sha256"] = f.Sha256 }),
            ["statements"] = Array(
                update.Statements,
                s => new JsonObject
                {
                    ["release"] = s.ReleaseId,
                    ["field"] = KebabCase.Of(s.Field),
                    ["value"] = s.Statement.Value,
                    ["note"] = s.Statement.Note,
                    ["unverified"] = s.Statement.IsUnverified,
                }
            ),
            ["prices"] = Array(
                update.Prices,
                p => new JsonObject
                {
                    ["release"] = p.ReleaseId,
                    ["provider"] = p.Price.Provider,
                    ["inputUsd"] = Usd(p.Price.InputUsd),
                    ["outputUsd"] = Usd(p.Price.OutputUsd),
                    ["cacheReadUsd"] = Usd(p.Price.CacheReadUsd),
                    ["cacheWriteUsd"] = Usd(p.Price.CacheWriteUsd),
                }
            ),
        }.ToJsonString(s_options) + "\n";

    public static CatalogueUpdate Read(string json, string place)
    {
        var root = new JsonFields(JsonFields.Parse(json, place, NextStep), place, string.Empty, NextStep);
        if (root.Text("schema") != Schema)
        {
            throw root.Wrong("schema", $"\"{Schema}\"");
        }

        var format = root.Text("format");
        var retrieved = DateOnly.TryParseExact(
            root.Text("retrieved"),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw root.Wrong("retrieved", "a day, as YYYY-MM-DD");
        var source = CatalogueUpdate.SourceOf(format, retrieved);
        return new CatalogueUpdate
        {
            Format = format,
            Retrieved = retrieved,
            Files = [.. root.Objects("files").Select(f => new InputFile(f.Text("path"), f.Text("sha256")))],
            Statements = [.. root.Objects("statements").Select(s => Statement(s, source))],
            Prices = [.. root.Objects("prices").Select(p => Price(p, retrieved, source))],
        };
    }

    private static UpdateStatement Statement(JsonFields fields, string source) =>
        new(
            fields.Text("release"),
            KebabCase.TryParse<CatalogueField>(fields.Text("field"), out var field)
                ? field
                : throw fields.Wrong("field", $"one of {string.Join(", ", KebabCase.All<CatalogueField>())}"),
            new FactStatement(fields.Text("value"), SourceStanding.Catalogue, [source])
            {
                Note = fields.OptionalText("note"),
                IsUnverified = fields.Flag("unverified", whenAbsent: false),
            }
        );

    private static UpdatePrice Price(JsonFields fields, DateOnly retrieved, string source) =>
        new(
            fields.Text("release"),
            new TokenPrice(fields.Text("provider"), retrieved, source)
            {
                InputUsd = Amount(fields, "inputUsd"),
                OutputUsd = Amount(fields, "outputUsd"),
                CacheReadUsd = Amount(fields, "cacheReadUsd"),
                CacheWriteUsd = Amount(fields, "cacheWriteUsd"),
            }
        );

    private static decimal? Amount(JsonFields fields, string name) =>
        fields.OptionalText(name) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && amount >= 0 ? amount
        : throw fields.Wrong(name, "an amount in US dollars, not below 0");

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);

    private static string? Usd(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
