using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>The documents of chat completions.</summary>
internal static class ChatCompletionsJson
{
    /// <summary>Members by which servers show reasoning; a server that shows it may want it back as it was.</summary>
    private static readonly string[] s_reasoning = ["reasoning_content", "reasoning", "reasoning_details"];

    public static BinaryData Request(IEnumerable<ChatMessage> messages, ChatOptions options, string model, ChatDialect dialect)
    {
        var body = new JsonObject
        {
            ["model"] = options.ModelId ?? model,
            ["messages"] = new JsonArray([.. messages.SelectMany(Messages)]),
        };
        if (options.Tools is { Count: > 0 } tools)
        {
            body["tools"] = new JsonArray([.. tools.OfType<AIFunctionDeclaration>().Select(Tool)]);
        }

        if (options.MaxOutputTokens is { } limit)
        {
            body[dialect == ChatDialect.OpenAI ? "max_completion_tokens" : "max_tokens"] = limit;
        }

        // As text, so that 0.1 does not become the nearest single-precision number.
        Number(body, "temperature", options.Temperature);
        Number(body, "top_p", options.TopP);
        if (options.AdditionalProperties?.TryGetValue(ChatMapping.Effort, out var effort) == true)
        {
            body["reasoning_effort"] = (string)effort!;
        }

        return BinaryData.FromString(body.ToJsonString());
    }

    public static ChatResponse Response(JsonElement root)
    {
        var choice = root.GetProperty("choices").EnumerateArray().FirstOrDefault();
        if (choice.ValueKind != JsonValueKind.Object || !choice.TryGetProperty("message", out var message))
        {
            throw ProviderFault.Malformed("it has no choice with a message");
        }

        var contents = new List<AIContent>();
        if (Reasoning(message) is { } reasoning)
        {
            contents.Add(reasoning);
        }

        var text = Text(message);
        if (text.Length > 0)
        {
            contents.Add(new TextContent(text));
        }

        if (message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array)
        {
            contents.AddRange(calls.EnumerateArray().Select((call, index) => ChatMapping.Content(Call(call, index))));
        }

        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents))
        {
            ModelId = StringOf(root, "model"),
            ResponseId = StringOf(root, "id"),
            FinishReason = StringOf(choice, "finish_reason") is { } finish ? Finish(finish) : null,
            Usage = Usage(root),
        };
    }

    private static IEnumerable<JsonObject> Messages(ChatMessage message)
    {
        if (message.Role != ChatRole.Tool)
        {
            return [message.Role == ChatRole.Assistant ? Assistant(message) : Plain(message.Role.Value, message.Text)];
        }

        return message
            .Contents.OfType<FunctionResultContent>()
            .Select(result =>
            {
                var one = Plain("tool", (string)result.Result!);
                one["tool_call_id"] = result.CallId;
                return one;
            });
    }

    private static JsonObject Plain(string role, string text) => new() { ["role"] = role, ["content"] = text };

    private static JsonObject Assistant(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().Select(ChatMapping.Call).ToArray();
        var text = message.Text;
        var one = new JsonObject { ["role"] = "assistant", ["content"] = text.Length == 0 && calls.Length > 0 ? null : text };
        foreach (var signed in message.Contents.OfType<TextReasoningContent>().Select(r => r.ProtectedData).OfType<string>())
        {
            foreach (var (name, value) in JsonNode.Parse(signed)!.AsObject())
            {
                one[name] = value?.DeepClone();
            }
        }

        if (calls.Length > 0)
        {
            one["tool_calls"] = new JsonArray([.. calls.Select(Call)]);
        }

        return one;
    }

    private static JsonObject Call(ToolCall call) =>
        new()
        {
            ["id"] = call.Id,
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments },
        };

    private static JsonObject Tool(AIFunctionDeclaration tool) =>
        new()
        {
            ["type"] = "function",
            ["function"] = new JsonObject
            {
                ["name"] = tool.Name,
                ["description"] = tool.Description,
                ["parameters"] = JsonNode.Parse(tool.JsonSchema.GetRawText()),
            },
        };

    private static void Number(JsonObject body, string name, float? value)
    {
        if (value is { } number)
        {
            body[name] = JsonNode.Parse(number.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private static ToolCall Call(JsonElement call, int index)
    {
        var function = call.TryGetProperty("function", out var f) && f.ValueKind == JsonValueKind.Object ? f : call;
        var arguments =
            !function.TryGetProperty("arguments", out var value) || value.ValueKind == JsonValueKind.Null ? ""
            : value.ValueKind == JsonValueKind.String ? value.GetString()!
            // Some servers give an object where the protocol says text.
            : value.GetRawText();
        return new ToolCall(
            StringOf(call, "id") ?? string.Create(CultureInfo.InvariantCulture, $"call_{index + 1}"),
            StringOf(function, "name") ?? "",
            arguments
        );
    }

    private static TextReasoningContent? Reasoning(JsonElement message)
    {
        var kept = new JsonObject();
        foreach (var name in s_reasoning)
        {
            if (message.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                kept[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        return kept.Count == 0
            ? null
            : new TextReasoningContent(StringOf(message, s_reasoning[0]) ?? StringOf(message, s_reasoning[1]) ?? "")
            {
                ProtectedData = kept.ToJsonString(),
            };
    }

    private static string Text(JsonElement message)
    {
        if (message.TryGetProperty("content", out var content))
        {
            if (content.ValueKind == JsonValueKind.String)
            {
                return content.GetString()!;
            }

            if (content.ValueKind == JsonValueKind.Array)
            {
                return string.Concat(content.EnumerateArray().Select(part => StringOf(part, "text")));
            }
        }

        return StringOf(message, "refusal") ?? "";
    }

    private static ChatFinishReason Finish(string word) =>
        word == "function_call" ? ChatFinishReason.ToolCalls : new ChatFinishReason(word);

    private static UsageDetails? Usage(JsonElement root)
    {
        if (!root.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var (prompt, completion) = (Count(usage, "prompt_tokens"), Count(usage, "completion_tokens"));
        var reasoning = Count(usage, "completion_tokens_details", "reasoning_tokens");

        // Some servers count reasoning beside the completion and not within it; then their total says so.
        var beside = reasoning > 0 && Count(usage, "total_tokens") == prompt + completion + reasoning;
        return new UsageDetails
        {
            InputTokenCount = prompt,
            OutputTokenCount = beside ? completion + reasoning : completion,
            CachedInputTokenCount = Count(usage, "prompt_tokens_details", "cached_tokens"),
            ReasoningTokenCount = reasoning,
        };
    }

    private static long? Count(JsonElement usage, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (usage.ValueKind != JsonValueKind.Object || !usage.TryGetProperty(name, out usage))
            {
                return null;
            }
        }

        return usage.ValueKind == JsonValueKind.Number && usage.TryGetInt64(out var count) && count <= ChatMapping.MostTokens
            ? count
            : null;
    }

    private static string? StringOf(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
