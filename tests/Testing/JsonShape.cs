using System.Text.Json;

namespace Tare.Testing;

/// <summary>Checks a document against the part of JSON Schema that <c>docs/schemas</c> uses.</summary>
/// <remarks>Known: type (one or several), required, properties, additionalProperties false, items, enum, const, minimum, maximum, $ref to <c>#/$defs</c>.</remarks>
public static class JsonShape
{
    /// <summary>Every violation as <c>path: what is wrong</c>; empty where the document conforms.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document.</param>
    public static IReadOnlyList<string> Violations(JsonElement schema, JsonElement document)
    {
        var found = new List<string>();
        Check(schema, schema, document, "$", found);
        return found;
    }

    private static void Check(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> found)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!["#/$defs/".Length..];
            Check(root, root.GetProperty("$defs").GetProperty(name), value, path, found);
            return;
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Is(value, t)))
        {
            found.Add($"{path}: is {value.ValueKind}, expected {type}");
            return;
        }

        if (schema.TryGetProperty("const", out var constant) && constant.GetRawText() != value.GetRawText())
        {
            found.Add($"{path}: is {value.GetRawText()}, expected {constant.GetRawText()}");
        }

        if (schema.TryGetProperty("enum", out var options) && options.EnumerateArray().All(o => o.GetRawText() != value.GetRawText()))
        {
            found.Add($"{path}: is {value.GetRawText()}, expected one of {options.GetRawText()}");
        }

        CheckRange(schema, value, path, found);
        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(root, schema, value, path, found);
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            var index = 0;
            foreach (var element in value.EnumerateArray())
            {
                Check(root, items, element, $"{path}[{index++}]", found);
            }
        }
    }

    private static void CheckObject(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> found)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            found.AddRange(
                required.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{path}: has no '{r}'")
            );
        }

        var closed = schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.False;
        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var inner))
            {
                Check(root, inner, member.Value, $"{path}.{member.Name}", found);
            }
            else if (closed)
            {
                found.Add($"{path}: has '{member.Name}', which the schema does not name");
            }
        }
    }

    private static void CheckRange(JsonElement schema, JsonElement value, string path, List<string> found)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return;
        }

        var number = value.GetDouble();
        if (schema.TryGetProperty("minimum", out var minimum) && number < minimum.GetDouble())
        {
            found.Add($"{path}: is {number}, expected at least {minimum}");
        }

        if (schema.TryGetProperty("maximum", out var maximum) && number > maximum.GetDouble())
        {
            found.Add($"{path}: is {number}, expected at most {maximum}");
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => throw new ArgumentException($"The schema has the type '{type}', which this check does not know.", nameof(type)),
        };
}
