using System.Text.Json;
using Tare.Records;

namespace Tare.Runner.Journals;

/// <summary>Reads what <see cref="JournalJson"/> wrote. The checksum fits already, so that a failure here means another program, not damage.</summary>
internal static class JournalJsonReader
{
    /// <summary>Checks a journal's first line.</summary>
    /// <exception cref="InputException">It belongs to no journal, or to one of a newer version.</exception>
    public static void CheckHeader(ReadOnlyMemory<byte> line, string place)
    {
        var header = Parsed(line, place, h => (Kind: h.GetProperty("journal").GetString(), Version: h.GetProperty("version").GetInt32()));
        if (header.Kind != "tare" || header.Version is < 1 or > JournalJson.Version)
        {
            throw InputException.At(
                place,
                FormattableString.Invariant($"a journal '{header.Kind}' of version {header.Version}"),
                FormattableString.Invariant($"a journal of 'tare' of version {JournalJson.Version} or older"),
                "use the version of this program that wrote it"
            );
        }
    }

    /// <summary>An entry.</summary>
    /// <exception cref="InputException">An entry of a kind that this program does not know.</exception>
    public static JournalEntry Read(ReadOnlyMemory<byte> line, string place) => Parsed(line, place, Entry);

    private static T Parsed<T>(ReadOnlyMemory<byte> line, string place, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InputException(
                $"{place}: an entry that this program does not know, although its checksum fits ({e.Message.ReplaceLineEndings(" ")})\n"
                    + "  expected: entries of version 1, docs/design/journal.md\n"
                    + "  next:     use the version of this program that wrote it",
                e
            );
        }
    }

    private static JournalEntry Entry(JsonElement json)
    {
        var at = json.GetProperty("at").GetDateTimeOffset();
        return Text(json, "entry") switch
        {
            "run-started" => new JournalEntry.RunStarted(
                at,
                Text(json, "planDigest"),
                Text(json, "product"),
                [.. json.GetProperty("warnings").EnumerateArray().Select(w => w.GetString()!)]
            )
            {
                Plan = OptionalText(json, "plan"),
            },
            "journal-repaired" => new JournalEntry.JournalRepaired(
                at,
                json.GetProperty("line").GetInt32(),
                json.GetProperty("offset").GetInt64(),
                Text(json, "found"),
                OptionalText(json, "keptIn")
            ),
            "attempt-started" => new JournalEntry.AttemptStarted(
                at,
                Key(json),
                json.GetProperty("start").GetInt32(),
                json.GetProperty("replays").GetBoolean()
            ),
            "model-answered" => new JournalEntry.ModelAnswered(
                at,
                Key(json),
                json.GetProperty("call").GetInt32(),
                Text(json, "request"),
                Answer(json.GetProperty("answer"))
            ),
            "replay-diverged" => new JournalEntry.ReplayDiverged(at, Key(json), json.GetProperty("call").GetInt32()),
            "attempt-finished" => new JournalEntry.AttemptFinished(at, Key(json), Result(json.GetProperty("result"))),
            var other => throw new FormatException($"kind '{other}'"),
        };
    }

    private static AttemptKey Key(JsonElement json) =>
        new(Text(json, "model"), Text(json, "harness"), Text(json, "item"), json.GetProperty("attempt").GetInt32());

    private static ModelAnswer Answer(JsonElement json) =>
        new(
            Text(json, "text"),
            json.TryGetProperty("tools", out var tools)
                ? [.. tools.EnumerateArray().Select(t => new ToolCall(Text(t, "id"), Text(t, "name"), Text(t, "arguments")))]
                : [],
            Choice<FinishReason>(json, "finish")
        )
        {
            Reasoning = OptionalText(json, "reasoning"),
            Model = OptionalText(json, "model"),
            ProviderState = OptionalText(json, "providerState"),
            Usage = json.TryGetProperty("usage", out var usage) ? Usage(usage) : null,
        };

    private static TokenUsage Usage(JsonElement json) =>
        new(json.GetProperty("input").GetInt64(), json.GetProperty("output").GetInt64())
        {
            CacheRead = json.GetProperty("cacheRead").GetInt64(),
            CacheWrite = json.GetProperty("cacheWrite").GetInt64(),
            Reasoning = json.TryGetProperty("reasoning", out var reasoning) ? reasoning.GetInt64() : null,
        };

    private static AttemptResult Result(JsonElement json) =>
        new(Outcome(json.GetProperty("raw")), Outcome(json.GetProperty("validated")), Choice<StopReason>(json, "stop"))
        {
            Error = json.TryGetProperty("error", out var e) ? new AttemptError(Choice<MissingCause>(e, "cause"), Text(e, "message")) : null,
            Usage = Usage(json.GetProperty("usage")),
            Turns = json.GetProperty("turns").GetInt32(),
            CallsWithoutUsage = json.GetProperty("callsWithoutUsage").GetInt32(),
            CostUsd = json.TryGetProperty("costUsd", out var cost) ? cost.GetDecimal() : null,
            OvershootTokens = json.GetProperty("overshootTokens").GetInt64(),
            Seconds = json.GetProperty("seconds").GetDouble(),
            TranscriptDigest = OptionalText(json, "transcriptDigest"),
            Rewards = Rewards(json.GetProperty("rewards")),
            Findings =
            [
                .. json.GetProperty("findings")
                    .EnumerateArray()
                    .Select(f => new ValidityFinding(Text(f, "rule"), Text(f, "evidence"), f.GetProperty("voids").GetBoolean())),
            ],
        };

    private static SortedDictionary<string, double> Rewards(JsonElement json)
    {
        var rewards = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var reward in json.EnumerateObject())
        {
            rewards.Add(reward.Name, reward.Value.GetDouble());
        }

        return rewards;
    }

    private static Outcome Outcome(JsonElement json) =>
        json.TryGetProperty("value", out var value)
            ? new Outcome.Scored(value.GetDouble())
            : new Outcome.Missing(Choice<MissingCause>(json, "missing"), Text(json, "reason"));

    private static T Choice<T>(JsonElement json, string name)
        where T : struct, Enum =>
        KebabCase.TryParse<T>(Text(json, name), out var value) ? value : throw new FormatException($"{name} '{Text(json, name)}'");

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    private static string? OptionalText(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;
}
