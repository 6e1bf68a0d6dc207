using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>
/// Translates between our words and those of <see cref="IChatClient"/>. The raw text of a tool call's arguments travels as the
/// <see cref="AIContent.RawRepresentation"/> of its content, a <see cref="ToolCall"/>.
/// </summary>
internal static class ChatMapping
{
    /// <summary>Name of the option that carries <see cref="ModelConfiguration.Effort"/> in the provider's own word.</summary>
    public const string Effort = "effort";

    /// <summary>More tokens than any call has.</summary>
    public const long MostTokens = 1_000_000_000_000;

    public static IReadOnlyList<ChatMessage> Messages(ModelRequest request)
    {
        var messages = new List<ChatMessage>(request.Messages.Count);
        foreach (var message in request.Messages)
        {
            // The results of parallel calls belong into one message.
            if (message is ModelMessage.FromTool result && messages is [.., { Role: var role } last] && role == ChatRole.Tool)
            {
                last.Contents.Add(new FunctionResultContent(result.CallId, result.Text));
                continue;
            }

            messages.Add(
                message switch
                {
                    ModelMessage.Instructions m => new ChatMessage(ChatRole.System, m.Text),
                    ModelMessage.FromUser m => new ChatMessage(ChatRole.User, m.Text),
                    ModelMessage.FromModel m => new ChatMessage(ChatRole.Assistant, Contents(m.Answer)),
                    ModelMessage.FromTool m => new ChatMessage(ChatRole.Tool, [new FunctionResultContent(m.CallId, m.Text)]),
                    _ => throw new System.Diagnostics.UnreachableException(),
                }
            );
        }

        return messages;
    }

    public static ChatOptions Options(ModelRequest request, string model)
    {
        var configuration = request.Configuration;
        var limit = (request.MaxOutputTokens, configuration.MaxOutputTokens) switch
        {
            ({ } a, { } b) => Math.Min(a, b),
            var (a, b) => a ?? b,
        };
        var options = new ChatOptions
        {
            ModelId = model,
            MaxOutputTokens = limit is { } tokens ? (int)Math.Min(tokens, int.MaxValue) : null,
            Temperature = (float?)configuration.Temperature,
            TopP = (float?)configuration.TopP,
            Tools = [.. request.Tools.Select(Declaration)],
        };
        if (configuration.Effort is { } effort)
        {
            options.AdditionalProperties = new AdditionalPropertiesDictionary { [Effort] = effort };
        }

        return options;
    }

    public static ModelAnswer Answer(ChatResponse response)
    {
        var contents = response.Messages.SelectMany(m => m.Contents).ToArray();
        var calls = contents.OfType<FunctionCallContent>().Select(Call).ToArray();
        var reasoning = string.Join("\n\n", contents.OfType<TextReasoningContent>().Select(c => c.Text).Where(t => t.Length > 0));
        return new ModelAnswer(string.Concat(contents.OfType<TextContent>().Select(c => c.Text)), calls, Finish(response.FinishReason))
        {
            Reasoning = reasoning.Length > 0 ? reasoning : null,
            Usage = Usage(response.Usage),
            Model = response.ModelId,
            ProviderState = State(contents),
        };
    }

    /// <summary>The raw text of a call's arguments.</summary>
    public static ToolCall Call(FunctionCallContent content) =>
        content.RawRepresentation as ToolCall ?? new ToolCall(content.CallId, content.Name, JsonSerializer.Serialize(content.Arguments));

    /// <summary>A call as a chat client takes it; broken arguments are left out of the parsed ones and kept in the raw ones.</summary>
    public static FunctionCallContent Content(ToolCall call) =>
        new(call.Id, call.Name, Parsed(call.Arguments)) { RawRepresentation = call };

    private static Dictionary<string, object?> Parsed(string arguments)
    {
        try
        {
            using var document = JsonDocument.Parse(arguments);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                    .RootElement.EnumerateObject()
                    .DistinctBy(p => p.Name, StringComparer.Ordinal)
                    .ToDictionary(p => p.Name, object? (p) => p.Value.Clone(), StringComparer.Ordinal)
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static AIFunctionDeclaration Declaration(ToolDefinition tool)
    {
        using var schema = JsonDocument.Parse(tool.ParametersSchema);
        return AIFunctionFactory.CreateDeclaration(tool.Name, tool.Description, schema.RootElement.Clone());
    }

    /// <summary>What must go back unchanged: the order of all parts, with what the provider signed. Nothing signed, nothing kept.</summary>
    private static string? State(IReadOnlyList<AIContent> contents)
    {
        if (!contents.OfType<TextReasoningContent>().Any(c => c.ProtectedData is not null))
        {
            return null;
        }

        var calls = 0;
        var parts = contents.Select(content =>
            content switch
            {
                TextReasoningContent c => new JsonObject { ["reasoning"] = c.Text, ["signed"] = c.ProtectedData },
                TextContent c => new JsonObject { ["text"] = c.Text },
                FunctionCallContent => new JsonObject { ["call"] = calls++ },
                _ => null,
            }
        );
        return new JsonArray([.. parts.OfType<JsonObject>()]).ToJsonString();
    }

    private static List<AIContent> Contents(ModelAnswer answer)
    {
        if (answer.ProviderState is not { } state)
        {
            var contents = answer.Text.Length > 0 ? new List<AIContent> { new TextContent(answer.Text) } : [];
            contents.AddRange(answer.ToolCalls.Select(Content));
            return contents;
        }

        var parts = JsonNode.Parse(state)!.AsArray();
        return [.. parts.Select(part => Part(part!.AsObject(), answer))];
    }

    private static AIContent Part(JsonObject part, ModelAnswer answer) =>
        part["call"] is { } call ? Content(answer.ToolCalls[call.GetValue<int>()])
        : part["text"] is { } text ? new TextContent(text.GetValue<string>())
        : new TextReasoningContent(part["reasoning"]?.GetValue<string>()) { ProtectedData = part["signed"]?.GetValue<string>() };

    private static FinishReason Finish(ChatFinishReason? reason) =>
        reason == ChatFinishReason.Stop ? FinishReason.Stop
        : reason == ChatFinishReason.ToolCalls ? FinishReason.ToolCalls
        : reason == ChatFinishReason.Length ? FinishReason.Length
        : reason == ChatFinishReason.ContentFilter ? FinishReason.ContentFilter
        : FinishReason.Unknown;

    /// <summary>
    /// Classes that do not overlap. Counts that contradict each other are unknown, since a part is never larger than its whole, and so are counts that no
    /// call can have: their sums would end every reader of the journal.
    /// </summary>
    private static TokenUsage? Usage(UsageDetails? details)
    {
        if (details is not { InputTokenCount: { } prompt, OutputTokenCount: { } output })
        {
            return null;
        }

        var read = details.CachedInputTokenCount ?? 0;
        var written = details.AdditionalCounts?.GetValueOrDefault(CacheWrite) ?? 0;
        var reasoning = details.ReasoningTokenCount;
        var possible =
            prompt is >= 0 and <= MostTokens
            && output is >= 0 and <= MostTokens
            && read >= 0
            && read <= prompt
            && written >= 0
            && written <= prompt - read
            && (reasoning is null || (reasoning >= 0 && reasoning <= output));
        return !possible
            ? null
            : new TokenUsage(prompt - read - written, output)
            {
                CacheRead = read,
                CacheWrite = written,
                Reasoning = reasoning,
            };
    }

    /// <summary>Under this name Anthropic's library counts tokens written to the cache.</summary>
    private const string CacheWrite = "CacheCreationInputTokens";
}
