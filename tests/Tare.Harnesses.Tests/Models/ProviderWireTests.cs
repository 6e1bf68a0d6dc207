using System.Text.Json;
using Tare.Records;
using Tare.Testing;

namespace Tare.Harnesses.Tests;

/// <summary>What goes to a provider and what comes back, in both protocols.</summary>
public sealed class ProviderWireTests
{
    [Theory]
    [InlineData("openai")]
    [InlineData("server")]
    public async Task Chat_completions_count_the_cache_within_the_prompt_and_we_beside_it(string protocol)
    {
        // The server writes prompt_tokens = 50 + 30 + 5; only what was read from the cache is told apart by this protocol.
        using var provider = new Provider(
            protocol,
            _ => ScriptedReply.Say("x") with { Usage = new(50, 20, CacheRead: 30, CacheWrite: 5, Reasoning: 12) }
        );
        var usage = (await provider.AskAsync()).Usage;
        usage.ShouldBe(new TokenUsage(55, 20) { CacheRead = 30, Reasoning = 12 });
        usage!.Total.ShouldBe(105);
    }

    [Fact]
    public async Task Messages_count_the_cache_beside_the_input()
    {
        using var provider = new Provider(
            "anthropic",
            _ => ScriptedReply.Say("x") with { Usage = new(50, 20, CacheRead: 30, CacheWrite: 5) }
        );
        var usage = (await provider.AskAsync()).Usage;
        usage.ShouldBe(new TokenUsage(50, 20) { CacheRead = 30, CacheWrite = 5 });
        usage!.Total.ShouldBe(105);
    }

