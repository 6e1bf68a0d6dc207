using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Fields of one JSON object, read one by one. Every refusal names the file, the field, the value and what could stand there.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _object;
    private readonly string _place;
    private readonly string _path;
    private readonly string _nextStep;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public JsonFields(JsonElement element, string place, string path, string nextStep)
    {
        _object = element;
        _place = place;
        _path = path;
        _nextStep = nextStep;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw InputException.At(At(path), Shown(element), "an object: { ... }", nextStep);
        }
    }

    /// <summary>The root of a document.</summary>
    public static JsonElement Parse(string json, string place, string nextStep)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            throw InputException.At(
                string.Create(CultureInfo.InvariantCulture, $"{place}, line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}"),
                "not JSON",
                "a JSON object",
                nextStep
            );
        }
    }

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string field) => TryGet(field, out _);

    /// <summary>A whole number of at least a minimum.</summary>
    public int Int(string field, int minimum = 1) =>
        OptionalInt(field, minimum)
        ?? throw Missing(field, string.Create(CultureInfo.InvariantCulture, $"a whole number of at least {minimum}"));

    /// <summary>A whole number of at least a minimum, or null where the field is absent.</summary>
    public int? OptionalInt(string field, int minimum = 1)
    {
        long? value = OptionalLong(field, minimum);
        return value is null ? null
            : value <= int.MaxValue ? (int)value
            : throw Wrong(field, $"a whole number of at most {int.MaxValue.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>A whole number of at least a minimum, or null where the field is absent.</summary>
    public long? OptionalLong(string field, long minimum = 1)
    {
        if (!TryGet(field, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= minimum
            ? number
            : throw Wrong(field, string.Create(CultureInfo.InvariantCulture, $"a whole number of at least {minimum}"));
    }

    /// <summary>A finite number, or a default where the field is absent.</summary>
    public double Number(string field, double whenAbsent)
    {
        if (!TryGet(field, out JsonElement value))
        {
            return whenAbsent;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw Wrong(field, "a finite number");
    }

    /// <summary>True or false, or a default where the field is absent.</summary>
    public bool Flag(string field, bool whenAbsent) =>
        !TryGet(field, out JsonElement value) ? whenAbsent
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Wrong(field, "true or false");

    /// <summary>A text that is not empty.</summary>
    public string Text(string field) => OptionalText(field) ?? throw Missing(field, "a text");

    /// <summary>A text that is not empty, or null where the field is absent.</summary>
    public string? OptionalText(string field) =>
        !TryGet(field, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text
        : throw Wrong(field, "a text that is not empty");

    /// <summary>A list of texts; empty where the field is absent.</summary>
    public IReadOnlyList<string> Texts(string field) =>
        [
            .. Elements(field)
                .Select((e, i) => e.ValueKind == JsonValueKind.String ? e.GetString()! : throw WrongElement(field, i, e, "a text")),
        ];

    /// <summary>A list of whole numbers of at least a minimum; empty where the field is absent.</summary>
    public IReadOnlyList<int> Ints(string field, int minimum) =>
        [
            .. Elements(field)
                .Select(
                    (e, i) =>
                        e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out int number) && number >= minimum
                            ? number
                            : throw WrongElement(
                                field,
                                i,
                                e,
                                string.Create(CultureInfo.InvariantCulture, $"a whole number of at least {minimum}")
                            )
                ),
        ];

    /// <summary>The objects of a list; empty where the field is absent.</summary>
    public IReadOnlyList<JsonFields> Objects(string field) =>
        [.. Elements(field).Select((e, i) => new JsonFields(e, _place, Element(field, i), _nextStep))];

    /// <summary>An object inside this one, or null where the field is absent.</summary>
    public JsonFields? OptionalObject(string field) =>
        TryGet(field, out JsonElement value) ? new JsonFields(value, _place, Join(field), _nextStep) : null;

    /// <summary>Refuses a field that nothing read: a misspelt name must not pass as an absent one.</summary>
    public void RefuseUnread()
    {
        foreach (string name in _object.EnumerateObject().Select(p => p.Name).Where(name => !_read.Contains(name)))
        {
            throw InputException.At(
                Where(name),
                "not a known field",
                $"one of {string.Join(", ", _read.Order(StringComparer.Ordinal))}",
                _nextStep
            );
        }
    }

    /// <summary>A refusal of a field that is not there.</summary>
    public InputException Missing(string field, string expectation) => InputException.At(Where(field), "missing", expectation, _nextStep);

    /// <summary>A refusal of a field's value.</summary>
    public InputException Wrong(string field, string expectation) =>
        InputException.At(
            Where(field),
            _object.TryGetProperty(field, out JsonElement value) ? Shown(value) : "missing",
            expectation,
            _nextStep
        );

    /// <summary>A refusal of one element of a list.</summary>
    public InputException WrongElement(string field, int index, string expectation) =>
        WrongElement(field, index, _object.GetProperty(field)[index], expectation);

    private InputException WrongElement(string field, int index, JsonElement value, string expectation) =>
        InputException.At(At(Element(field, index)), Shown(value), expectation, _nextStep);

    private JsonElement.ArrayEnumerator Elements(string field) =>
        !TryGet(field, out JsonElement value) ? default
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : throw Wrong(field, "a list: [ ... ]");

    private bool TryGet(string field, [NotNullWhen(true)] out JsonElement value)
    {
        _read.Add(field);
        return _object.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;
    }

    private string Where(string field) => At(Join(field));

    private string At(string path) => path.Length == 0 ? _place : $"{_place}, {path}";

    private string Join(string field) => _path.Length == 0 ? field : $"{_path}.{field}";

    private string Element(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{Join(field)}[{index}]");

    private static string Shown(JsonElement value)
    {
        string raw = value.GetRawText();
        return raw.Length <= 60 ? raw : string.Concat(raw.AsSpan(0, 57), "...");
    }
}
