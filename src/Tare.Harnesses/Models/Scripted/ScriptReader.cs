using System.Text.Json;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>Reads the members of one line of a script, strictly.</summary>
/// <param name="place">File and line.</param>
internal sealed class ScriptReader(string place)
{
    private static readonly string[] s_call = ["name", "arguments"];
    private static readonly string[] s_usage = ["input", "output", "cache_read", "cache_write", "reasoning"];

    private static readonly Dictionary<string, FinishReason> s_finish = new(StringComparer.Ordinal)
    {
        ["stop"] = FinishReason.Stop,
        ["tool_calls"] = FinishReason.ToolCalls,
        ["length"] = FinishReason.Length,
        ["content_filter"] = FinishReason.ContentFilter,
    };

    public InputException Missing(string member, string expectation) =>
        InputException.At(place, $"'{member}' is missing", expectation, "add it to the line");

    /// <summary>Refuses what is no object, and members that nobody reads.</summary>
    public void Members(JsonElement value, string[] known)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw InputException.At(place, Short(value), $"an object with {string.Join(", ", known)}", "write it in braces");
        }

        foreach (var member in value.EnumerateObject().Where(m => !known.Contains(m.Name, StringComparer.Ordinal)))
        {
            throw InputException.At(
                place,
                $"unknown member '{member.Name}'",
                $"one of {string.Join(", ", known)}",
                NearestNames.NextStep(member.Name, known, "remove it")
            );
        }
    }

    public string? Text(JsonElement line, string member) =>
        !line.TryGetProperty(member, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Wrong(member, value, "a text");

    public bool Flag(JsonElement line, string member) =>
        line.TryGetProperty(member, out var value)
        && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(member, value, "true or false"),
        };

    public IEnumerable<JsonElement> List(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Wrong(member, value, "a list");

    public (string Name, string Arguments) Call(JsonElement call)
    {
        Members(call, s_call);
        if (!call.TryGetProperty("arguments", out var arguments))
        {
            throw Missing("arguments", "an object, or a text that is sent as it is");
        }

        var raw = arguments.ValueKind switch
        {
            JsonValueKind.String => arguments.GetString()!,
            JsonValueKind.Object => JsonSerializer.Serialize(arguments),
            _ => throw Wrong("arguments", arguments, "an object, or a text that is sent as it is"),
        };
        return (Text(call, "name") ?? throw Missing("name", "the tool's name"), raw);
    }

    public FinishReason? Finish(JsonElement line) =>
        Text(line, "finish") is not { } word ? null
        : s_finish.TryGetValue(word, out var finish) ? finish
        : throw InputException.At(place, $"'finish' is '{word}'", $"one of {string.Join(", ", s_finish.Keys)}", "correct it");

    public TokenUsage Usage(JsonElement usage)
    {
        Members(usage, s_usage);
        var total = new TokenUsage(
            Count(usage, "input") ?? throw Missing("input", "tokens"),
            Count(usage, "output") ?? throw Missing("output", "tokens")
        )
        {
            CacheRead = Count(usage, "cache_read") ?? 0,
            CacheWrite = Count(usage, "cache_write") ?? 0,
            Reasoning = Count(usage, "reasoning"),
        };
        return total.Reasoning > total.Output
            ? throw InputException.At(place, "more 'reasoning' than 'output'", "reasoning is part of the output", "correct one of the two")
            : total;
    }

    private long? Count(JsonElement usage, string member) =>
        !usage.TryGetProperty(member, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) && count is >= 0 and <= int.MaxValue ? count
        : throw Wrong(member, value, "a whole number of tokens, from 0 to 2147483647");

    private InputException Wrong(string member, JsonElement value, string expectation) =>
        InputException.At(place, $"'{member}' is {Short(value)}", expectation, "correct it");

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 40 ? text : text[..40] + "...";
    }
}
