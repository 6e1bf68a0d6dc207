using System.Globalization;
using System.Text.Json;

namespace Tare.Testing;

/// <summary>How a reply goes wrong on the wire.</summary>
public enum ScriptedFault
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The connection ends in the middle of the body.</summary>
    Cut,

    /// <summary>Status 200 with a body that is not JSON.</summary>
    Malformed,

    /// <summary>Status 200 with JSON that is no answer of the protocol.</summary>
    Shapeless,

    /// <summary>The reply's text is the whole body, whatever the protocol says.</summary>
    TextAsBody,

    /// <summary>Nothing ever comes.</summary>
    Hang,
}

/// <summary>Tokens that a reply reports; the prompt's three classes do not overlap.</summary>
public sealed record ScriptedUsage(long Input, long Output, long CacheRead = 0, long CacheWrite = 0, long? Reasoning = null);

/// <summary>A tool call of a reply.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Arguments">Its arguments as the model wrote them; for Anthropic, what is no JSON object is sent as a JSON string.</param>
public sealed record ScriptedCall(string Name, string Arguments);

/// <summary>What a <see cref="ScriptedModelServer"/> says to one request.</summary>
public sealed record ScriptedReply
{
    /// <summary>HTTP status; above 299 the body is an error with <see cref="Text"/> as message.</summary>
    public int Status { get; init; } = 200;

    /// <summary>What the model writes, or the error's message.</summary>
    public string Text { get; init; } = "";

    /// <summary>The tools that it asks for.</summary>
    public IReadOnlyList<ScriptedCall> Calls { get; init; } = [];

    /// <summary>Tokens, or <see langword="null"/> for a server that reports none.</summary>
    public ScriptedUsage? Usage { get; init; } = new(100, 10);

    /// <summary>Reasoning that the server shows, or <see langword="null"/>. For Anthropic it is signed with <see cref="Signature"/>.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Signature of the reasoning.</summary>
    public string Signature { get; init; } = "signed";

    /// <summary>The provider's word for why it ended, or <see langword="null"/> for the usual one.</summary>
    public string? Finish { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Machine-readable kind of the error.</summary>
    public string ErrorCode { get; init; } = "scripted_error";

    /// <summary>Time before it answers.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How it goes wrong on the wire.</summary>
    public ScriptedFault Fault { get; init; }

    /// <summary>A text and no tool call.</summary>
    public static ScriptedReply Say(string text) => new() { Text = text };

    /// <summary>A tool call with arguments as text: JSON, or what is broken.</summary>
    public static ScriptedReply Call(string tool, string arguments) => new() { Calls = [new ScriptedCall(tool, arguments)] };

    /// <summary>A call of the tool <c>bash</c> with one argument <c>command</c>.</summary>
    public static ScriptedReply Bash(string command) => Call("bash", JsonSerializer.Serialize(new { command }));

    /// <summary>An answer without text and without a tool call.</summary>
    public static ScriptedReply Empty { get; } = new();

    /// <summary>The connection ends in the middle of an answer.</summary>
    public static ScriptedReply Cut { get; } = new() { Text = new string('x', 1000), Fault = ScriptedFault.Cut };

    /// <summary>A body that is not JSON.</summary>
    public static ScriptedReply Malformed { get; } = new() { Fault = ScriptedFault.Malformed };

    /// <summary>No answer, ever.</summary>
    public static ScriptedReply Hang { get; } = new() { Fault = ScriptedFault.Hang };

    /// <summary>An error status.</summary>
    public static ScriptedReply Failed(int status, string message = "scripted failure", string code = "scripted_error") =>
        new()
        {
            Status = status,
            Text = message,
            ErrorCode = code,
        };

    /// <summary>429, with the seconds after which to try again, or without.</summary>
    public static ScriptedReply TooMany(int? retryAfterSeconds = null) =>
        Failed(429, "slow down", "rate_limit_exceeded") with
        {
            Headers = retryAfterSeconds is { } seconds
                ? new Dictionary<string, string> { ["retry-after"] = seconds.ToString(CultureInfo.InvariantCulture) }
                : new Dictionary<string, string>(),
        };
}
