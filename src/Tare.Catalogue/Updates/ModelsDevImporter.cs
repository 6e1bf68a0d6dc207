using System.Globalization;
using System.Text.Json;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Reads <c>api.json</c> of models.dev: <c>{ provider: { id, name, models: { id: model } } }</c>.</summary>
/// <remarks>
/// A release is found by the model's name or identifier as written, never by a likeness. A context length that a provider states is that
/// provider's; all are kept. Fields that the catalogue has no place for are counted by name.
/// </remarks>
internal sealed class ModelsDevImporter(DateOnly retrieved, ReleaseCatalogue catalogue)
{
    public const string Format = "models-dev";
    private const string NextStep = "retrieve api.json from models.dev again, or check that this is the right file";
    private const long LargestFile = 1L << 28;
    private const decimal DearestUsd = 1_000_000;

    private static readonly HashSet<string> s_read = new(StringComparer.Ordinal)
    {
        "id",
        "name",
        "release_date",
        "open_weights",
        "license",
        "limit.context",
        "cost.input",
        "cost.output",
        "cost.cache_read",
        "cost.cache_write",
    };

    private readonly UpdateBuilder _update = new(Format, retrieved, catalogue);

    public CatalogueUpdate Read(ImportSource source)
    {
        using var document = Parse(source);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw InputException.At(
                source.Name,
                "not a JSON object",
                "{ provider: { models: { ... } } }, as models.dev writes it",
                NextStep
            );
        }

        foreach (var provider in document.RootElement.EnumerateObject())
        {
            if (
                provider.Value.ValueKind != JsonValueKind.Object
                || !provider.Value.TryGetProperty("models", out var models)
                || models.ValueKind != JsonValueKind.Object
            )
            {
                throw InputException.At(
                    $"{source.Name}, {provider.Name}.models",
                    "missing or no object",
                    "the models of the provider, by identifier",
                    NextStep
                );
            }

            foreach (var model in models.EnumerateObject())
            {
                ReadModel(source, provider.Name, model);
            }
        }

        return _update.Build(source.Files());
    }

    private static JsonDocument Parse(ImportSource source)
    {
        using var stream = source.Open();
        if (stream.Length > LargestFile)
        {
            throw InputException.At(source.Name, "larger than 256 MiB", "models.dev's api.json, which has a few MiB", NextStep);
        }

        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException broken)
        {
            throw InputException.At(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{source.Name}, line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}"
                ),
                "not JSON",
                "models.dev's api.json, whole",
                NextStep
            );
        }
    }

    private void ReadModel(ImportSource source, string provider, JsonProperty entry)
    {
        if (entry.Value.ValueKind != JsonValueKind.Object)
        {
            throw InputException.At(
                $"{source.Name}, {provider}.models.{entry.Name}",
                "no object",
                "a model: { name, limit, cost, ... }",
                NextStep
            );
        }

        var model = entry.Value;
        var name = Text(model, "name") ?? entry.Name;
        if (_update.Resolve(name, entry.Name) is not { } release)
        {
            return;
        }

        CountUnread(model, string.Empty);
        if (Text(model, "release_date") is { } date)
        {
            _update.StateDate(release, date, provider);
        }

        if (model.TryGetProperty("open_weights", out var open) && open.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            _update.State(release, CatalogueField.Weights, open.GetBoolean() ? "open" : "closed", provider);
        }

        if (Text(model, "license") is { } licence)
        {
            _update.StateLicence(release, licence, provider);
        }

        if (Number(model, "limit", "context", provider) is { } context)
        {
            if (context > 0 && context == Math.Truncate(context) && context < 1L << 40)
            {
                _update.State(release, CatalogueField.ContextTokens, ((long)context).ToString(CultureInfo.InvariantCulture), provider);
            }
            else
            {
                _update.Tally.Add("context lengths", "not a whole number above 0", $"{provider}: {name}");
            }
        }

        ReadPrice(release, provider, name, model);
    }

    private void ReadPrice(string release, string provider, string name, JsonElement model)
    {
        decimal? Part(string field)
        {
            var amount = Number(model, "cost", field, provider);
            if (amount is < 0 or > DearestUsd)
            {
                _update.Tally.Add("prices", "below 0 or above a million dollars a million tokens", $"{provider}: {name}, cost.{field}");
                return null;
            }

            return amount;
        }

        var price = new TokenPrice(provider, retrieved, CatalogueUpdate.SourceOf(Format, retrieved))
        {
            InputUsd = Part("input"),
            OutputUsd = Part("output"),
            CacheReadUsd = Part("cache_read"),
            CacheWriteUsd = Part("cache_write"),
        };
        if (price.InputUsd is not null || price.OutputUsd is not null)
        {
            _update.Price(release, price, $"{provider}: {name}");
        }
    }

    private decimal? Number(JsonElement model, string group, string field, string provider)
    {
        if (
            !model.TryGetProperty(group, out var inside)
            || inside.ValueKind != JsonValueKind.Object
            || !inside.TryGetProperty(field, out var value)
            || value.ValueKind == JsonValueKind.Null
        )
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
        {
            return number;
        }

        _update.Tally.Add($"values of {group}.{field}", "not a number", $"{provider}: {Quoted.Text(value.GetRawText())}");
        return null;
    }

    private static string? Text(JsonElement model, string field) =>
        model.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private void CountUnread(JsonElement inside, string path)
    {
        foreach (var property in inside.EnumerateObject())
        {
            var name = path + property.Name;
            if (s_read.Contains(name))
            {
                continue;
            }

            if (path.Length == 0 && property.Name is "limit" or "cost" && property.Value.ValueKind == JsonValueKind.Object)
            {
                CountUnread(property.Value, $"{property.Name}.");
            }
            else
            {
                _update.Tally.Add($"fields '{name}'", "the catalogue has no place for them", null);
            }
        }
    }
}
