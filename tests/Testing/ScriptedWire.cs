using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tare.Testing;

/// <summary>Bodies of replies as the two protocols write them.</summary>
internal static class ScriptedWire
{
    public static string Body(ScriptedRequest request, ScriptedReply reply) =>
        reply switch
        {
            { Fault: ScriptedFault.Malformed } => "{\"not json",
            { Fault: ScriptedFault.Shapeless } => "{\"status\":\"ok\"}",
            { Fault: ScriptedFault.TextAsBody } => reply.Text,
            { Status: > 299 } => Error(reply).ToJsonString(),
            _ => (request.IsAnthropic ? Message(request, reply) : Completion(request, reply)).ToJsonString(),
        };

    private static JsonObject Error(ScriptedReply reply) =>
        new()
        {
            ["type"] = "error",
            ["error"] = new JsonObject
            {
                ["type"] = reply.ErrorCode,
                ["code"] = reply.ErrorCode,
                ["message"] = reply.Text,
            },
        };

    private static JsonObject Completion(ScriptedRequest request, ScriptedReply reply)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = reply.Text.Length == 0 ? null : reply.Text };
        if (reply.Reasoning is { } reasoning)
        {
            message["reasoning_content"] = reasoning;
        }

        if (reply.Calls.Count > 0)
        {
            message["tool_calls"] = new JsonArray([
                .. reply.Calls.Select(
                    (c, i) =>
                        new JsonObject
                        {
                            ["id"] = CallId("call", request, i),
                            ["type"] = "function",
                            ["function"] = new JsonObject { ["name"] = c.Name, ["arguments"] = c.Arguments },
                        }
                ),
            ]);
        }

        var body = new JsonObject
        {
            ["id"] = $"chatcmpl-{Text(request.Number)}",
            ["object"] = "chat.completion",
            ["created"] = 1,
            ["model"] = request.Model,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["message"] = message,
                    ["finish_reason"] = reply.Finish ?? (reply.Calls.Count > 0 ? "tool_calls" : "stop"),
                }
            ),
        };
        if (reply.Usage is { } usage)
        {
            // OpenAI counts what a cache answered within the prompt.
            var prompt = usage.Input + usage.CacheRead + usage.CacheWrite;
            var counts = new JsonObject
            {
                ["prompt_tokens"] = prompt,
                ["completion_tokens"] = usage.Output,
                ["total_tokens"] = prompt + usage.Output,
                ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = usage.CacheRead },
            };
            if (usage.Reasoning is { } reasoningTokens)
            {
                counts["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = reasoningTokens };
            }

            body["usage"] = counts;
        }

        return body;
    }

    private static JsonObject Message(ScriptedRequest request, ScriptedReply reply)
    {
        var content = new JsonArray();
        if (reply.Reasoning is { } reasoning)
        {
            content.Add(
                new JsonObject
                {
                    ["type"] = "thinking",
                    ["thinking"] = reasoning,
                    ["signature"] = reply.Signature,
                }
            );
        }

        if (reply.Text.Length > 0)
        {
            content.Add(new JsonObject { ["type"] = "text", ["text"] = reply.Text });
        }

        for (var i = 0; i < reply.Calls.Count; i++)
        {
            content.Add(
                new JsonObject
                {
                    ["type"] = "tool_use",
                    ["id"] = CallId("toolu", request, i),
                    ["name"] = reply.Calls[i].Name,
                    ["input"] = ObjectOrText(reply.Calls[i].Arguments),
                }
            );
        }

        var body = new JsonObject
        {
            ["id"] = $"msg_{Text(request.Number)}",
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = request.Model,
            ["content"] = content,
            ["stop_reason"] = reply.Finish ?? (reply.Calls.Count > 0 ? "tool_use" : "end_turn"),
            ["stop_sequence"] = null,
        };
        if (reply.Usage is { } usage)
        {
            body["usage"] = new JsonObject
            {
                ["input_tokens"] = usage.Input,
                ["cache_creation_input_tokens"] = usage.CacheWrite,
                ["cache_read_input_tokens"] = usage.CacheRead,
                ["output_tokens"] = usage.Output,
            };
        }

        return body;
    }

    private static JsonNode ObjectOrText(string arguments)
    {
        try
        {
            return JsonNode.Parse(arguments) as JsonObject ?? (JsonNode)arguments;
        }
        catch (JsonException)
        {
            return arguments;
        }
    }

    /// <summary>Unique within a conversation, and the same for the same conversation: a transcript holds it.</summary>
    private static string CallId(string prefix, ScriptedRequest request, int call) => $"{prefix}_{Text(request.Turn)}_{Text(call + 1)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
