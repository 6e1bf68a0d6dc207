using System.Text.Json;

namespace Tare.Psychometrics;

/// <summary>The JSON lines form of <see cref="ResponseReader"/>.</summary>
internal sealed class JsonResponses
{
    private static readonly string[] s_known =
    [
        "person",
        "subject_id",
        "item",
        "response",
        "successes",
        "trials",
        "frequency",
        "importance",
        "responses",
    ];
    private readonly string _source;
    private string[] _facets = [];
    private ResponseColumns? _columns;
    private int _line;

    private JsonResponses(string source) => _source = source;

    internal static ResponseColumns Read(TextReader reader, string source)
    {
        var form = new JsonResponses(source);
        while (reader.ReadLine() is { } line)
        {
            form._line++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                form.ReadLine(line);
            }
        }

        return form._columns ?? new ResponseColumns([]);
    }

    private void ReadLine(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            ReadObject(document.RootElement);
        }
        catch (JsonException broken)
        {
            throw new ResponseFormatException(
                $"{_source}, line {_line}: not JSON ({broken.Message})\n  expected: one JSON object a line\n  next:     write JSON lines, not an array",
                broken
            );
        }
    }

    private void ReadObject(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw Error("the line", line.ToString(), "a JSON object", "write one object a line");
        }

        var facets = line.EnumerateObject()
            .Where(p => p.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            .Select(p => p.Name)
            .Where(name => !s_known.Contains(name, StringComparer.Ordinal))
            .ToArray();
        Array.Sort(facets, StringComparer.Ordinal);
        _columns ??= new ResponseColumns(_facets = facets);
        if (!facets.AsSpan().SequenceEqual(_facets))
        {
            throw Error(
                "facets",
                string.Join(", ", facets),
                $"the same in all lines: {string.Join(", ", _facets)}",
                "state every facet in every line"
            );
        }

        var person = _columns.PersonIndex(Text(line, line.TryGetProperty("subject_id", out _) ? "subject_id" : "person"));
        if (line.TryGetProperty("frequency", out var frequency) && frequency.ValueKind != JsonValueKind.Null)
        {
            var weight = Number(frequency, "frequency");
            ResponseReader.CheckWeight(weight, _source, _line, "frequency");
            ResponseReader.NoteFrequency(_columns, person, weight, _source, _line);
        }

        if (line.TryGetProperty("responses", out var responses))
        {
            if (responses.ValueKind != JsonValueKind.Object)
            {
                throw Error("responses", responses.ToString(), "an object from item to response", "write {\"item\": 0 or 1, ...}");
            }

            foreach (var property in responses.EnumerateObject())
            {
                var isCount = property.Value.ValueKind == JsonValueKind.Object;
                Add(line, person, property.Name, isCount ? property.Value : default, isCount ? default : property.Value);
            }

            return;
        }

        Add(line, person, Text(line, "item"), line, default);
    }

    /// <summary>Adds a response that is an object with successes or response, or a bare number.</summary>
    private void Add(JsonElement line, int person, string itemName, JsonElement holder, JsonElement bare)
    {
        var item = _columns!.ItemIndex(itemName);
        var response = bare;
        double? trials = null;
        if (holder.ValueKind == JsonValueKind.Object)
        {
            if (!holder.TryGetProperty("successes", out response) && !holder.TryGetProperty("response", out response))
            {
                throw Error(
                    "response",
                    "absent",
                    "a field response, or successes with trials",
                    "write null for a response that failed to come"
                );
            }

            trials = holder.TryGetProperty("trials", out var n) && n.ValueKind != JsonValueKind.Null ? Number(n, "trials") : null;
            if (trials is null && holder.TryGetProperty("successes", out _))
            {
                throw Error("successes", response.ToString(), "a field trials beside it", "state how many trials there were");
            }
        }

        if (response.ValueKind == JsonValueKind.Null || (response.ValueKind == JsonValueKind.String && response.GetString() is "" or "NA"))
        {
            _columns.AddMissing(person, item, _line);
            return;
        }

        var importance =
            line.TryGetProperty("importance", out var weight) && weight.ValueKind != JsonValueKind.Null ? Number(weight, "importance") : 1;
        ResponseReader.CheckWeight(importance, _source, _line, "importance");
        var value = ResponseReader.Share(
            Number(response, $"response of '{itemName}'"),
            trials,
            _source,
            _line,
            $"response of '{itemName}'",
            out var stated
        );
        _columns.Add(person, item, value, stated, importance);
        for (var f = 0; f < _facets.Length; f++)
        {
            _columns.AddLevel(f, Text(line, _facets[f]));
        }
    }

    private string Text(JsonElement line, string field)
    {
        if (!line.TryGetProperty(field, out var value))
        {
            throw Error(field, "absent", "a text", $"add the field '{field}'");
        }

        var text =
            value.ValueKind == JsonValueKind.String ? value.GetString()
            : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
            : null;
        return string.IsNullOrWhiteSpace(text)
            ? throw Error(field, value.ToString(), "a text that is not empty", "name it, for example 'none'")
            : text;
    }

    private double Number(JsonElement value, string field)
    {
        return value.ValueKind switch
        {
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            JsonValueKind.Number when double.IsFinite(value.GetDouble()) => value.GetDouble(),
            _ => throw Error(field, value.ToString(), "a finite number", "write a number, or null for a response that failed to come"),
        };
    }

    private ResponseFormatException Error(string field, string value, string expected, string next) =>
        ResponseFormatException.At($"{_source}, line {_line}, field {field}", value, expected, next);
}
