using Tare.App.Commands;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>transcript</c> through the command line, on a run folder with a document as a run writes it.</summary>
public sealed class TranscriptCommandTests : IDisposable
{
    private static readonly string s_document = File.ReadAllText(
        Repository.PathOf("tests/Tare.Harnesses.Tests/Approved/transcript-file-1.approved.txt")
    );

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_transcript_by_a_part_of_its_name()
    {
        var run = Run(_cli);
        var result = await _cli.RunAsync(100, "transcript", run, "port/wc/2");
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, "transcript");
    }

    [Fact]
    public async Task Json_holds_every_event()
    {
        var result = (await _cli.JsonAsync("transcript", Run(_cli), "wc/2")).GetProperty("result");
        result.GetProperty("attempt").GetString().ShouldBe("local/bash-loop-1/port/wc/2");
        result.GetProperty("turns").GetInt32().ShouldBe(4);
        result.GetProperty("callsWithoutUsage").GetInt32().ShouldBe(2);
        result.GetProperty("usage").GetProperty("input").GetInt64().ShouldBe(1234);
        result.GetProperty("events").GetArrayLength().ShouldBe(11);
    }

    [Fact]
    public async Task What_cannot_be_shown_is_refused()
    {
        var run = Run(_cli);
        Broken("bash-loop-1/ctf/a/1", "{");
        Broken("bash-loop-1/ctf/b/1", s_document.Replace("I look.", "I looked.", StringComparison.Ordinal));
        var text = "";
        foreach (
            var (folder, attempt) in new[]
            {
                (run, "wc"),
                (run, "port/ws/2"),
                (run, "zzz"),
                (run, "ctf/a"),
                (run, "ctf/b"),
                (_cli.Folder, "wc"),
            }
        )
        {
            var result = await _cli.RunAsync("transcript", folder, attempt);
            result.Code.ShouldBe(2);
            text += $"$ transcript {attempt}\n{result.Error}";
        }

        Approval.Check(text, "transcript-refused");
        void Broken(string id, string document) => _cli.Write($"run/attempts/local/{id}/transcript.json", document);
    }

    [Theory]
    [InlineData("m/h/port/wc/2", "m/h/port/wc/2")]
    [InlineData("wc/2", "m/h/port/wc/2")]
    [InlineData("WC/2.", "m/h/port/wc/2.start-1")]
    [InlineData("start", "m/h/port/wc/2.start-1")]
    [InlineData("m/h/port/wc/1/", "m/h/port/wc/1")]
    public void The_whole_name_goes_before_words_and_words_before_parts(string written, string id) =>
        TranscriptCommand.Choose(["m/h/port/wc/1", "m/h/port/wc/10", "m/h/port/wc/2", "m/h/port/wc/2.start-1"], written).ShouldBe(id);

    /// <summary>A run with the transcripts of three attempts.</summary>
    internal static string Run(Cli cli)
    {
        cli.Write("run/plan.yaml", "plan: 1\n");
        foreach (var id in new[] { "port/wc/1", "port/wc/2", "port/sort/1" })
        {
            cli.Write($"run/attempts/local/bash-loop-1/{id}/transcript.json", s_document);
        }

        return Path.Combine(cli.Folder, "run");
    }
}
