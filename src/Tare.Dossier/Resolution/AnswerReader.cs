using System.Globalization;
using System.Text.Json;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>Finds the answer of a query in what the command printed.</summary>
public static class AnswerReader
{
    /// <summary>The answer to a claim's query.</summary>
    /// <param name="claim">A claim with a query.</param>
    /// <param name="printed">The object that the command printed with <c>--json</c>.</param>
    /// <param name="askedAt">When it was asked.</param>
    /// <exception cref="InputException">The text is no such object, or the query points at something that is not there.</exception>
    public static QueryAnswer Read(Claim claim, string printed, DateTimeOffset askedAt)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var query =
            claim.Query
            ?? throw InputException.At(
                $"claims/{claim.Id}",
                "no query",
                "a claim with a query",
                "add a query, or leave the claim to its sources"
            );
        using var document = Parse(claim, query, printed);
        var root = document.RootElement;
        var found = At(claim, root, query.Path, "path");
        var answer = new QueryAnswer
        {
            Claim = claim.Id,
            AskedAt = askedAt,
            DataDigest = Digest(root),
            Unit = query.Unit,
        };
        if (found.ValueKind is JsonValueKind.Null)
        {
            return answer with { Reason = $"{query.Path} is null: the command had no value for it" };
        }

        if (query.Holds.Comparison is QueryComparison.IsTrue or QueryComparison.IsFalse)
        {
            return found.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? answer with
                {
                    Truth = found.GetBoolean(),
                }
                : throw Wrong(claim, query.Path, found, "true or false", "path");
        }

        return answer with
        {
            Value = Number(claim, found, query.Path, "path"),
            Lower = Bound(claim, root, query.LowerPath, "lower_path"),
            Upper = Bound(claim, root, query.UpperPath, "upper_path"),
            Level = Said(root, "level") is { ValueKind: JsonValueKind.Number } level ? level.GetDouble() : null,
            Contains = Said(root, "intervalContains") is { ValueKind: JsonValueKind.String } contains ? contains.GetString() : null,
        };
    }

    /// <summary>What a result says of all its intervals, under the names that every command uses.</summary>
    private static JsonElement? Said(JsonElement root, string name) =>
        root.TryGetProperty("result", out var result)
        && result.ValueKind == JsonValueKind.Object
        && result.TryGetProperty(name, out var found)
            ? found
            : null;

    private static JsonDocument Parse(Claim claim, ClaimQuery query, string printed)
    {
        try
        {
            var document = JsonDocument.Parse(printed);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException e)
        {
            throw new InputException(Message(claim, query, e.Message), e);
        }

        throw new InputException(Message(claim, query, "another value than an object"));
    }

    private static string Message(Claim claim, ClaimQuery query, string found) =>
        $"claims/{claim.Id}/query/command: 'tare {string.Join(' ', query.Command)}' printed no JSON object: {found}\n"
        + "  expected: one object with schema, inputs and result\n"
        + "  next:     run the command by hand; it needs --json";

    private static string Digest(JsonElement root) =>
        root.TryGetProperty("inputs", out var inputs)
        && inputs.ValueKind == JsonValueKind.Object
        && inputs.TryGetProperty("digest", out var digest)
        && digest.ValueKind == JsonValueKind.String
            ? digest.GetString()!
            : "unknown";

    private static double? Bound(Claim claim, JsonElement root, string? path, string field)
    {
        if (path is null)
        {
            return null;
        }

        var found = At(claim, root, path, field);
        return found.ValueKind == JsonValueKind.Null ? null : Number(claim, found, path, field);
    }

    private static double Number(Claim claim, JsonElement found, string path, string field) =>
        found.ValueKind == JsonValueKind.Number && found.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw Wrong(claim, path, found, "a finite number", field);

    private static InputException Wrong(Claim claim, string path, JsonElement found, string expected, string field) =>
        InputException.At(
            $"claims/{claim.Id}/query/{field}",
            $"{path} is {Short(found)}",
            expected,
            "point the query at the figure that settles the claim"
        );

    private static string Short(JsonElement found) => found.ToString() is { Length: > 60 } text ? text[..60] + "..." : $"'{found}'";

    private static JsonElement At(Claim claim, JsonElement root, string path, string field)
    {
        var current = root;
        foreach (var step in JsonSteps.Of(path, $"claims/{claim.Id}/query/{field}"))
        {
            current = step.Follow(current) ?? throw Missing(claim, path, field, step, current);
        }

        return current;
    }

    private static InputException Missing(Claim claim, string path, string field, JsonStep step, JsonElement current)
    {
        var there = current.ValueKind switch
        {
            JsonValueKind.Object => $"one of {string.Join(", ", current.EnumerateObject().Take(30).Select(p => p.Name))}",
            JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {current.GetArrayLength()} entries"),
            _ => $"a step inside {Short(current)}, which has none",
        };
        return InputException.At(
            $"claims/{claim.Id}/query/{field}",
            $"'{step}' of {path} is not in the answer",
            there,
            $"run 'tare {string.Join(' ', claim.Query!.Command)}' and read the name off it"
        );
    }
}
