using System.Globalization;
using System.Text;
using System.Text.Json;
using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>Logs of Inspect are read as they state themselves, whatever packs them, and damaged ones are refused.</summary>
public sealed class InspectLogTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<string> Files =>
        [
            "arc_qwen.json",
            "arc_sonnet.json",
            "cyse2_vuln_exploit.json",
            "log_formats.eval",
            "log_formats.json",
            "log_read_sample.eval",
            "log_tool_call_error.json",
            "popularity_2025-02-11.eval",
            "popularity_2025-09-23.eval",
        ];

    [Fact]
    public void Published_logs_give_their_task_model_harness_counts_and_scores()
    {
        var text = new StringBuilder();
        foreach (var file in Files)
        {
            var source = Published(file.Data);
            var log = InspectLogs.Read(source).Logs[0];
            text.Append(
                CultureInfo.InvariantCulture,
                $"## {file.Data}\n{log.Task} | {log.Model} | {log.Harness.Name} ({log.Harness.Kind}) | {log.Status}\n"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"samples {log.Samples.Count} here, {log.Completed} completed of {log.Planned}, {log.Epochs} epochs; scored {log.Samples.Count(s => s.Scores.Values.Any(o => o is Outcome.Scored))}; errors {log.Samples.Count(s => s.Error is not null)}; tokens {log.Samples.Sum(s => s.Usage?.Total ?? 0)}\n"
            );
            foreach (var scorer in log.Stated)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{scorer.Name}: {string.Join(", ", scorer.Metrics.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key} {m.Value:0.######}")))}; scored {scorer.Scored?.ToString(CultureInfo.InvariantCulture) ?? "?"}\n"
                );
            }

            var import = new InspectImporter().Read(source);
            foreach (var score in import.Evidence.Scores)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"=> {score.ModelId} {score.BenchmarkId} {score.Value:0.######} ± {score.StandardError:0.######} {score.HarnessId}: {score.Note}\n"
                );
            }

            foreach (var lost in import.NotKept)
            {
                text.Append(CultureInfo.InvariantCulture, $"   not kept: {lost.Count} {lost.What} ({lost.Reason}) {lost.Example}\n");
            }
        }

        Approval.Check(text.ToString(), "inspect-logs");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_stated_counts_and_scores_are_those_of_the_file(string file)
    {
        var source = Published(file);
        using var json = JsonDocument.Parse(
            file.EndsWith(".json", StringComparison.Ordinal)
                ? File.ReadAllBytes(source.Name)
                : RawZip.Read(source.Name).Single(m => m.Name == "header.json").Content
        );
        var results = json.RootElement.GetProperty("results");
        var log = InspectLogs.Read(source).Logs.ShouldHaveSingleItem();
        log.Planned.ShouldBe(results.GetProperty("total_samples").GetInt32());
        log.Completed.ShouldBe(results.GetProperty("completed_samples").GetInt32());
        var metrics = results.GetProperty("scores").EnumerateArray().SelectMany(s => s.GetProperty("metrics").EnumerateObject()).ToList();
        log.Stated.Sum(s => s.Metrics.Count).ShouldBe(metrics.Count);
        foreach (var (metric, stated) in metrics.Zip(log.Stated.SelectMany(s => s.Metrics)))
        {
            stated.Value.ShouldBe(metric.Value.GetProperty("value").GetDouble());
        }

        EvidenceImporters.Detect(source).Format.ShouldBe("inspect");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Packed_with_zstandard_in_frames_it_says_the_same(int frames)
    {
        var original = Published("popularity_2025-02-11.eval");
        var members = RawZip.Read(original.Name).Select(m => RawZip.Zstandard(m.Name, m.Content, frames));
        var again = InspectLogs.Read(ImportSource.FromPath(_bench.Write("again.eval", RawZip.Write(members)))).Logs[0];
        Same(again, InspectLogs.Read(original).Logs[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_interrupted_log_is_read_from_its_own_journal(bool journal)
    {
        var original = Published("popularity_2025-09-23.eval");
        var members = RawZip
            .Read(original.Name)
            .Where(m =>
                m.Name != "header.json"
                && m.Name != "summaries.json"
                && (journal || !m.Name.StartsWith("_journal/summaries/", StringComparison.Ordinal))
            )
            .Select(m => RawZip.Stored(m.Name, m.Content));
        var source = ImportSource.FromPath(_bench.Write("cut.eval", RawZip.Write(members)));
        var log = InspectLogs.Read(source).Logs[0];
        var whole = InspectLogs.Read(original).Logs[0];
        log.Interrupted.ShouldBeTrue();
        log.Status.ShouldBe("started");
        log.Samples.Select(s => s.Id).ShouldBe(whole.Samples.Select(s => s.Id));
        log.Samples.Select(s => s.Scores.Values.Single()).ShouldBe(whole.Samples.Select(s => s.Scores.Values.Single()));
        var import = EvidenceImporters.Import(source);
        import.Evidence.Scores[0].Value.ShouldBe(whole.Stated[0].Share!.Value, 1e-12);
        import.NotKept.ShouldContain(n => n.What == "logs that were never finished");
    }

    [Fact]
    public void Of_two_members_with_one_name_the_last_counts()
    {
        var members = RawZip.Read(Published("log_formats.eval").Name);
        var header = members.Single(m => m.Name == "header.json").Content;
        var old = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(header).Replace("popularity", "obsolete", StringComparison.Ordinal));
        var zip = RawZip.Write([RawZip.Stored("header.json", old), .. members.Select(m => RawZip.Stored(m.Name, m.Content))]);
        InspectLogs.Read(ImportSource.FromPath(_bench.Write("twice.eval", zip))).Logs[0].Task.ShouldBe("popularity");
    }

    [Fact]
    public void Values_become_outcomes_and_never_zero_where_there_is_none()
    {
        const string Samples = """
            {"id": 1, "epoch": 1, "input": "is NaN a \"NaN\" or -Infinity?", "scores": {"s": {"value": NaN}}},
            {"id": 2, "epoch": 1, "scores": {"s": {"value": "P"}}},
            {"id": 3, "epoch": 1, "scores": {"s": {"value": null}}},
            {"id": 4, "epoch": 1, "scores": {"s": {"value": -Infinity}}},
            {"id": 5, "epoch": 1, "scores": {"s": {"value": true}}},
            {"id": 6, "epoch": 1, "scores": {"s": {"value": {"a": 0.25, "b": "I"}}}},
            {"id": 7, "epoch": 1, "error": {"message": "RateLimitError(429)"}},
            {"id": 8, "epoch": 1, "scores": {"s": {"value": "0.5"}}, "error": {"message": "it broke"}, "limit": {"type": "token", "limit": 9}},
            {"id": 9, "epoch": 1, "scores": {"s": {"value": 7}}}
            """;
        var read = InspectLogs.Read(_bench.Source("log.json", Log(Samples)));
        var samples = read.Logs[0].Samples;
        string Of(int id) => string.Join(", ", samples[id - 1].Scores.Select(s => $"{s.Key}={Text(s.Value)}"));
        Of(1).ShouldBe("s=Benchmark");
        Of(2).ShouldBe("s=0.5");
        Of(3).ShouldBe("s=Benchmark");
        Of(4).ShouldBe("s=Benchmark");
        Of(5).ShouldBe("s=1");
        Of(6).ShouldBe("s/a=0.25, s/b=0");
        Of(7).ShouldBe("");
        samples[6].Error!.Cause.ShouldBe(MissingCause.Provider);
        Of(8).ShouldBe("s=0.5");
        samples[7].Error!.Cause.ShouldBe(MissingCause.Agent);
        samples[7].Limit.ShouldBe("token");
        Of(9).ShouldBe("s=Benchmark");
        read.NotKept.Single(n => n.What.Contains("NaN", StringComparison.Ordinal)).Count.ShouldBe(2);
        read.NotKept.Single(n => n.What.Contains("no share", StringComparison.Ordinal)).Count.ShouldBe(2);

        static string Text(Outcome outcome) =>
            outcome switch
            {
                Outcome.Scored s => s.Value.ToString(CultureInfo.InvariantCulture),
                Outcome.Missing m => m.Cause.ToString(),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
    }

    [Theory]
    [InlineData("""["react"]""", "inspect-react/0.3.1", HarnessKind.ThirdParty)]
    [InlineData("""["system_message", "generate"]""", "inspect-generate/0.3.1", HarnessKind.ThirdParty)]
    [InlineData("""["inspect_swe/claude_code"]""", "claude-code/0.2.70", HarnessKind.Vendor)]
    [InlineData("""["use_tools", "inspect_ai/basic_agent"]""", "inspect-basic-agent/0.3.1", HarnessKind.ThirdParty)]
    [InlineData("""["my_lab/own_agent"]""", "my-lab-own-agent", HarnessKind.Unknown)]
    [InlineData("""[]""", "unknown", HarnessKind.Unknown)]
    public void The_harness_comes_from_solver_and_packages(string solvers, string name, HarnessKind kind)
    {
        using var list = JsonDocument.Parse(solvers);
        var steps = string.Join(", ", list.RootElement.EnumerateArray().Select(s => $$"""{"solver": {{s.GetRawText()}}}"""));
        var harness = InspectLogs.Read(_bench.Source("log.json", Log("", steps))).Logs[0].Harness;
        (harness.Name, harness.Kind).ShouldBe((name, kind));
    }

    [Fact]
    public void A_folder_of_logs_keeps_one_score_for_each_pair_and_counts_the_others()
    {
        foreach (var file in Files)
        {
            File.Copy(Published(file.Data).Name, _bench.PathOf(file.Data));
        }

        _bench.Write("notes.json", "{}");
        var import = EvidenceImporters.Import(ImportSource.FromPath(_bench.Folder));
        import.Evidence.Scores.Select(s => (s.ModelId, s.BenchmarkId)).ShouldBeUnique();
        import
            .NotKept.Where(n => n.What.StartsWith("further logs", StringComparison.Ordinal) || n.What == "logs without any score")
            .Sum(n => n.Count)
            .ShouldBe(Files.Count - import.Evidence.Scores.Count);
    }

    [Fact]
    public void What_cannot_be_read_is_refused_with_place_value_expectation_and_next_step()
    {
        var complaints = new Complaints(_bench);
        void Add(string title, byte[] bytes) =>
            complaints.Add(title, () => EvidenceImporters.Get("inspect").Read(ImportSource.FromPath(_bench.Write("log.eval", bytes))));
        var log = File.ReadAllBytes(Published("log_formats.eval").Name);
        var header = RawZip.Stored(
            "header.json",
            RawZip.Read(Published("log_formats.eval").Name).Single(m => m.Name == "header.json").Content
        );
        Add("cut in the middle", log[..2000]);
        Add("cut in its directory", log[..^120]);
        Add("one byte changed", RawZip.Write(header with { Packed = Changed(header.Packed, 200) }));
        Add("a way out of the folder", RawZip.Write(header, RawZip.Stored("../../x", [1])));
        Add("an absolute name", RawZip.Write(header, RawZip.Stored("/etc/x", [1])));
        Add("two gigabytes", RawZip.Write(header, RawZip.Stored("samples/1_epoch_1.json", [1]) with { Size = 2L << 30 }));
        Add("a bomb", RawZip.Write(header, RawZip.Stored("samples/1_epoch_1.json", [1]) with { Size = 900L << 20 }));
        Add("a member larger than it states", RawZip.Write(RawZip.Zstandard("header.json", new byte[4096], 1) with { Size = 16 }));
        Add("a member smaller than it states", RawZip.Write(header with { Size = header.Size + 5 }));
        Add("an unknown method", RawZip.Write(header with { Method = 14 }));
        Add("a cut frame", RawZip.Write(Cut(RawZip.Zstandard("header.json", new byte[4096], 1))));
        Add("another archive", RawZip.Write(RawZip.Stored("readme.txt", [1])));
        Add("a header that is no JSON", RawZip.Write(RawZip.Stored("header.json", "{\"eval\":"u8.ToArray())));
        Add("a header of something else", RawZip.Write(RawZip.Stored("header.json", "{\"eval\": {\"task\": \"t\"}}"u8.ToArray())));
        complaints.Add("JSON cut off", () => EvidenceImporters.Get("inspect").Read(_bench.Source("cut.json", Log("")[..50])));
        complaints.Add(
            "no log in a folder",
            () => EvidenceImporters.Get("inspect").Read(ImportSource.FromPath(Directory.CreateDirectory(_bench.PathOf("empty")).FullName))
        );
        Approval.Check(complaints.ToString(), "bad-inspect-logs");

        static RawZip.Member Cut(RawZip.Member member) => member with { Packed = member.Packed[..^2] };
    }

    [Fact]
    public void Cut_or_changed_at_any_byte_a_log_is_read_or_refused_and_nothing_else()
    {
        var log = File.ReadAllBytes(Published("log_formats.eval").Name);
        for (var i = 0; i < log.Length; i++)
        {
            Try(log[..i]);
            Try(Changed(log, i));
        }

        void Try(byte[] bytes)
        {
            try
            {
                using var archive = new EvalArchive(new MemoryStream(bytes), "log");
                new InspectReader("log", new Tally()).Read(archive);
            }
            catch (InputException) { }
        }
    }

    private static ImportSource Published(string file) => ImportSource.FromPath(Mirror.PathOf($"formats/inspect/{file}"));

    private static byte[] Changed(byte[] bytes, int at)
    {
        var copy = (byte[])bytes.Clone();
        copy[at] ^= 0x55;
        return copy;
    }

    private static string Log(string samples, string steps = "") =>
        $$"""
            {"version": 2, "status": "success", "eval": {"task": "t", "model": "p/m", "packages": {"inspect_ai": "0.3.1", "inspect_swe": "0.2.70"} },
             "plan": {"steps": [{{steps}}]}, "samples": [{{samples}}]}
            """;

    private static void Same(InspectLog one, InspectLog other)
    {
        (one.Task, one.Model, one.Harness, one.Planned, one.Completed).ShouldBe(
            (other.Task, other.Model, other.Harness, other.Planned, other.Completed)
        );
        one.Samples.Count.ShouldBe(other.Samples.Count);
        foreach (var (a, b) in one.Samples.Zip(other.Samples))
        {
            (a.Id, a.Epoch, a.Usage).ShouldBe((b.Id, b.Epoch, b.Usage));
            a.Scores.ShouldBe(b.Scores);
        }
    }
}
