using Tare.Records;
using Tare.Testing;

namespace Tare.Harnesses.Tests;

/// <summary>A key goes into a header of a request and nowhere else.</summary>
public sealed class ProviderKeyTests
{
    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    [InlineData("server")]
    public async Task A_key_is_in_no_error_and_no_answer_even_where_the_provider_repeats_it(string protocol)
    {
        ScriptedReply[] replies =
        [
            ScriptedReply.Failed(401, $"Incorrect API key provided: {Provider.Key}", "invalid_api_key"),
            ScriptedReply.Failed(403, $"no access for {Provider.Key}"),
            ScriptedReply.Failed(400, $"bad header Bearer {Provider.Key}"),
            ScriptedReply.Failed(500, $"crash with {Provider.Key}") with
            {
                ErrorCode = Provider.Key,
            },
            ScriptedReply.TooMany() with
            {
                Text = Provider.Key,
            },
            ScriptedReply.Cut with
            {
                Text = Provider.Key + new string('x', 500),
            },
            ScriptedReply.Malformed,
            ScriptedReply.Say($"your key is {Provider.Key}") with
            {
                Reasoning = Provider.Key,
            },
            ScriptedReply.Call("bash", $"{{\"command\":\"echo {Provider.Key}\"}}"),
        ];
        var current = 0;
        using var provider = new Provider(protocol, _ => replies[Volatile.Read(ref current)]);
        for (; current < replies.Length; current++)
        {
            string text;
            try
            {
                text = (await provider.AskAsync()).ToString() + string.Concat((await provider.AskAsync()).ToolCalls);
            }
            catch (ModelFaultException e)
            {
                text = e + e.Error.ToString();
            }

            text.ShouldNotContain(Provider.Key);
            text.ShouldNotContain("MARKER");
        }

        provider.Server.Requests.ShouldAllBe(r => r.Headers["authorization"] == $"Bearer {Provider.Key}");
        provider.Server.Requests.ShouldAllBe(r => !r.Body.GetRawText().Contains(Provider.Key));
    }

    [Theory]
    [InlineData("openai:m", "OPENAI_API_KEY")]
    [InlineData("anthropic:m", "ANTHROPIC_API_KEY")]
    public void A_missing_key_is_bad_input_before_anything_is_asked(string address, string variable)
    {
        using var providers = new ModelProviders(new ModelSettings(), _ => null, TimeProvider.System);
        var thrown = Should.Throw<InputException>(() => providers.Open(new PlannedModel("mine", address)));
        thrown.Message.ShouldContain("model mine");
        thrown.Message.ShouldContain($"export {variable}=");
    }

    [Fact]
    public void A_key_that_no_header_can_carry_is_refused_without_repeating_it()
    {
        using var providers = new ModelProviders(new ModelSettings(), _ => Provider.Key + "\n", TimeProvider.System);
        Should.Throw<InputException>(() => providers.Open(new PlannedModel("m", "openai:m"))).Message.ShouldNotContain("MARKER");
    }

    [Theory]
    [InlineData("own", "Bearer own")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task A_server_gets_its_own_key_or_none_and_never_a_vendors(string? own, string? header)
    {
        using var server = new ScriptedModelServer(_ => ScriptedReply.Say("x"));
        string? Variable(string name) =>
            name switch
            {
                "TARE_KEY_MY_BOX_2" => own,
                "OPENAI_API_KEY" or "ANTHROPIC_API_KEY" => "vendor",
                _ => null,
            };
        using var providers = new ModelProviders(Provider.Fast, Variable, TimeProvider.System);
        using var provider = providers.Open(new PlannedModel("my-box.2", $"{server.OpenAI}#m"));
        await provider.Open(Provider.Context("a/b")).AskAsync(Provider.Question, TestContext.Current.CancellationToken);
        server.Requests[0].Headers.GetValueOrDefault("authorization").ShouldBe(header);
    }

    [Fact]
    public async Task A_word_in_the_place_of_a_key_is_left_in_answers()
    {
        using var server = new ScriptedModelServer(_ => ScriptedReply.Say("none is left"));
        using var providers = new ModelProviders(Provider.Fast, name => name == "TARE_KEY_LOCAL" ? "none" : null, TimeProvider.System);
        using var provider = providers.Open(new PlannedModel("local", $"{server.OpenAI}#m"));
        var answer = await provider.Open(Provider.Context("a/b")).AskAsync(Provider.Question, TestContext.Current.CancellationToken);
        answer.Text.ShouldBe("none is left");
    }

    [Fact]
    public void A_key_prints_as_the_variable_that_it_came_from() =>
        $"{new ProviderKey("OPENAI_API_KEY", Provider.Key)}".ShouldBe("the key in OPENAI_API_KEY");
}
