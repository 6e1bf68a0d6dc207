using Tare.Records;
using Tare.Testing;

namespace Tare.Harnesses.Tests;

/// <summary>Every way in which a provider fails ends in a fault of the provider, or passes unseen with a retry.</summary>
public sealed class ProviderFaultTests
{
    public static TheoryData<string> Protocols => ["openai", "anthropic", "server"];

    public static TheoryData<string, string> FaultsThatPass
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var protocol in new[] { "openai", "anthropic" })
            {
                foreach (var fault in new[] { "429", "500", "503", "529", "cut", "malformed", "shapeless" })
                {
                    data.Add(protocol, fault);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FaultsThatPass))]
    public async Task A_fault_that_passes_is_asked_again(string protocol, string fault)
    {
        using var provider = new Provider(protocol, r => r.Number <= 2 ? Fault(fault) : ScriptedReply.Say("hello"));
        (await provider.AskAsync()).Text.ShouldBe("hello");
        provider.Server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(FaultsThatPass))]
    public async Task A_fault_that_stays_is_the_providers_after_the_stated_retries(string protocol, string fault)
    {
        using var provider = new Provider(protocol, _ => Fault(fault));
        var thrown = await provider.FaultAsync();
        thrown.Error.Cause.ShouldBe(MissingCause.Provider);
        thrown.ContextIsFull.ShouldBeFalse();
        thrown.Message.ShouldNotContain('\n');
        thrown.Message.ShouldStartWith("test-model at 127.0.0.1:");
        thrown.Message.ShouldEndWith("(after 4 calls)");
        thrown.Message.ShouldContain(
            fault switch
            {
                "cut" => "ended in the middle",
                "malformed" => "is not JSON",
                "shapeless" => "has no list",
                _ => $"status {fault}: ",
            }
        );
        provider.Server.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("openai", 400)]
    [InlineData("anthropic", 400)]
    [InlineData("openai", 404)]
    [InlineData("anthropic", 404)]
    [InlineData("openai", 401)]
    [InlineData("anthropic", 403)]
    [InlineData("server", 302)]
    public async Task What_will_not_pass_is_asked_once(string protocol, int status)
    {
        using var provider = new Provider(protocol, _ => ScriptedReply.Failed(status, "no such thing"));
        var thrown = await provider.FaultAsync();
        thrown.Error.Cause.ShouldBe(MissingCause.Provider);
        thrown.Message.ShouldContain($"status {status}: ");
        provider.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_spent_account_is_not_asked_again()
    {
        using var provider = new Provider(
            "openai",
            _ => ScriptedReply.Failed(429, "You exceeded your current quota", "insufficient_quota")
        );
        (await provider.FaultAsync()).Message.ShouldContain("exceeded your current quota");
        provider.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_hang_ends_with_the_deadline_of_a_call_and_is_asked_again(string protocol)
    {
        var settings = Provider.Fast with { CallDeadline = TimeSpan.FromMilliseconds(300) };
        using var provider = new Provider(protocol, r => r.Number == 1 ? ScriptedReply.Hang : ScriptedReply.Say("late"), settings);
        (await provider.AskAsync()).Text.ShouldBe("late");
        provider.Server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_hang_for_ever_ends_with_the_deadline_of_the_question(string protocol)
    {
        var settings = Provider.Fast with { CallDeadline = TimeSpan.FromSeconds(30), Deadline = TimeSpan.FromMilliseconds(300) };
        using var provider = new Provider(protocol, _ => ScriptedReply.Hang, settings);
        (await provider.FaultAsync()).Message.ShouldContain("no answer within 0.3 s");
    }

    [Fact]
    public async Task A_withdrawn_question_is_no_fault()
    {
        using var provider = new Provider("openai", _ => ScriptedReply.Hang);
        using var cancel = new CancellationTokenSource(200);
        await Should.ThrowAsync<OperationCanceledException>(() => provider.Client.AskAsync(Provider.Question, cancel.Token));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Retry_after_is_waited_for(string protocol)
    {
        var clock = new SkippingTime(TimeSpan.FromSeconds(39));
        using var provider = new Provider(protocol, r => r.Number == 1 ? ScriptedReply.TooMany(17) : ScriptedReply.Say("x"), Slow, clock);
        await provider.AskAsync();
        clock.Waits.ShouldContain(TimeSpan.FromSeconds(17));
        clock.Waits.Sum(w => w.TotalSeconds).ShouldBe(17);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Without_retry_after_the_wait_doubles_up_to_its_bound(string protocol)
    {
        var clock = new SkippingTime(TimeSpan.FromMinutes(5));
        var settings = Slow with { Retries = 6, FirstDelay = TimeSpan.FromSeconds(1), LongestDelay = TimeSpan.FromSeconds(8) };
        using var provider = new Provider(
            protocol,
            _ => ScriptedReply.TooMany(),
            settings with
            {
                Deadline = TimeSpan.FromHours(1),
                CallDeadline = TimeSpan.FromHours(1),
            },
            clock
        );
        await provider.FaultAsync();
        clock.Waits.Count.ShouldBe(6);
        clock.Waits.ShouldAllBe(w => w > TimeSpan.Zero && w <= TimeSpan.FromSeconds(8));

        // With decorrelated jitter the last waits centre on the bound; the first one is at most twice the first delay.
        clock.Waits[0].ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_wait_beyond_the_deadline_is_not_begun(string protocol)
    {
        var clock = new SkippingTime(TimeSpan.FromSeconds(39));
        using var provider = new Provider(protocol, _ => ScriptedReply.TooMany(3600), Slow, clock);
        (await provider.FaultAsync()).Message.ShouldContain("status 429: slow down");
        clock.Waits.ShouldBeEmpty();
        provider.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("openai", "This model's maximum context length is 131072 tokens.", "context_length_exceeded")]
    [InlineData("anthropic", "prompt is too long: 140000 tokens > 131072 maximum", "invalid_request_error")]
    [InlineData("server", "the request exceeds the available context size, try increasing it", "exceed_context_size_error")]
    public async Task A_full_context_is_told_apart(string protocol, string message, string code)
    {
        using var provider = new Provider(protocol, _ => ScriptedReply.Failed(400, message, code));
        var thrown = await provider.FaultAsync();
        thrown.ContextIsFull.ShouldBeTrue();
        provider.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task An_empty_answer_is_an_answer(string protocol)
    {
        using var provider = new Provider(protocol, _ => ScriptedReply.Empty);
        var answer = await provider.AskAsync();
        answer.Text.ShouldBe("");
        answer.ToolCalls.ShouldBeEmpty();
        answer.Finish.ShouldBe(FinishReason.Stop);
        provider.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Broken_arguments_come_through_as_the_model_wrote_them(string protocol)
    {
        const string Broken = "{\"command\": \"echo hi";
        using var provider = new Provider(protocol, _ => ScriptedReply.Call("bash", Broken));
        var answer = await provider.AskAsync();
        answer.ToolCalls.ShouldHaveSingleItem().Arguments.ShouldBe(Broken);

        // And the conversation goes on with them.
        var next = Provider.Question with
        {
            Messages =
            [
                .. Provider.Question.Messages,
                new ModelMessage.FromModel(answer),
                new ModelMessage.FromTool(answer.ToolCalls[0].Id, "broken"),
            ],
        };
        await provider.AskAsync(next);
        provider.Server.Requests[^1].LastText.ShouldBe("broken");
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Tool_calls_for_ever_are_answers_like_others(string protocol)
    {
        using var provider = new Provider(protocol, _ => ScriptedReply.Bash("true"));
        var request = Provider.Question;
        for (var turn = 0; turn < 20; turn++)
        {
            var answer = await provider.AskAsync(request);
            var call = answer.ToolCalls.ShouldHaveSingleItem();
            request = request with
            {
                Messages = [.. request.Messages, new ModelMessage.FromModel(answer), new ModelMessage.FromTool(call.Id, "")],
            };
        }

        provider.Server.Requests[^1].Turn.ShouldBe(20);
    }

    [Fact]
    public async Task No_connection_is_the_providers_fault()
    {
        using var providers = new ModelProviders(Provider.Fast, _ => null, TimeProvider.System);
        using var provider = providers.Open(new PlannedModel("gone", "http://127.0.0.1:1/v1#m"));
        var client = provider.Open(Provider.Context("pack/item"));
        var thrown = await Should.ThrowAsync<ModelFaultException>(() =>
            client.AskAsync(Provider.Question, TestContext.Current.CancellationToken)
        );
        thrown.Error.Cause.ShouldBe(MissingCause.Provider);
        thrown.Message.ShouldStartWith("m at 127.0.0.1:1: no connection: ");
        thrown.Message.ShouldEndWith("(after 4 calls)");
    }

    private static ModelSettings Slow => Provider.Fast with { CallDeadline = TimeSpan.FromSeconds(40) };

    private static ScriptedReply Fault(string fault) =>
        fault switch
        {
            "429" => ScriptedReply.TooMany(),
            "cut" => ScriptedReply.Cut,
            "malformed" => ScriptedReply.Malformed,
            // A page of a proxy, well-formed but no answer.
            "shapeless" => ScriptedReply.Say("x") with { Fault = ScriptedFault.Shapeless },
            _ => ScriptedReply.Failed(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
        };
}
