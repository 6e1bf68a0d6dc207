using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>A question to a model: the whole conversation so far.</summary>
public sealed record ModelRequest
{
    /// <summary>The conversation, oldest first.</summary>
    public required IReadOnlyList<ModelMessage> Messages { get; init; }

    /// <summary>The tools that the model may ask for.</summary>
    public IReadOnlyList<ToolDefinition> Tools { get; init; } = [];

    /// <summary>How the model is asked.</summary>
    public ModelConfiguration Configuration { get; init; } = new();

    /// <summary>Largest output, tokens, reasoning included; <see langword="null"/> leaves it to the provider.</summary>
    public long? MaxOutputTokens { get; init; }

    /// <summary>Is told of each fault that is met by another try, so that whoever withdraws the question knows what it waited for; not part of the digest.</summary>
    public IProgress<AttemptError>? Faults { get; init; }

    /// <summary>
    /// SHA-256, 64 hexadecimal digits, of everything that the model is shown. Limits and sampling are not part of it: they do not change between an
    /// attempt and its replay but for what is left of a budget.
    /// </summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var message in Messages)
        {
            Add(hash, message);
        }

        foreach (var tool in Tools)
        {
            Add(hash, "tool", tool.Name, tool.Description, tool.ParametersSchema);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, ModelMessage message)
    {
        switch (message)
        {
            case ModelMessage.Instructions m:
                Add(hash, "instructions", m.Text);
                break;
            case ModelMessage.FromUser m:
                Add(hash, "user", m.Text);
                break;
            case ModelMessage.FromTool m:
                Add(hash, "result", m.CallId, m.Text);
                break;
            case ModelMessage.FromModel m:
                Add(hash, ["model", m.Answer.Text, .. m.Answer.ToolCalls.SelectMany(c => new[] { c.Id, c.Name, c.Arguments })]);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Add(IncrementalHash hash, params string[] parts) =>
        hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts) + "\n"));
}
