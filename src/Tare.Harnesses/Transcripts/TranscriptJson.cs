using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>Transcripts as JSON documents, <c>docs/schemas/transcript-file.json</c>. Reading what was written gives the same transcript.</summary>
public static class TranscriptJson
{
    /// <summary>The schema that a document names.</summary>
    public const string Schema = "tare/transcript-file/1";

    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document: schema, digest and events, ending with a line end.</summary>
    /// <param name="transcript">The transcript.</param>
    public static string Write(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var root = new JsonObject
        {
            ["schema"] = Schema,
            ["digest"] = TranscriptDigest.Of(transcript),
            ["events"] = Events(transcript),
        };
        return root.ToJsonString(s_options) + "\n";
    }

    /// <summary>The events alone, as they stand in the document.</summary>
    /// <param name="transcript">The transcript.</param>
    public static JsonArray Events(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return new JsonArray([.. transcript.Events.Select(e => (JsonNode)Of(e))]);
    }

    /// <summary>Tokens as they stand in the document.</summary>
    /// <param name="usage">The tokens of a call, or of several.</param>
    public static JsonObject Usage(TokenUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return new JsonObject
        {
            ["input"] = usage.Input,
            ["cacheRead"] = usage.CacheRead,
            ["cacheWrite"] = usage.CacheWrite,
            ["output"] = usage.Output,
            ["reasoning"] = usage.Reasoning,
        };
    }

    /// <summary>Reads a document.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="place">File name, for messages.</param>
    /// <exception cref="InputException">It is no transcript, of a newer version, or its events do not have the digest that it states.</exception>
    public static Transcript Read(string json, string place)
    {
        ArgumentNullException.ThrowIfNull(json);
        return TranscriptReader.Read(json, place);
    }

    private static JsonObject Of(TranscriptEvent one) =>
        one switch
        {
            TranscriptEvent.Told e => new JsonObject
            {
                ["kind"] = "told",
                ["role"] = e.Role,
                ["text"] = e.Text,
            },
            TranscriptEvent.Answered e => Of(e.Answer),
            TranscriptEvent.Ran e => new JsonObject
            {
                ["kind"] = "ran",
                ["callId"] = e.CallId,
                ["command"] = e.Command,
                ["shown"] = e.Shown,
                ["exitCode"] = e.ExitCode,
            },
            TranscriptEvent.Refused e => new JsonObject
            {
                ["kind"] = "refused",
                ["callId"] = e.CallId,
                ["shown"] = e.Shown,
            },
            TranscriptEvent.Ended e => new JsonObject
            {
                ["kind"] = "ended",
                ["stop"] = KebabCase.Of(e.Stop),
                ["detail"] = e.Detail,
            },
            _ => throw new UnreachableException(),
        };

    private static JsonObject Of(ModelAnswer answer) =>
        new()
        {
            ["kind"] = "answered",
            ["text"] = answer.Text,
            ["toolCalls"] = new JsonArray([
                .. answer.ToolCalls.Select(c =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = c.Id,
                            ["name"] = c.Name,
                            ["arguments"] = c.Arguments,
                        }
                ),
            ]),
            ["finish"] = KebabCase.Of(answer.Finish),
            ["reasoning"] = answer.Reasoning,
            ["model"] = answer.Model,
            ["usage"] = answer.Usage is { } usage ? Usage(usage) : null,
            ["providerState"] = answer.ProviderState,
        };
}
