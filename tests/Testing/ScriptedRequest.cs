using System.Text.Json;

namespace Tare.Testing;

/// <summary>A request to a <see cref="ScriptedModelServer"/>.</summary>
/// <param name="Number">Which request to the server, from 1.</param>
/// <param name="Path"><c>/v1/chat/completions</c> or <c>/v1/messages</c>.</param>
/// <param name="Headers">Its headers; names in lower case.</param>
/// <param name="Body">The JSON document.</param>
public sealed record ScriptedRequest(int Number, string Path, IReadOnlyDictionary<string, string> Headers, JsonElement Body)
{
    /// <summary>Whether it speaks Anthropic messages.</summary>
    public bool IsAnthropic => Path.EndsWith("/messages", StringComparison.Ordinal);

    /// <summary>The model it asks for.</summary>
    public string Model => Body.GetProperty("model").GetString()!;

    /// <summary>Role and text of each message, oldest first; a tool's result has the role <c>tool</c>.</summary>
    public IReadOnlyList<(string Role, string Text)> Messages =>
        [
            .. Body.TryGetProperty("system", out var system) ? [("system", Text(system))] : Array.Empty<(string, string)>(),
            .. Body.GetProperty("messages").EnumerateArray().Select(m => (Role(m), Text(m))),
        ];

    /// <summary>Text of the last message: what a tool returned, or what the user said.</summary>
    public string LastText => Messages[^1].Text;

    /// <summary>Which answer of its conversation it asks for, from 1: the answers that it carries, and one.</summary>
    public int Turn => 1 + Body.GetProperty("messages").EnumerateArray().Count(m => m.GetProperty("role").GetString() == "assistant");

    /// <summary>Largest output that it allows, tokens, or <see langword="null"/>.</summary>
    public long? MaxTokens =>
        Body.TryGetProperty("max_completion_tokens", out var limit) || Body.TryGetProperty("max_tokens", out limit)
            ? limit.GetInt64()
            : null;

    internal static ScriptedRequest Of(int number, HttpMessage message) =>
        new(
            number,
            message.Path,
            message.Headers,
            message.Body.Length == 0 ? JsonSerializer.Deserialize<JsonElement>("{}") : JsonSerializer.Deserialize<JsonElement>(message.Body)
        );

    private static string Role(JsonElement message) =>
        message.GetProperty("content") is { ValueKind: JsonValueKind.Array } content
        && content.EnumerateArray().Any(c => c.GetProperty("type").GetString() == "tool_result")
            ? "tool"
            : message.GetProperty("role").GetString()!;

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Concat(value.EnumerateArray().Select(Text)),
            JsonValueKind.Object when value.TryGetProperty("content", out var content) => Text(content),
            JsonValueKind.Object when value.TryGetProperty("text", out var text) => Text(text),
            _ => "",
        };
}
