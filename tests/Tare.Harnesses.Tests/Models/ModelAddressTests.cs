using Tare.Records;

namespace Tare.Harnesses.Tests;

public sealed class ModelAddressTests
{
    [Fact]
    public void Every_form_is_read()
    {
        Parse("openai:gpt-5.4-mini").ShouldBe(new ModelAddress.OpenAI("gpt-5.4-mini"));
        Parse("anthropic:claude-x").ShouldBe(new ModelAddress.Anthropic("claude-x"));
        Parse("http://127.0.0.1:8080/v1#qwen3.6-35b-a3b")
            .ShouldBe(new ModelAddress.Server(new Uri("http://127.0.0.1:8080/v1"), "qwen3.6-35b-a3b"));
        Parse("https://host/v1#org/name:free").ShouldBe(new ModelAddress.Server(new Uri("https://host/v1"), "org/name:free"));
        Parse("sim:ability=-0.5").ShouldBe(new ModelAddress.Simulated(-0.5));
        Parse("scripted:a/b.jsonl").ShouldBe(new ModelAddress.Scripted("a/b.jsonl"));
    }

    [Theory]
    [InlineData("openai:gpt-5.4-mini", "gpt-5.4-mini")]
    [InlineData("https://host/v1#org/name:free", "org-name-free")]
    [InlineData("sim:ability=0.5", "sim0.5")]
    [InlineData("sim:ability=-2", "sim-2")]
    [InlineData("scripted:a/b c.jsonl", "b-c")]
    [InlineData("openai:///", "model")]
    public void A_label_is_made_from_the_name(string address, string label) => Parse(address).DefaultLabel.ShouldBe(label);

    [Theory]
    [InlineData("gpt-5", "'gpt-5' is no address of a model")]
    [InlineData("", "'' is no address of a model")]
    [InlineData("openai:", "'openai:' names nothing")]
    [InlineData("sim:0.5", "'sim:0.5'")]
    [InlineData("sim:ability=nan", "'sim:ability=nan'")]
    [InlineData("sim:ability=1,5", "'sim:ability=1,5'")]
    [InlineData("http://host/v1", "'http://host/v1' names no model")]
    [InlineData("http://#m", "the address is no URL")]
    [InlineData("ftp://host/v1#m", "'ftp://host/v1#m' is no address of a model")]
    public void What_is_no_address_is_bad_input(string address, string value)
    {
        var message = Should.Throw<InputException>(() => Parse(address)).Message;
        message.ShouldStartWith($"--models: {value}");
        message.ShouldContain("\n  expected: ");
        message.ShouldContain("\n  next:     ");
    }

    [Theory]
    [InlineData("https://user:SECRET@host/v1#m")]
    [InlineData("https://host/v1?key=SECRET#m")]
    public void An_address_with_a_secret_is_refused_without_repeating_it(string address)
    {
        var message = Should.Throw<InputException>(() => Parse(address)).Message;
        message.ShouldContain("holds a user name or a query");
        message.ShouldNotContain("SECRET");
    }

    private static ModelAddress Parse(string text) => ModelAddress.Parse(text, "--models");
}
