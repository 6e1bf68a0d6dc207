using Microsoft.Extensions.AI;

namespace Tare.Harnesses;

/// <summary>A model behind a provider's interface.</summary>
internal sealed class ChatProvider(
    ProviderName name,
    IChatClient chat,
    ProviderGate gate,
    ModelSettings settings,
    TimeProvider clock,
    HttpClient http
) : IModelProvider
{
    private readonly ChatModelClient _client = new(name, chat, gate, settings, clock);

    /// <summary>A real model sees nothing of the attempt but its requests, so that all attempts share one client.</summary>
    public IModelClient Open(AttemptContext context) => _client;

    public void Dispose()
    {
        chat.Dispose();
        http.Dispose();
    }
}
