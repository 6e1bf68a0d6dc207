using Tare.Records;
using Tare.Runner.Journals;

namespace Tare.Runner.Tests;

/// <summary>Entries and journals for tests.</summary>
internal static class JournalSamples
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static readonly AttemptKey Key = new("mini", "bash-loop/1", "port/wc", 2);

    /// <summary>One entry of every kind, with every field set somewhere and absent elsewhere.</summary>
    public static IReadOnlyList<JournalEntry> Entries { get; } =
    [
        new JournalEntry.RunStarted(Noon, new string('a', 64), "tare 0.1.0", ["memory is only watched: \"no control group\""])
        {
            Plan = "plan: 1\nseed: \"1\"\n",
        },
        new JournalEntry.AttemptStarted(Noon.AddSeconds(1), Key, 1, Replays: false),
        new JournalEntry.ModelAnswered(
            Noon.AddMilliseconds(1234),
            Key,
            1,
            new string('b', 64),
            new ModelAnswer(
                "Zuerst ein Blick: \u00e4\u4e2d\U0001F600\u2028\u0000",
                [new ToolCall("c1", "bash", "{\"command\":\"ls\\n\"}")],
                FinishReason.ToolCalls
            )
            {
                Reasoning = "look\nfirst",
                Model = "mini-2026-03-01",
                ProviderState = "{\"signature\":\"x\"}",
                Usage = new TokenUsage(100, 20)
                {
                    CacheRead = 7,
                    CacheWrite = 3,
                    Reasoning = 5,
                },
            }
        ),
        new JournalEntry.ModelAnswered(Noon.AddSeconds(2), Key, 2, new string('c', 64), new ModelAnswer("", [], FinishReason.Unknown)),
        new JournalEntry.ReplayDiverged(Noon.AddSeconds(3), Key, 2),
        new JournalEntry.AttemptFinished(
            Noon.AddSeconds(4),
            Key,
            new AttemptResult(
                new Outcome.Scored(1.0 / 3),
                new Outcome.Missing(MissingCause.Operator, "voided by the rule reward-write"),
                StopReason.NoToolCall
            )
            {
                Error = new AttemptError(MissingCause.Provider, "HTTP 500"),
                Usage = new TokenUsage(100, 20) { CacheRead = 7 },
                Turns = 2,
                CallsWithoutUsage = 1,
                CostUsd = 0.000123m,
                OvershootTokens = 12,
                Seconds = 4.25,
                TranscriptDigest = new string('d', 64),
                Rewards = new SortedDictionary<string, double>(StringComparer.Ordinal) { ["quality"] = 1e-300, ["reward"] = 1.0 / 3 },
                Findings = [new ValidityFinding("reward-write", "command 2 wrote /logs", Voids: true)],
            }
        ),
        new JournalEntry.AttemptFinished(
            Noon.AddSeconds(5),
            Key with
            {
                Number = 1,
            },
            new AttemptResult(new Outcome.Scored(0), new Outcome.Scored(0), StopReason.Finished)
        ),
        new JournalEntry.JournalRepaired(Noon.AddSeconds(6), 7, 1234, "a line that is not whole", "journal.damaged-1"),
        new JournalEntry.JournalRepaired(Noon.AddSeconds(7), 8, 5678, "the end of the file", null),
    ];

    /// <summary>Writes entries into a new journal, one after the other.</summary>
    public static void Write(string path, IEnumerable<JournalEntry> entries)
    {
        using var journal = Journal.Open(path, Noon, _ => { });
        foreach (var entry in entries)
        {
            Append(journal, entry);
        }
    }

    /// <summary>Appends an entry and waits until it is on disk.</summary>
    public static void Append(Journal journal, JournalEntry entry) => journal.AppendAsync(entry).GetAwaiter().GetResult();

    /// <summary>Entries as text, which is equal where every field is equal.</summary>
    public static IReadOnlyList<string> Texts(IEnumerable<JournalEntry> entries) =>
        [.. entries.Select(e => System.Text.Encoding.UTF8.GetString(JournalJson.Write(e)))];

    /// <summary>A folder of its own under the system's temporary folder; removed at the end.</summary>
    public sealed class Folder : IDisposable
    {
        public Folder() => FullPath = Directory.CreateTempSubdirectory("tare-runner-").FullName;

        public string FullPath { get; }

        public string this[string name] => Path.Combine(FullPath, name);

        public void Dispose() => Directory.Delete(FullPath, recursive: true);
    }
}
