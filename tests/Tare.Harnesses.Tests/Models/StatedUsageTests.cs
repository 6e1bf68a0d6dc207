using Tare.Records;

namespace Tare.Harnesses.Tests;

public sealed class StatedUsageTests
{
    private static readonly ModelRequest s_request = new()
    {
        Messages = [new ModelMessage.Instructions("12345"), new ModelMessage.FromUser("é")],
    };

    [Fact]
    public void Tokens_are_bytes_by_four_rounded_up()
    {
        // Input: 5 + 2 bytes; output: 3 + 4 + 6.
        var answer = StatedUsage.Answer(s_request, "abc", [("bash", "{\"a\":1"[..6])], FinishReason.ToolCalls, usage: null);
        answer.Usage.ShouldBe(new TokenUsage(2, 4) { Reasoning = 0 });
        answer.Finish.ShouldBe(FinishReason.ToolCalls);
    }

    [Fact]
    public void Tools_and_answers_before_count_as_input()
    {
        var call = new ToolCall("id is not counted", "bash", "{}");
        var request = s_request with
        {
            Messages =
            [
                .. s_request.Messages,
                new ModelMessage.FromModel(new ModelAnswer("xy", [call], FinishReason.Stop)),
                new ModelMessage.FromTool("id", "abc"),
            ],
            Tools = [new ToolDefinition("t", "dd", "{}")],
        };
        // 7 + 2 + 4 + 2 + 3 + 5 = 23 bytes.
        StatedUsage.Answer(request, "", [], FinishReason.Stop, usage: null).Usage!.Input.ShouldBe(6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_largest_output_is_never_passed(long limit)
    {
        var answer = StatedUsage.Answer(
            s_request with
            {
                MaxOutputTokens = limit,
            },
            "éééé",
            [("bash", "0123456789"), ("bash", "0123456789")],
            FinishReason.ToolCalls,
            usage: null
        );
        answer.Usage!.Output.ShouldBe(limit);
        answer.Finish.ShouldBe(FinishReason.Length);
        var bytes = System.Text.Encoding.UTF8.GetByteCount(answer.Text + string.Concat(answer.ToolCalls.Select(c => c.Name + c.Arguments)));
        bytes.ShouldBeLessThanOrEqualTo((int)(4 * limit));
        bytes.ShouldBeGreaterThan((int)(4 * limit) - 4);
        answer.Text.ShouldBe("éééé"[..Math.Min(4, (int)(2 * limit))]);
    }

    [Fact]
    public void A_stated_output_is_cut_in_proportion()
    {
        var answer = StatedUsage.Answer(
            s_request with
            {
                MaxOutputTokens = 250,
            },
            "0123456789abcdefghij",
            [],
            FinishReason.Stop,
            new TokenUsage(9, 1000) { Reasoning = 600, CacheRead = 4 }
        );
        answer.Text.ShouldBe("01234");
        answer.Usage.ShouldBe(new TokenUsage(9, 250) { Reasoning = 250, CacheRead = 4 });
    }

    [Fact]
    public void An_output_that_fits_exactly_is_whole() =>
        StatedUsage
            .Answer(s_request with { MaxOutputTokens = 2 }, "12345678", [], FinishReason.Stop, usage: null)
            .Finish.ShouldBe(FinishReason.Stop);
}
