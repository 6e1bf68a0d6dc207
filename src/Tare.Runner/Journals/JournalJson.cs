using System.Text.Encodings.Web;
using System.Text.Json;
using Tare.Records;

namespace Tare.Runner.Journals;

/// <summary>Entries of a journal as JSON of version 1: one object, no line end inside, absent keys for what is null or empty.</summary>
internal static class JournalJson
{
    /// <summary>The version that is written, and the newest that is read.</summary>
    public const int Version = 1;

    // Quotation marks and letters beyond ASCII stay as they are; control characters and line ends are still escaped.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Header()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("journal", "tare");
            json.WriteNumber("version", Version);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    public static byte[] Write(JournalEntry entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            Entry(json, entry);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Entry(Utf8JsonWriter json, JournalEntry entry)
    {
        switch (entry)
        {
            case JournalEntry.RunStarted e:
                Head(json, "run-started", e, key: null);
                json.WriteString("planDigest", e.PlanDigest);
                json.WriteString("product", e.Product);
                Texts(json, "warnings", e.Warnings);
                Text(json, "plan", e.Plan);
                break;
            case JournalEntry.JournalRepaired e:
                Head(json, "journal-repaired", e, key: null);
                json.WriteNumber("line", e.Line);
                json.WriteNumber("offset", e.Offset);
                json.WriteString("found", e.Found);
                Text(json, "keptIn", e.KeptIn);
                break;
            case JournalEntry.AttemptStarted e:
                Head(json, "attempt-started", e, e.Key);
                json.WriteNumber("start", e.Start);
                json.WriteBoolean("replays", e.Replays);
                break;
            case JournalEntry.ModelAnswered e:
                Head(json, "model-answered", e, e.Key);
                json.WriteNumber("call", e.Call);
                json.WriteString("request", e.Request);
                json.WriteStartObject("answer");
                Answer(json, e.Answer);
                json.WriteEndObject();
                break;
            case JournalEntry.ReplayDiverged e:
                Head(json, "replay-diverged", e, e.Key);
                json.WriteNumber("call", e.Call);
                break;
            case JournalEntry.AttemptFinished e:
                Head(json, "attempt-finished", e, e.Key);
                json.WriteStartObject("result");
                Result(json, e.Result);
                json.WriteEndObject();
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Head(Utf8JsonWriter json, string kind, JournalEntry entry, AttemptKey? key)
    {
        json.WriteString("entry", kind);
        json.WriteString("at", entry.At.ToUniversalTime());
        if (key is not null)
        {
            json.WriteString("model", key.Model);
            json.WriteString("harness", key.Harness);
            json.WriteString("item", key.Item);
            json.WriteNumber("attempt", key.Number);
        }
    }

    private static void Answer(Utf8JsonWriter json, ModelAnswer answer)
    {
        json.WriteString("text", answer.Text);
        json.WriteString("finish", KebabCase.Of(answer.Finish));
        if (answer.ToolCalls.Count > 0)
        {
            json.WriteStartArray("tools");
            foreach (var call in answer.ToolCalls)
            {
                json.WriteStartObject();
                json.WriteString("id", call.Id);
                json.WriteString("name", call.Name);
                json.WriteString("arguments", call.Arguments);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Text(json, "reasoning", answer.Reasoning);
        Text(json, "model", answer.Model);
        Text(json, "providerState", answer.ProviderState);
        if (answer.Usage is { } usage)
        {
            Usage(json, usage);
        }
    }

    private static void Usage(Utf8JsonWriter json, TokenUsage usage)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("input", usage.Input);
        json.WriteNumber("cacheRead", usage.CacheRead);
        json.WriteNumber("cacheWrite", usage.CacheWrite);
        json.WriteNumber("output", usage.Output);
        if (usage.Reasoning is { } reasoning)
        {
            json.WriteNumber("reasoning", reasoning);
        }

        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, AttemptResult result)
    {
        Outcome(json, "raw", result.Raw);
        Outcome(json, "validated", result.Validated);
        json.WriteString("stop", KebabCase.Of(result.Stop));
        if (result.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("cause", KebabCase.Of(error.Cause));
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }

        Usage(json, result.Usage);
        json.WriteNumber("turns", result.Turns);
        json.WriteNumber("callsWithoutUsage", result.CallsWithoutUsage);
        if (result.CostUsd is { } cost)
        {
            json.WriteNumber("costUsd", cost);
        }

        json.WriteNumber("overshootTokens", result.OvershootTokens);
        json.WriteNumber("seconds", result.Seconds);
        Text(json, "transcriptDigest", result.TranscriptDigest);
        json.WriteStartObject("rewards");
        foreach (var (name, value) in result.Rewards.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(name, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("evidence", finding.Evidence);
            json.WriteBoolean("voids", finding.Voids);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Outcome(Utf8JsonWriter json, string name, Outcome outcome)
    {
        json.WriteStartObject(name);
        switch (outcome)
        {
            case Records.Outcome.Scored s:
                json.WriteNumber("value", s.Value);
                break;
            case Records.Outcome.Missing m:
                json.WriteString("missing", KebabCase.Of(m.Cause));
                json.WriteString("reason", m.Reason);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
