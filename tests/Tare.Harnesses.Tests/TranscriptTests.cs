using Tare.Records;
using Tare.Testing;

namespace Tare.Harnesses.Tests;

public sealed class TranscriptTests
{
    private static readonly Transcript s_transcript = new([
        new TranscriptEvent.Told("system", "You work."),
        new TranscriptEvent.Told(
            "user",
            "Find the flag; it is short, but the way there is told in a sentence that is far longer than one line of a screen has room for."
        ),
        new TranscriptEvent.Answered(
            new ModelAnswer(
                "I look.\n\nThen I decide.",
                [new ToolCall("1", "bash", "{\"command\":\"ls -la\\ncat *\"}"), new ToolCall("2", "think", "{\"about\":\"it\"}")],
                FinishReason.ToolCalls
            )
            {
                Usage = new TokenUsage(1234, 56) { CacheRead = 2000, Reasoning = 12 },
                Reasoning = "Files first.",
                Model = "m-1",
                ProviderState = "{\"signature\":\"abc\"}",
            }
        ),
        new TranscriptEvent.Ran(
            "1",
            "ls -la\ncat *",
            "[stdout]\nflag.txt \u001b[31mred\u001b[0m\r\n" + new string('x', 250) + "\n[exit code 0]",
            0
        ),
        new TranscriptEvent.Refused("2", "There is no tool of that name. The only tool is bash."),
        new TranscriptEvent.Answered(new ModelAnswer("", [], FinishReason.ContentFilter)),
        new TranscriptEvent.Told("user", "Your last answer called no tool."),
        new TranscriptEvent.Answered(
            new ModelAnswer("", [new ToolCall("3", "bash", "{\"command\":\"sleep 300\"}")], FinishReason.ToolCalls)
        ),
        new TranscriptEvent.Ran("3", "sleep 300", "[ended: time limit of 120 s]", null),
        new TranscriptEvent.Answered(
            new ModelAnswer("More.", [new ToolCall("4", "bash", "{\"command\":\"echo too late\"}")], FinishReason.Length)
            {
                Usage = new TokenUsage(0, 0) { CacheWrite = 7 },
            }
        ),
        new TranscriptEvent.Ended(StopReason.Tokens, "the last answer went 7 tokens over the budget and was not carried out"),
    ]);

    [Fact]
    public void Text_for_people() => Approval.Check(TranscriptText.Render(s_transcript), "transcript");

    [Fact]
    public void Of_a_long_text_the_beginning_and_the_end_are_shown_and_the_rest_is_counted()
    {
        var ran = new TranscriptEvent.Ran("1", "seq 1000", string.Join('\n', Enumerable.Range(1, 1000)), 0);
        var lines = TranscriptText.Render(new Transcript([ran])).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(2 + 201);
        lines[151..154].ShouldBe(["  150", "  [800 lines are not shown here; the JSON document has them]", "  951"]);
    }

    [Fact]
    public void A_document_of_version_1() => Approval.Check(TranscriptJson.Write(s_transcript), "transcript-file-1");

    [Fact]
    public void Text_keeps_to_its_width_and_nothing_acts_on_a_terminal()
    {
        var text = TranscriptText.Render(s_transcript);
        text.Split('\n').Max(l => l.Length).ShouldBe(TranscriptText.Width);
        TranscriptText
            .Render(s_transcript, 70)
            .Split('\n')
            .Where(l => !l.StartsWith("──", StringComparison.Ordinal))
            .Max(l => l.Length)
            .ShouldBe(70);
        text.All(c => c == '\n' || !char.IsControl(c)).ShouldBeTrue();
    }

