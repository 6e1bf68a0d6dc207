using System.Text.Json;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>Reads what <see cref="TranscriptJson"/> writes, and nothing else: every key must be there, and no other one.</summary>
internal static class TranscriptReader
{
    private const string Again = "take the file as the run wrote it";

    public static Transcript Read(string json, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = new Node(document.RootElement, place);
            root.Keys("schema", "digest", "events");
            root.At("schema").Require(TranscriptJson.Schema);
            var transcript = new Transcript([.. root.At("events").Items().Select(Event)]);
            root.At("digest").Require(TranscriptDigest.Of(transcript), "the events have another one: the file was changed");
            return transcript;
        }
        catch (JsonException e)
        {
            throw InputException.At(place, e.Message, "a JSON document", Again);
        }
    }

    private static TranscriptEvent Event(Node node)
    {
        switch (node.At("kind").Text())
        {
            case "told":
                node.Keys("kind", "role", "text");
                return new TranscriptEvent.Told(node.At("role").Text(), node.At("text").Text());
            case "answered":
                return new TranscriptEvent.Answered(Answer(node));
            case "ran":
                node.Keys("kind", "callId", "command", "shown", "exitCode");
                var exitCode = node.At("exitCode").OptionalNumber();
                return new TranscriptEvent.Ran(
                    node.At("callId").Text(),
                    node.At("command").Text(),
                    node.At("shown").Text(),
                    exitCode is { } code ? (int)code : null
                );
            case "refused":
                node.Keys("kind", "callId", "shown");
                return new TranscriptEvent.Refused(node.At("callId").Text(), node.At("shown").Text());
            case "ended":
                node.Keys("kind", "stop", "detail");
                return new TranscriptEvent.Ended(node.At("stop").Choice<StopReason>(), node.At("detail").OptionalText());
            default:
                throw node.At("kind").Wrong("told, answered, ran, refused or ended");
        }
    }

    private static ModelAnswer Answer(Node node)
    {
        node.Keys("kind", "text", "toolCalls", "finish", "reasoning", "model", "usage", "providerState");
        var calls = node.At("toolCalls").Items().Select(Call).ToList();
        return new ModelAnswer(node.At("text").Text(), calls, node.At("finish").Choice<FinishReason>())
        {
            Reasoning = node.At("reasoning").OptionalText(),
            Model = node.At("model").OptionalText(),
            Usage = node.At("usage") is { IsNull: false } usage ? Usage(usage) : null,
            ProviderState = node.At("providerState").OptionalText(),
        };
    }

    private static ToolCall Call(Node node)
    {
        node.Keys("id", "name", "arguments");
        return new ToolCall(node.At("id").Text(), node.At("name").Text(), node.At("arguments").Text());
    }

    private static TokenUsage Usage(Node node)
    {
        node.Keys("input", "cacheRead", "cacheWrite", "output", "reasoning");
        return new TokenUsage(node.At("input").Number(), node.At("output").Number())
        {
            CacheRead = node.At("cacheRead").Number(),
            CacheWrite = node.At("cacheWrite").Number(),
            Reasoning = node.At("reasoning").OptionalNumber(),
        };
    }

    /// <summary>A value of the document with its place.</summary>
    private readonly record struct Node(JsonElement Value, string Place)
    {
        public bool IsNull => Value.ValueKind == JsonValueKind.Null;

        public Node At(string key) =>
            Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(key, out var found)
                ? new Node(found, $"{Place}: {key}")
                : throw Wrong($"an object with the key '{key}'");

        public List<Node> Items()
        {
            if (Value.ValueKind != JsonValueKind.Array)
            {
                throw Wrong("an array");
            }

            var place = Place;
            return [.. Value.EnumerateArray().Select((item, i) => new Node(item, FormattableString.Invariant($"{place}[{i}]")))];
        }

        public void Keys(params IReadOnlyCollection<string> keys)
        {
            if (Value.ValueKind != JsonValueKind.Object)
            {
                throw Wrong("an object");
            }

            foreach (var property in Value.EnumerateObject())
            {
                if (!keys.Contains(property.Name, StringComparer.Ordinal))
                {
                    throw InputException.At(Place, $"unknown key '{property.Name}'", string.Join(", ", keys), Again);
                }
            }
        }

        public string Text() => Value.ValueKind == JsonValueKind.String ? Value.GetString()! : throw Wrong("a text");

        public string? OptionalText() => IsNull ? null : Text();

        public long Number() => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt64(out var n) ? n : throw Wrong("a whole number");

        public long? OptionalNumber() => IsNull ? null : Number();

        public T Choice<T>()
            where T : struct, Enum =>
            KebabCase.TryParse<T>(Text(), out var value) ? value : throw Wrong(string.Join(", ", KebabCase.All<T>()));

        public void Require(string expected, string? because = null)
        {
            if (!string.Equals(Text(), expected, StringComparison.Ordinal))
            {
                throw Wrong(because is null ? expected : $"{expected} ({because})");
            }
        }

        public InputException Wrong(string expectation) => InputException.At(Place, Shown(), expectation, Again);

        private string Shown()
        {
            var raw = Value.GetRawText();
            return raw.Length <= 60 ? raw : $"{raw[..60]} ...";
        }
    }
}
