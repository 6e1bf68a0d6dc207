using System.Diagnostics;
using Tare.Testing;

namespace Tare.Harnesses.Tests;

public sealed class ModelSpanTests
{
    [Fact]
    public async Task A_question_is_one_span_with_its_tokens_and_no_word_of_the_conversation()
    {
        var spans = new List<Activity>();
        using var listener = Listen(spans);
        using var provider = new Provider(
            "server",
            r =>
                r.Number == 1
                    ? ScriptedReply.Failed(500)
                    : ScriptedReply.Say("SECRETWORD") with
                    {
                        Usage = new(50, 20, CacheRead: 30, Reasoning: 7),
                    }
        );
        await provider.AskAsync(Provider.Question with { MaxOutputTokens = 99 });
        var span = Of(spans, provider).ShouldHaveSingleItem();
        span.DisplayName.ShouldBe("chat test-model");
        span.Kind.ShouldBe(ActivityKind.Client);
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        var tags = span.TagObjects.ToDictionary(t => t.Key, t => t.Value);
        tags["gen_ai.operation.name"].ShouldBe("chat");
        tags["gen_ai.provider.name"].ShouldBe("openai");
        tags["gen_ai.request.model"].ShouldBe("test-model");
        tags["gen_ai.response.model"].ShouldBe("test-model");
        tags["gen_ai.request.max_tokens"].ShouldBe(99L);
        tags["gen_ai.usage.input_tokens"].ShouldBe(80L);
        tags["gen_ai.usage.cache_read.input_tokens"].ShouldBe(30L);
        tags["gen_ai.usage.output_tokens"].ShouldBe(20L);
        tags["gen_ai.usage.reasoning.output_tokens"].ShouldBe(7L);
        tags["gen_ai.response.finish_reasons"].ShouldBe(new[] { "stop" });
        tags["server.address"].ShouldBe("127.0.0.1");
        tags.Values.Select(v => v?.ToString()).ShouldNotContain(v => v!.Contains("SECRETWORD"));
        tags.ShouldNotContainKey("error.type");
    }

    [Theory]
    [InlineData("400")]
    [InlineData("timeout")]
    [InlineData("malformed")]
    [InlineData("cut")]
    public async Task A_fault_names_its_class(string kind)
    {
        var spans = new List<Activity>();
        using var listener = Listen(spans);
        var reply = kind switch
        {
            "timeout" => ScriptedReply.Hang,
            "malformed" => ScriptedReply.Malformed,
            "cut" => ScriptedReply.Cut,
            _ => ScriptedReply.Failed(400),
        };
        using var provider = new Provider(
            "anthropic",
            _ => reply,
            Provider.Fast with
            {
                CallDeadline = TimeSpan.FromSeconds(kind == "timeout" ? 0.2 : 20),
                Retries = 0,
            }
        );
        await provider.FaultAsync();
        var span = Of(spans, provider).ShouldHaveSingleItem();
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe(kind);
        span.GetTagItem("gen_ai.provider.name").ShouldBe("anthropic");
    }

    private static ActivityListener Listen(List<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ModelSpans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (spans)
                {
                    spans.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>Other tests run at the same time: a span is this one's by its server's port.</summary>
    private static Activity[] Of(List<Activity> spans, Provider provider)
    {
        lock (spans)
        {
            return [.. spans.Where(s => Equals(s.GetTagItem("server.port"), provider.Server.Anthropic.Port))];
        }
    }
}
