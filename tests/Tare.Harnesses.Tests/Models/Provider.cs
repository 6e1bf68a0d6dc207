using Tare.Records;
using Tare.Testing;

namespace Tare.Harnesses.Tests;

/// <summary>A scripted server with a model that asks it, in either protocol.</summary>
internal sealed class Provider : IDisposable
{
    public const string Key = "sk-MARKER-7f3a9c";
    private readonly ModelProviders _providers;
    private readonly IModelProvider _provider;

    public Provider(string protocol, Func<ScriptedRequest, ScriptedReply> reply, ModelSettings? settings = null, TimeProvider? clock = null)
        : this(protocol, new ScriptedModelServer(reply), settings, clock) { }

    private Provider(string protocol, ScriptedModelServer server, ModelSettings? settings, TimeProvider? clock)
    {
        Server = server;
        _providers = new ModelProviders(settings ?? Fast, Variables(server), clock ?? TimeProvider.System);
        var address = protocol == "server" ? $"{server.OpenAI}#test-model" : $"{protocol}:test-model";
        _provider = _providers.Open(new PlannedModel("test", address));
        Client = _provider.Open(Context("pack/item"));
    }

    /// <summary>Retries without waiting long.</summary>
    public static ModelSettings Fast { get; } =
        new()
        {
            Retries = 3,
            FirstDelay = TimeSpan.FromMilliseconds(1),
            LongestDelay = TimeSpan.FromMilliseconds(5),
            CallDeadline = TimeSpan.FromSeconds(20),
            Deadline = TimeSpan.FromSeconds(40),
        };

    public static ModelRequest Question { get; } =
        new()
        {
            Messages = [new ModelMessage.Instructions("Work."), new ModelMessage.FromUser("Go.")],
            Tools =
            [
                new ToolDefinition(
                    "bash",
                    "Runs a command.",
                    """{"type":"object","properties":{"command":{"type":"string"}},"required":["command"]}"""
                ),
            ],
        };

    public ScriptedModelServer Server { get; }

    public IModelClient Client { get; }

    public static AttemptContext Context(string item) => new(new AttemptKey("test", "bash-loop/1", item, 1), "seed");

    public Task<ModelAnswer> AskAsync(ModelRequest? request = null) =>
        Client.AskAsync(request ?? Question, TestContext.Current.CancellationToken);

    public async Task<ModelFaultException> FaultAsync() => await Should.ThrowAsync<ModelFaultException>(() => AskAsync());

    public void Dispose()
    {
        _provider.Dispose();
        _providers.Dispose();
        Server.Dispose();
    }

    private static Func<string, string?> Variables(ScriptedModelServer server) =>
        name =>
            name switch
            {
                "OPENAI_API_KEY" or "ANTHROPIC_API_KEY" or "TARE_KEY_TEST" => Key,
                "OPENAI_BASE_URL" => server.OpenAI.ToString(),
                "ANTHROPIC_BASE_URL" => server.Anthropic.ToString(),
                _ => null,
            };
}