    [Fact]
    public async Task A_usage_that_is_not_reported_is_unknown()
    {
        using var provider = new Provider("server", _ => ScriptedReply.Say("x") with { Usage = null });
        (await provider.AskAsync()).Usage.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":11}}""")]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":5,"completion_tokens_details":{"reasoning_tokens":6}}""")]
    [InlineData("""{"prompt_tokens":-1,"completion_tokens":5}""")]
    [InlineData("""{"prompt_tokens":10}""")]
    [InlineData("""{"prompt_tokens":9000000000000000000,"completion_tokens":5}""")]
    [InlineData(
        """{"prompt_tokens":9000000000000000000,"completion_tokens":9000000000000000000,"completion_tokens_details":{"reasoning_tokens":9}}"""
    )]
    [InlineData("null")]
    public void Counts_that_contradict_each_other_or_cannot_be_are_unknown(string usage) => Answer(usage).Usage.ShouldBeNull();

    [Fact]
    public void Reasoning_that_is_counted_beside_the_completion_is_added_to_the_output() =>
        Answer("""{"prompt_tokens":10,"completion_tokens":5,"total_tokens":21,"completion_tokens_details":{"reasoning_tokens":6}}""")
            .Usage.ShouldBe(new TokenUsage(10, 11) { Reasoning = 6, CacheRead = 0 });

    [Fact]
    public async Task Signed_reasoning_goes_back_to_anthropic_unchanged_and_in_its_order()
    {
        var reply = ScriptedReply.Bash("ls") with
        {
            Text = "Let me look.",
            Reasoning = "First \"look\", then act. é",
            Signature = "EqQBCg+/=",
        };
        using var provider = new Provider("anthropic", _ => reply);
        var answer = await provider.AskAsync();
        answer.Reasoning.ShouldBe("First \"look\", then act. é");
        await provider.AskAsync(After(answer, "file"));
        var sent = provider.Server.Requests[1].Body.GetProperty("messages")[1].GetProperty("content");
        sent.EnumerateArray().Select(c => c.GetProperty("type").GetString()).ShouldBe(["thinking", "text", "tool_use"]);
        sent[0].GetProperty("thinking").GetString().ShouldBe("First \"look\", then act. é");
        sent[0].GetProperty("signature").GetString().ShouldBe("EqQBCg+/=");
        sent[2].GetProperty("input").GetProperty("command").GetString().ShouldBe("ls");
        sent[2].GetProperty("id").GetString().ShouldBe(answer.ToolCalls[0].Id);
    }

    [Fact]
    public async Task Reasoning_that_a_server_shows_goes_back_under_the_name_that_it_has_there()
    {
        using var provider = new Provider("server", _ => ScriptedReply.Bash("ls") with { Reasoning = "hm" });
        var answer = await provider.AskAsync();
        answer.Reasoning.ShouldBe("hm");
        await provider.AskAsync(After(answer, "file"));
        var sent = provider.Server.Requests[1].Body.GetProperty("messages")[2];
        sent.GetProperty("reasoning_content").GetString().ShouldBe("hm");
        sent.GetProperty("tool_calls")[0]
            .GetProperty("function")
            .GetProperty("arguments")
            .GetString()
            .ShouldBe(answer.ToolCalls[0].Arguments);
    }

    [Fact]
    public async Task An_answer_survives_the_journal_and_still_carries_what_must_go_back()
    {
        using var provider = new Provider("anthropic", _ => ScriptedReply.Bash("ls") with { Reasoning = "hm", Signature = "sig" });
        var answer = await provider.AskAsync();
        var read = JsonSerializer.Deserialize<ModelAnswer>(JsonSerializer.Serialize(answer))!;
        await provider.AskAsync(After(read, "file"));
        await provider.AskAsync(After(answer, "file"));
        provider.Server.Requests[1].Body.GetRawText().ShouldBe(provider.Server.Requests[2].Body.GetRawText());
    }

    [Theory]
    [InlineData("openai", "max_completion_tokens", "reasoning_effort")]
    [InlineData("server", "max_tokens", "reasoning_effort")]
    public async Task Limits_and_sampling_are_sent_in_the_words_of_the_dialect(string protocol, string limit, string effort)
    {
        using var provider = new Provider(protocol, _ => ScriptedReply.Say("x"));
        await provider.AskAsync(
            Provider.Question with
            {
                MaxOutputTokens = 700,
                Configuration = new ModelConfiguration
                {
                    MaxOutputTokens = 9000,
                    Temperature = 0.7,
                    TopP = 0.1,
                    Effort = "xhigh",
                },
            }
        );
        var body = provider.Server.Requests[0].Body;
        body.GetProperty(limit).GetInt64().ShouldBe(700);
        body.GetProperty("temperature").GetRawText().ShouldBe("0.7");
        body.GetProperty("top_p").GetRawText().ShouldBe("0.1");
        body.GetProperty(effort).GetString().ShouldBe("xhigh");
        body.TryGetProperty("stream", out _).ShouldBeFalse();
        provider.Server.Requests[0].MaxTokens.ShouldBe(700);
    }

    [Fact]
    public async Task What_is_not_stated_is_not_sent()
    {
        using var provider = new Provider("openai", _ => ScriptedReply.Say("x"));
        await provider.AskAsync();
        provider.Server.Requests[0].Body.EnumerateObject().Select(p => p.Name).ShouldBe(["model", "messages", "tools"]);
    }

    [Fact]
    public async Task Anthropic_is_asked_to_cache_and_told_a_largest_output()
    {
        using var provider = new Provider("anthropic", _ => ScriptedReply.Say("x"));
        await provider.AskAsync();
        await provider.AskAsync(
            Provider.Question with
            {
                MaxOutputTokens = 55,
                Configuration = new ModelConfiguration { Effort = "max" },
            }
        );
        var (first, second) = (provider.Server.Requests[0].Body, provider.Server.Requests[1].Body);
        first.GetProperty("cache_control").GetProperty("type").GetString().ShouldBe("ephemeral");
        first.GetProperty("model").GetString().ShouldBe("test-model");
        provider.Server.Requests[0].MaxTokens.ShouldBe(AnthropicMessages.UnstatedOutputTokens);
        provider.Server.Requests[1].MaxTokens.ShouldBe(55);
        second.GetProperty("output_config").GetProperty("effort").GetString().ShouldBe("max");
        first.TryGetProperty("output_config", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_temperature_for_anthropic_is_refused_and_not_dropped()
    {
        using var providers = new ModelProviders(new ModelSettings(), _ => "key", TimeProvider.System);
        var model = new PlannedModel("m", "anthropic:x") { Configuration = new ModelConfiguration { Temperature = 0 } };
        Should
            .Throw<InputException>(() => providers.Open(model))
            .Message.ShouldContain("model m: a temperature or a nucleus is configured");
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task A_conversation_with_parallel_calls_arrives_as_it_was(string protocol)
    {
        var reply = ScriptedReply.Say("two") with { Calls = [new("bash", "{\"command\":\"a\"}"), new("bash", "{\"command\":\"b\"}")] };
        using var provider = new Provider(protocol, r => r.Turn == 1 ? reply : ScriptedReply.Say("done"));
        var answer = await provider.AskAsync();
        answer.ToolCalls.Select(c => c.Arguments).ShouldBe(["{\"command\":\"a\"}", "{\"command\":\"b\"}"]);
        answer.Finish.ShouldBe(FinishReason.ToolCalls);
        answer.Model.ShouldBe("test-model");
        var next = Provider.Question with
        {
            Messages =
            [
                .. Provider.Question.Messages,
                new ModelMessage.FromModel(answer),
                new ModelMessage.FromTool(answer.ToolCalls[0].Id, "out a"),
                new ModelMessage.FromTool(answer.ToolCalls[1].Id, "out b"),
            ],
        };
        (await provider.AskAsync(next)).Text.ShouldBe("done");
        var texts = string.Join('|', provider.Server.Requests[1].Messages.Select(m => $"{m.Role}:{m.Text}"));
        texts.ShouldBe(
            protocol == "openai"
                ? "system:Work.|user:Go.|assistant:two|tool:out a|tool:out b"
                : "system:Work.|user:Go.|assistant:two|tool:out aout b"
        );
    }

    [Theory]
    [InlineData("openai", "length", FinishReason.Length)]
    [InlineData("openai", "content_filter", FinishReason.ContentFilter)]
    [InlineData("openai", "eos", FinishReason.Unknown)]
    [InlineData("anthropic", "max_tokens", FinishReason.Length)]
    [InlineData("anthropic", "model_context_window_exceeded", FinishReason.Length)]
    [InlineData("anthropic", "refusal", FinishReason.ContentFilter)]
    [InlineData("anthropic", "pause_turn", FinishReason.Unknown)]
    public async Task The_reason_of_the_end_is_kept(string protocol, string word, FinishReason expected)
    {
        using var provider = new Provider(protocol, _ => ScriptedReply.Say("x") with { Finish = word });
        (await provider.AskAsync()).Finish.ShouldBe(expected);
    }

    [Fact]
    public async Task A_fault_in_a_body_with_status_200_is_a_fault()
    {
        var error = """{"error":{"message":"the model behind us is busy","code":529}}""";
        Should.Throw<ProviderFault>(() => ChatCompletionsJson.Response(JsonSerializer.Deserialize<JsonElement>("""{"choices":[]}""")));
        using var provider = new Provider(
            "server",
            r => r.Number == 1 ? ScriptedReply.Say(error) with { Fault = ScriptedFault.TextAsBody } : ScriptedReply.Say("x")
        );
        (await provider.AskAsync()).Text.ShouldBe("x");
        provider.Server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"function":{"arguments":"{}"}}""", "call_1", "", "{}")]
    [InlineData("""{"id":"a","function":{"name":"bash"}}""", "a", "bash", "")]
    [InlineData("""{"id":"a","function":{"name":"bash","arguments":{"command":"ls"}}}""", "a", "bash", """{"command":"ls"}""")]
    public void A_tool_call_without_all_of_its_parts_is_one_still(string call, string id, string name, string arguments)
    {
        var body = """{"choices":[{"message":{"tool_calls":[CALL]}}]}""".Replace("CALL", call);
        var answer = ChatMapping.Answer(ChatCompletionsJson.Response(JsonSerializer.Deserialize<JsonElement>(body)));
        answer.ToolCalls.ShouldHaveSingleItem().ShouldBe(new ToolCall(id, name, arguments));
        answer.Finish.ShouldBe(FinishReason.Unknown);
    }

    private static ModelRequest After(ModelAnswer answer, string result) =>
        Provider.Question with
        {
            Messages =
            [
                .. Provider.Question.Messages,
                new ModelMessage.FromModel(answer),
                new ModelMessage.FromTool(answer.ToolCalls[0].Id, result),
            ],
        };

    private static ModelAnswer Answer(string usage)
    {
        var body = $$"""{"choices":[{"message":{"content":"x"},"finish_reason":"stop"}],"usage":{{usage}}}""";
        return ChatMapping.Answer(ChatCompletionsJson.Response(JsonSerializer.Deserialize<JsonElement>(body)));
    }
}
