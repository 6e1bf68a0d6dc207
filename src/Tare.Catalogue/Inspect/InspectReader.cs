using System.Text.Json;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Reads one Inspect log: the ZIP kind, finished or interrupted, and the JSON kind (format version 2 of inspect_ai's log package).</summary>
internal sealed class InspectReader(string place, Tally tally)
{
    private const string StartMember = "_journal/start.json";
    private const string HeaderMember = "header.json";
    private const string SummariesMember = "summaries.json";
    private const string JournalFolder = "_journal/summaries/";
    private const string SamplesFolder = "samples/";
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 512 };

    /// <summary>Whether a ZIP file is a log, by its members.</summary>
    public static bool IsLog(EvalArchive archive) => archive.Has(HeaderMember) || archive.Has(StartMember);

    public InspectLog Read(EvalArchive archive)
    {
        var interrupted = !archive.Has(HeaderMember);
        if (interrupted && !archive.Has(StartMember))
        {
            throw InputException.At(
                place,
                $"neither '{HeaderMember}' nor '{StartMember}' is in it",
                "a log of Inspect",
                "check that this is the right file"
            );
        }

        using var header = Document(archive, interrupted ? StartMember : HeaderMember);
        var samples = new Dictionary<(string Id, int Epoch), InspectSample>();
        foreach (var name in Summaries(archive))
        {
            using var summaries = Document(archive, name);
            Add(samples, summaries.RootElement, archive.Place(name));
        }

        if (!archive.Has(SummariesMember))
        {
            AddUnsummarised(archive, samples);
        }

        return Build(header.RootElement, [.. samples.Values], interrupted);
    }

    public InspectLog Read(byte[] json)
    {
        using var log = Parse(json, place);
        var samples = new Dictionary<(string Id, int Epoch), InspectSample>();
        if (log.RootElement.Field("samples") is { } list)
        {
            Add(samples, list, place);
        }

        return Build(log.RootElement, [.. samples.Values], interrupted: log.RootElement.Text("status") == "started");
    }

    /// <summary>A member finished in parts: the flushed summaries, each a list, in the order of writing.</summary>
    private static IEnumerable<string> Summaries(EvalArchive archive) =>
        archive.Has(SummariesMember)
            ? [SummariesMember]
            : archive
                .Names.Where(n => n.StartsWith(JournalFolder, StringComparison.Ordinal))
                .OrderBy(n => n.Length)
                .ThenBy(n => n, StringComparer.Ordinal);

    private void AddUnsummarised(EvalArchive archive, Dictionary<(string Id, int Epoch), InspectSample> samples)
    {
        foreach (var name in archive.Names)
        {
            var isSample =
                name.StartsWith(SamplesFolder, StringComparison.Ordinal)
                && (name.EndsWith("/sample.json", StringComparison.Ordinal) || name.Count(c => c == '/') == 1);
            if (!isSample)
            {
                continue;
            }

            using var sample = Document(archive, name);
            Add(samples, sample.RootElement, archive.Place(name), keep: true);
        }
    }

    private void Add(Dictionary<(string Id, int Epoch), InspectSample> samples, JsonElement list, string where, bool keep = false)
    {
        if (list.ValueKind == JsonValueKind.Object)
        {
            Add(samples, Sample(list, where), keep);
            return;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw InputException.At(
                where,
                $"JSON of the kind {list.ValueKind}",
                "a list of samples",
                "check that this is a log of Inspect"
            );
        }

        foreach (var sample in list.EnumerateArray())
        {
            Add(samples, Sample(sample, where), keep);
        }
    }

    private static void Add(Dictionary<(string Id, int Epoch), InspectSample> samples, InspectSample sample, bool keep)
    {
        if (!keep || !samples.ContainsKey((sample.Id, sample.Epoch)))
        {
            samples[(sample.Id, sample.Epoch)] = sample;
        }
    }

    private InspectSample Sample(JsonElement sample, string where)
    {
        var id =
            sample.Name("id")
            ?? throw InputException.At(
                where,
                "a sample without an identifier",
                "a field 'id' in every sample",
                "check that this is a log of Inspect"
            );
        var scores = InspectScores.Of(sample, tally);
        var error = Error(sample);
        return new(id, sample.Whole("epoch") ?? 1, scores)
        {
            Error = error,
            Limit = sample.Field("limit") is { ValueKind: JsonValueKind.Object } limit ? limit.Text("type") : sample.Text("limit"),
            Usage = Usage(sample),
        };
    }

    private static AttemptError? Error(JsonElement sample)
    {
        var message = sample.Field("error") is { ValueKind: JsonValueKind.Object } error
            ? error.Text("message") ?? "an error without a message"
            : sample.Text("error");
        return message is null ? null : new(InspectErrors.CauseOf(message), Quoted.Text(message).Trim('\''));
    }

    private static TokenUsage? Usage(JsonElement sample)
    {
        TokenUsage? sum = null;
        foreach (var model in sample.Members("model_usage"))
        {
            var usage = new TokenUsage(model.Value.Long("input_tokens") ?? 0, model.Value.Long("output_tokens") ?? 0)
            {
                CacheRead = model.Value.Long("input_tokens_cache_read") ?? 0,
                CacheWrite = model.Value.Long("input_tokens_cache_write") ?? 0,
                Reasoning = model.Value.Long("reasoning_tokens"),
            };
            sum = sum is null ? usage : sum.Plus(usage);
        }

        return sum;
    }

    private InspectLog Build(JsonElement log, IReadOnlyList<InspectSample> samples, bool interrupted)
    {
        var eval =
            log.Field("eval")
            ?? throw InputException.At(
                place,
                "no field 'eval' in it",
                "a log of Inspect, format version 2",
                "check that this is the right file"
            );
        var config = eval.Field("config") ?? default;
        var results = log.Field("results");
        var epochs = Math.Max(1, config.Whole("epochs") ?? 1);
        var dataset = eval.Field("dataset") ?? default;
        return new InspectLog
        {
            Place = place,
            Task = eval.Text("task") ?? throw Absent("task"),
            Model = eval.Text("model") ?? throw Absent("model"),
            Harness = InspectHarnesses.Of(eval, log.Field("plan")),
            Created = eval.Text("created") ?? "",
            Status = interrupted ? "started" : log.Text("status") ?? "unknown",
            Interrupted = interrupted,
            Epochs = epochs,
            Budget = new Budget
            {
                Tokens = config.Long("token_limit"),
                Turns = config.Whole("turn_limit"),
                CostUsd = config.Number("cost_limit") is { } cost ? (decimal)cost : null,
                Seconds = config.Number("time_limit"),
                Disclosure = BudgetDisclosure.None,
            },
            Planned =
                results?.Whole("total_samples")
                ?? (dataset.Items("sample_ids").Any() ? dataset.Items("sample_ids").Count() * epochs : null),
            Completed = results?.Whole("completed_samples"),
            Stated = [.. results?.Items("scores").Select(Stated) ?? []],
            Samples = [.. samples.OrderBy(s => s.Id, StringComparer.Ordinal).ThenBy(s => s.Epoch)],
        };
    }

    private static InspectScore Stated(JsonElement score)
    {
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var metric in score.Members("metrics"))
        {
            if (metric.Value.Number("value") is { } value)
            {
                metrics[metric.Name] = value;
            }
        }

        var name = score.Text("name") ?? "unnamed";
        return new(
            score.Text("reducer") is { } reducer and not "mean" ? $"{name} ({reducer})" : name,
            metrics,
            score.Whole("scored_samples"),
            score.Whole("unscored_samples")
        );
    }

    private InputException Absent(string field) =>
        InputException.At(
            place,
            $"no field 'eval.{field}' in it",
            "a log of Inspect, format version 2",
            "check that this is the right file"
        );

    private static JsonDocument Document(EvalArchive archive, string name) => Parse(archive.Read(name), archive.Place(name));

    private static JsonDocument Parse(byte[] json, string where)
    {
        try
        {
            return JsonDocument.Parse(BareNumbers.Quote(json), s_options);
        }
        catch (JsonException e)
        {
            throw InputException.At(
                where,
                $"no complete JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})",
                "a log that was written or copied to its end",
                "copy it again from where it was made"
            );
        }
    }
}
