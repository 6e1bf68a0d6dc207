using System.Collections.Concurrent;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>Opens planned models. Models at one provider share its limits; safe for several threads.</summary>
/// <param name="settings">How patiently and how often providers are asked.</param>
/// <param name="environment">Reads an environment variable; keys come from nowhere else.</param>
/// <param name="clock">Measures deadlines and delays.</param>
public sealed class ModelProviders(ModelSettings settings, Func<string, string?> environment, TimeProvider clock) : IDisposable
{
    private const string OpenAIKey = "OPENAI_API_KEY";
    private const string AnthropicKey = "ANTHROPIC_API_KEY";
    private readonly ConcurrentDictionary<string, ProviderGate> _gates = new(StringComparer.Ordinal);

    /// <summary>Opens a model. Nothing is asked of it yet.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">Its address is none, its key is missing, or its script cannot be read.</exception>
    public IModelProvider Open(PlannedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var place = $"model {model.Label}";
        return ModelAddress.Parse(model.Address, place) switch
        {
            ModelAddress.OpenAI a => Chat(
                "openai",
                a.Model,
                BaseUrl("OPENAI_BASE_URL", "https://api.openai.com/v1"),
                Required(OpenAIKey, place),
                ChatDialect.OpenAI
            ),
            ModelAddress.Anthropic a => Claude(a.Model, model.Configuration, place),
            ModelAddress.Server a => Chat("openai", a.Model, a.BaseUrl, ServerKey(model.Label), ChatDialect.Compatible),
            ModelAddress.Simulated a => new SimulatedModel(a.Ability),
            ModelAddress.Scripted a => new ScriptedModel(ScriptFile.Read(a.File)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }

    /// <summary>The environment variable that holds the key of a server: <c>TARE_KEY_</c> and the label in capitals, other signs as <c>_</c>.</summary>
    /// <param name="label">The planned model's label.</param>
    private static string KeyVariable(string label) =>
        "TARE_KEY_" + string.Concat(label.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));

    private ChatProvider Chat(string provider, string model, Uri baseUrl, ProviderKey key, ChatDialect dialect)
    {
        var http = ProviderHandler.Client(key, "choices", settings, clock);
        return new ChatProvider(
            new ProviderName(provider, model, baseUrl),
            ChatCompletions.Open(model, baseUrl, key, dialect, http),
            GateOf(baseUrl),
            settings,
            clock,
            http
        );
    }

    private ChatProvider Claude(string model, ModelConfiguration configuration, string place)
    {
        if (configuration.Temperature is not null || configuration.TopP is not null)
        {
            throw InputException.At(
                place,
                "a temperature or a nucleus is configured",
                "neither: Anthropic's messages take no sampling parameters",
                "remove it from this model's configuration"
            );
        }

        var baseUrl = BaseUrl("ANTHROPIC_BASE_URL", "https://api.anthropic.com");
        var key = Required(AnthropicKey, place);
        var http = ProviderHandler.Client(key, "content", settings, clock);
        return new ChatProvider(
            new ProviderName("anthropic", model, baseUrl),
            AnthropicMessages.Open(model, baseUrl, key, http),
            GateOf(baseUrl),
            settings,
            clock,
            http
        );
    }

    private ProviderGate GateOf(Uri baseUrl) =>
        _gates.GetOrAdd(baseUrl.GetLeftPart(UriPartial.Authority), _ => new ProviderGate(settings, clock));

    private ProviderKey Required(string variable, string place) =>
        environment(variable) is { Length: > 0 } key
            ? new ProviderKey(variable, Usable(variable, key))
            : throw InputException.At(
                place,
                $"the environment variable {variable} is not set",
                "the provider's key; keys are read from the environment alone",
                $"export {variable}=..., or name another model"
            );

    /// <summary>The key that is meant for this server, or none. A vendor's key is never sent to an address that a plan names.</summary>
    private ProviderKey ServerKey(string label)
    {
        var variable = KeyVariable(label);
        return new ProviderKey(variable, environment(variable) is { Length: > 0 } key ? Usable(variable, key) : null);
    }

    private static string Usable(string variable, string key) =>
        key.All(c => c is > ' ' and <= '~')
            ? key
            : throw InputException.At(
                $"environment variable {variable}",
                "it holds a space, a line break or a sign that no header can carry",
                "a key",
                "export it again, without quotation marks and line breaks inside"
            );

    private Uri BaseUrl(string variable, string usual) =>
        environment(variable) is not { Length: > 0 } text ? new Uri(usual)
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
        : throw InputException.At(
            $"environment variable {variable}",
            "it is no URL",
            "http:// or https:// and a host",
            "correct or unset it"
        );
}
