using System.Runtime.CompilerServices;
using System.Text.Json;
using Anthropic;
using Anthropic.Core;
using Anthropic.Models.Messages;
using Microsoft.Extensions.AI;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>
/// Anthropic's messages: the official library's own <see cref="IChatClient"/>, with what it does not do by itself: the prompt's cache, the provider's
/// own word for effort, and the raw text of a tool call's arguments.
/// </summary>
internal sealed class AnthropicMessages : DelegatingChatClient
{
    /// <summary>The protocol wants a largest output; this one where nobody states it.</summary>
    public const int UnstatedOutputTokens = 16_384;

    private AnthropicMessages(IChatClient inner)
        : base(inner) { }

    public static AnthropicMessages Open(string model, Uri baseUrl, ProviderKey key, HttpClient http)
    {
        var client = new AnthropicClient(
            new ClientOptions
            {
                ApiKey = key.Value,
                BaseUrl = baseUrl.ToString().TrimEnd('/'),
                HttpClient = http,
                // Retries, deadlines and spans are ours alone.
                MaxRetries = 0,
                Timeout = TimeSpan.FromDays(1),
                OpenTelemetry = false,
            }
        );
        return new AnthropicMessages(client.AsIChatClient(model, UnstatedOutputTokens));
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var response = await base.GetResponseAsync(messages, Prepared(options ?? new ChatOptions()), cancellationToken);
        foreach (var call in response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>())
        {
            call.RawRepresentation = new ToolCall(call.CallId, call.Name, Arguments(call));
        }

        return response;
    }

    /// <summary>The answer in one piece: streaming is not asked of the server.</summary>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    private static ChatOptions Prepared(ChatOptions options)
    {
        var prepared = options.Clone();
        prepared.RawRepresentationFactory = _ =>
        {
            // An agent sends the same conversation again with every call: without the cache all of it is paid in full each time.
            var parameters = new MessageCreateParams
            {
                Model = options.ModelId!,
                MaxTokens = options.MaxOutputTokens ?? UnstatedOutputTokens,
                Messages = [],
                CacheControl = new CacheControlEphemeral(),
            };
            return options.AdditionalProperties?.TryGetValue(ChatMapping.Effort, out var effort) == true
                ? parameters with
                {
                    Thinking = new ThinkingConfigAdaptive(),
                    OutputConfig = new OutputConfig { Effort = (string)effort! },
                }
                : parameters;
        };
        return prepared;
    }

    private static string Arguments(FunctionCallContent call)
    {
        if (call.RawRepresentation is not ToolUseBlock block || !block.RawData.TryGetValue("input", out var input))
        {
            return JsonSerializer.Serialize(call.Arguments);
        }

        // The protocol says an object; what a model broke arrives as a text.
        return input.ValueKind == JsonValueKind.String ? input.GetString()! : input.GetRawText();
    }
}
