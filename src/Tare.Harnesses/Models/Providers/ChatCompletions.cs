using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Tare.Harnesses;

/// <summary>
/// OpenAI's chat completions as an <see cref="IChatClient"/>. The official library carries the documents; we write and read them, since its typed
/// ones drop what other servers add (reasoning that must go back) and take broken arguments of a tool call for JSON.
/// </summary>
internal sealed class ChatCompletions : IChatClient
{
    private readonly ChatClient _client;
    private readonly string _model;
    private readonly ChatDialect _dialect;

    private ChatCompletions(ChatClient client, string model, ChatDialect dialect)
    {
        _client = client;
        _model = model;
        _dialect = dialect;
    }

    public static ChatCompletions Open(string model, Uri baseUrl, ProviderKey key, ChatDialect dialect, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = baseUrl,
            Transport = new HttpClientPipelineTransport(http),
            // Retries and deadlines are ours alone.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        // The library insists on a key; the handler takes the header off where there is none.
        var client = new ChatClient(model, new ApiKeyCredential(key.Value ?? "none"), options);
        return new ChatCompletions(client, model, dialect);
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        using var content = BinaryContent.Create(ChatCompletionsJson.Request(messages, options ?? new ChatOptions(), _model, _dialect));
        var result = await _client.CompleteChatAsync(content, new RequestOptions { CancellationToken = cancellationToken });
        using var document = JsonDocument.Parse(result.GetRawResponse().Content);
        return ChatCompletionsJson.Response(document.RootElement);
    }

    /// <summary>The answer in one piece: streaming is not asked of the server.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this
        : serviceKey is null && serviceType.IsInstanceOfType(_client) ? _client
        : null;

    public void Dispose()
    {
        // The HTTP client belongs to whoever opened it.
    }
}