    [Fact]
    public void A_document_reads_back_as_it_was_written()
    {
        var text = TranscriptJson.Write(s_transcript);
        var back = TranscriptJson.Read(text, "transcript.json");
        TranscriptJson.Write(back).ShouldBe(text);
        back.Events.Where(e => e is not TranscriptEvent.Answered)
            .ShouldBe(s_transcript.Events.Where(e => e is not TranscriptEvent.Answered));
        var (first, read) = (((TranscriptEvent.Answered)s_transcript.Events[2]).Answer, ((TranscriptEvent.Answered)back.Events[2]).Answer);
        (read with { ToolCalls = first.ToolCalls }).ShouldBe(first);
        read.ToolCalls.ShouldBe(first.ToolCalls);
        ((TranscriptEvent.Answered)back.Events[5]).Answer.Usage.ShouldBeNull();
    }

    [Fact]
    public void A_document_has_the_form_that_its_schema_states()
    {
        var schema = File.ReadAllText(Repository.PathOf("docs/schemas/transcript-file.json"));
        using var written = System.Text.Json.JsonDocument.Parse(TranscriptJson.Write(s_transcript));
        using var form = System.Text.Json.JsonDocument.Parse(schema);
        JsonShape.Violations(form.RootElement, written.RootElement).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "", "JSON")]
    [InlineData("tare/transcript-file/1", "tare/transcript-file/2", "transcript.json: schema: \"tare/transcript-file/2\"")]
    [InlineData("I look.", "I looked.", "the file was changed")]
    [InlineData("\"exitCode\": 0", "\"exitCode\": \"0\"", "events[3]: exitCode: \"0\"")]
    [InlineData("\"kind\": \"refused\"", "\"kind\": \"denied\"", "told, answered, ran, refused or ended")]
    [InlineData("\"finish\": \"length\"", "\"finish\": \"long\"", "tool-calls")]
    [InlineData("\"detail\"", "\"why\"", "unknown key 'why'")]
    [InlineData("\"input\": 1234,", "", "'input'")]
    public void A_document_that_is_none_is_refused_with_its_place(string part, string instead, string message)
    {
        var text = TranscriptJson.Write(s_transcript);
        var changed = part.Length == 0 ? text[..^20] : text.Replace(part, instead, StringComparison.Ordinal);
        changed.ShouldNotBe(text);
        var error = Should.Throw<InputException>(() => TranscriptJson.Read(changed, "transcript.json"));
        error.Message.ShouldStartWith("transcript.json");
        error.Message.ShouldContain(message);
        error.Message.ShouldContain("next:");
    }

    [Fact]
    public void The_digest_changes_with_what_was_said_and_not_with_who_counted()
    {
        var digest = TranscriptDigest.Of(s_transcript);
        Transcript With(int index, TranscriptEvent one) => new([.. s_transcript.Events.Select((e, i) => i == index ? one : e)]);
        var answer = ((TranscriptEvent.Answered)s_transcript.Events[2]).Answer;
        var counted = answer with { Usage = null, Reasoning = null, Model = "m-2", ProviderState = null, Finish = FinishReason.Stop };
        TranscriptDigest.Of(With(2, new TranscriptEvent.Answered(counted))).ShouldBe(digest);
        var renamed = answer with { ToolCalls = [.. answer.ToolCalls.Select(c => c with { Id = c.Id + "x" })] };
        TranscriptDigest.Of(With(2, new TranscriptEvent.Answered(renamed))).ShouldBe(digest);
        TranscriptDigest.Of(With(10, new TranscriptEvent.Ended(StopReason.Tokens, null))).ShouldBe(digest);

        TranscriptDigest.Of(With(2, new TranscriptEvent.Answered(answer with { Text = "I look" }))).ShouldNotBe(digest);
        TranscriptDigest.Of(With(10, new TranscriptEvent.Ended(StopReason.Turns, null))).ShouldNotBe(digest);
        TranscriptDigest.Of(With(0, new TranscriptEvent.Told("user", "You work."))).ShouldNotBe(digest);
        TranscriptDigest.Of(With(8, (TranscriptEvent.Ran)s_transcript.Events[8] with { ExitCode = 0 })).ShouldNotBe(digest);
    }
}
