using System.Globalization;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>Where a model answers, as a plan writes it. Never holds a key.</summary>
public abstract record ModelAddress
{
    private const string Forms = "openai:NAME, anthropic:NAME, URL#NAME, sim:ability=NUMBER or scripted:FILE";

    private ModelAddress() { }

    /// <summary>OpenAI, or what <c>OPENAI_BASE_URL</c> puts in its place.</summary>
    /// <param name="Model">The model as the provider names it.</param>
    public sealed record OpenAI(string Model) : ModelAddress;

    /// <summary>Anthropic, or what <c>ANTHROPIC_BASE_URL</c> puts in its place.</summary>
    /// <param name="Model">The model as the provider names it.</param>
    public sealed record Anthropic(string Model) : ModelAddress;

    /// <summary>A server that speaks OpenAI's chat completions.</summary>
    /// <param name="BaseUrl">Its base, for example <c>http://127.0.0.1:8080/v1</c>.</param>
    /// <param name="Model">The model as the server names it.</param>
    public sealed record Server(Uri BaseUrl, string Model) : ModelAddress;

    /// <summary>A simulated model.</summary>
    /// <param name="Ability">Its ability, logits.</param>
    public sealed record Simulated(double Ability) : ModelAddress;

    /// <summary>A model whose answers are in a file.</summary>
    /// <param name="File">Path of the file.</param>
    public sealed record Scripted(string File) : ModelAddress;

    /// <summary>The model's name as its provider writes it, which is how a price book knows it; <see langword="null"/> where nothing is paid.</summary>
    public string? ModelName =>
        this switch
        {
            OpenAI a => a.Model,
            Anthropic a => a.Model,
            Server a => a.Model,
            _ => null,
        };

    /// <summary>A label for a model that was given none: its name, what is not allowed in a label replaced by <c>-</c>.</summary>
    public string DefaultLabel =>
        this switch
        {
            Simulated a => $"sim{a.Ability.ToString("R", CultureInfo.InvariantCulture)}",
            Scripted a => Label(Path.GetFileNameWithoutExtension(a.File)),
            _ => Label(ModelName!),
        };

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address, without a label.</param>
    /// <param name="place">Where it stands, for messages: an option or a file with its line.</param>
    /// <exception cref="InputException">It is none.</exception>
    public static ModelAddress Parse(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (
            text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
        {
            return ParseServer(text, place);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var rest = colon < 0 ? "" : text[(colon + 1)..];
        return (colon < 0 ? text : text[..colon]) switch
        {
            "openai" when rest.Length > 0 => new OpenAI(rest),
            "anthropic" when rest.Length > 0 => new Anthropic(rest),
            "scripted" when rest.Length > 0 => new Scripted(rest),
            "sim" when rest.StartsWith("ability=", StringComparison.Ordinal) => new Simulated(
                Logits(rest["ability=".Length..], text, place)
            ),
            "sim" => throw InputException.At(place, $"'{text}'", "sim:ability=NUMBER, in logits", "write for example sim:ability=0.5"),
            "openai" or "anthropic" or "scripted" => throw InputException.At(
                place,
                $"'{text}' names nothing",
                Forms,
                "put the name behind the colon"
            ),
            _ => throw InputException.At(
                place,
                $"'{text}' is no address of a model",
                Forms,
                "a model on a server of its own is LABEL=URL#NAME, for example local=http://127.0.0.1:8080/v1#qwen3"
            ),
        };
    }

    private static Server ParseServer(string text, string place)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var name = hash < 0 ? "" : text[(hash + 1)..];
        if (!Uri.TryCreate(hash < 0 ? text : text[..hash], UriKind.Absolute, out var url))
        {
            throw InputException.At(place, "the address is no URL", "http:// or https://, a host, and a path such as /v1", "correct it");
        }

        // A plan is kept and shown: what is secret must not be in it, so the message does not repeat it either.
        if (url.UserInfo.Length > 0 || url.Query.Length > 0)
        {
            throw InputException.At(
                place,
                $"the address of the server {url.Host} holds a user name or a query",
                "scheme, host, port and path alone: an address is written to the plan and the journal",
                "put the key into the environment variable TARE_KEY_LABEL, with the model's label in capitals"
            );
        }

        return name.Length > 0
            ? new Server(url, name)
            : throw InputException.At(place, $"'{text}' names no model", "URL#NAME", "write the server's name for the model behind a '#'");
    }

    private static double Logits(string number, string text, string place) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var ability) && double.IsFinite(ability)
            ? ability
            : throw InputException.At(place, $"'{text}'", "an ability in logits, a finite number", "write for example sim:ability=0.5");

    private static string Label(string name)
    {
        var label = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')).Trim('.', '-');
        return label.Length > 0 ? label : "model";
    }
}
