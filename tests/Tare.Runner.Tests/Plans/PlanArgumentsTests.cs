using Tare.Records;

namespace Tare.Runner.Tests;

/// <summary>Models and budgets as they stand on a command line.</summary>
public sealed class PlanArgumentsTests
{
    [Theory]
    [InlineData("openai:gpt-5.4-mini", "gpt-5.4-mini", "openai:gpt-5.4-mini")]
    [InlineData("anthropic:claude-x", "claude-x", "anthropic:claude-x")]
    [InlineData("local=http://127.0.0.1:8080/v1#qwen3.6-35b-a3b", "local", "http://127.0.0.1:8080/v1#qwen3.6-35b-a3b")]
    [InlineData("http://127.0.0.1:8080/v1#org/model:free", "org-model-free", "http://127.0.0.1:8080/v1#org/model:free")]
    [InlineData("sim:ability=0.5", "sim0.5", "sim:ability=0.5")]
    [InlineData("sim:ability=-1", "sim-1", "sim:ability=-1")]
    [InlineData("weak=sim:ability=-1", "weak", "sim:ability=-1")]
    [InlineData("scripted:/tmp/an oracle.json", "an-oracle", "scripted:/tmp/an oracle.json")]
    public void A_model_has_a_label_and_an_address(string text, string label, string address) =>
        PlanArguments.Models(text).ShouldBe([new PlannedModel(label, address)]);

    [Fact]
    public void Several_models_keep_their_order() =>
        PlanArguments.Models("b=openai:x, a=openai:x").Select(m => m.Label).ShouldBe(["b", "a"]);

    [Theory]
    [InlineData("", "an empty name")]
    [InlineData("openai:x,", "an empty name")]
    [InlineData("opnai:x", "openai:NAME")]
    [InlineData("gpt-5", "'gpt-5'")]
    [InlineData("mine=", "openai:NAME")]
    [InlineData("mine=sim:ability=high", "an ability in logits")]
    [InlineData("a/b=sim:ability=1", "a/b=sim")]
    [InlineData("openai:", "'openai:'")]
    [InlineData("http://127.0.0.1/v1", "URL#NAME")]
    [InlineData("openai:x,anthropic:x", "two models with the label 'x': openai:x and anthropic:x")]
    public void What_is_no_model_is_refused(string text, string message) =>
        Should.Throw<InputException>(() => PlanArguments.Models(text)).Message.ShouldContain(message);

    [Fact]
    public void A_budget_has_every_limit_once() =>
        PlanArguments
            .Budget("tokens=200k,turns=50,cost=2.5,seconds=600", BudgetDisclosure.None)
            .ShouldBe(
                new Budget
                {
                    Tokens = 200_000,
                    Turns = 50,
                    CostUsd = 2.5m,
                    Seconds = 600,
                    Disclosure = BudgetDisclosure.None,
                }
            );

    [Theory]
    [InlineData("tokens=0")]
    [InlineData("tokens=-5")]
    [InlineData("tokens=1.5")]
    [InlineData("tokens=1e9")]
    [InlineData("tokens=nan")]
    [InlineData("tokens=9999m")]
    [InlineData("tokens=")]
    [InlineData("tokens")]
    [InlineData("token=5")]
    [InlineData("turns=5,turns=6")]
    [InlineData("cost=0")]
    [InlineData("")]
    public void What_is_no_budget_is_refused(string text) =>
        Should.Throw<InputException>(() => PlanArguments.Budget(text, BudgetDisclosure.AtStart)).Message.ShouldContain("  expected:");
}
