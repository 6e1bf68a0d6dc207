using Tare.Records;

namespace Tare.Runner.Tests;

/// <summary>Plans as documents: what is written reads back, and what cannot be used is refused with its place.</summary>
public sealed class PlanYamlTests
{
    private const string Small = "plan: 1\nmodels:\n  - label: a\n    address: sim:ability=0\ntasks: [port]\n";

    [Fact]
    public void Every_field_reads_back_and_writes_the_same_bytes()
    {
        var plan = Full();
        var text = PlanYaml.Write(plan);
        var read = PlanYaml.Read(text, "plan.yaml");
        PlanYaml.Write(read).ShouldBe(text);
        read.Models.ShouldBe(plan.Models);
        read.Harnesses.ShouldBe(plan.Harnesses);
        read.Items.ShouldBe(plan.Items);
        (read with { Models = [], Harnesses = [], Items = [] }).ShouldBeEquivalentTo(plan with { Models = [], Harnesses = [], Items = [] });
    }

    [Fact]
    public void Defaults_are_those_of_the_record()
    {
        var plan = new Plan
        {
            Models = [new("a", "sim:ability=0")],
            Harnesses = ["bash-loop/1"],
            Items = [],
        };
        var draft = PlanYaml.ReadDraft(Small, "p.yaml");
        draft.Tasks.ShouldBe(["port"]);
        PlanYaml.Write(draft.Plan).ShouldBe(PlanYaml.Write(plan));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1e3")]
    [InlineData("- a: b # c")]
    [InlineData("two\nlines \"quoted\" \\ and \u2028 a separator, \t a tab, \ud83d\ude00")]
    public void Any_text_survives(string analysis)
    {
        var text = PlanYaml.Write(Full() with { Analysis = analysis, Seed = analysis });
        var read = PlanYaml.Read(text, "plan.yaml");
        read.Analysis.ShouldBe(analysis);
        read.Seed.ShouldBe(analysis);
    }

    [Theory]
    [InlineData("plan: 2\n", "p.yaml, line 1: plan is '2'", "version 1")]
    [InlineData("models: []\n", "p.yaml, line 1: plan is not there", "the key 'plan'")]
    [InlineData("", "the document is empty", "a plan")]
    [InlineData("plan: [1\n", "not readable as YAML", "one 'key: value' a line")]
    [InlineData(Small + "atempts: 3\n", "p.yaml, line 6: unknown key 'atempts'", "attempts")]
    [InlineData(Small + "attempts: 0\n", "p.yaml, line 6: attempts is '0'", "from 1 to")]
    [InlineData(Small + "isolation: strct\n", "isolation is 'strct'", "did you mean 'strict'?")]
    [InlineData(Small + "budget:\n  token: 5\n", "p.yaml, line 7: budget: unknown key 'token'", "did you mean 'tokens'?")]
    [InlineData(Small + "budget:\n  cost-usd: nan\n", "budget.cost-usd is 'nan'", "above 0")]
    [InlineData(Small + "harnesses: [bash-loop]\n", "the harness 'bash-loop'", "with its version")]
    [InlineData(Small + "seed: &a x\nanalysis: *a\n", "nesting too deep, or a reference", "")]
    [InlineData(Small + "items:\n  - {id: a/b, digest: c}\n", "tasks is there beside items", "remove one of the two")]
    [InlineData("plan: 1\nmodels: [{label: a, address: y}]\nitems: [{id: a/b, digest: c}]\n", "items[1].digest is 'c'", "64 hexadecimal")]
    [InlineData("plan: 1\nmodels:\n  - label: ../x\n    address: y\ntasks: [a]\n", "models[1].label is '../x'", "letters, digits")]
    [InlineData(
        "plan: 1\nmodels:\n  - {label: A, address: y}\n  - {label: a, address: y}\ntasks: [a]\n",
        "line 4: models[2].label is 'a'",
        "rename"
    )]
    [InlineData("plan: 1\nmodels:\n  - label: a\ntasks: [a]\n", "models[1].address is not there", "add it")]
    [InlineData("plan: 1\nmodels:\n  - label: a\n    adress: b\ntasks: [a]\n", "models[1].address is not there", "rename 'adress'")]
    [InlineData("plan: 1\nmodels: [{label: a, address: y}]\n", "items is not there, and neither is tasks", "either")]
    public void A_fault_is_named_with_its_place(string text, string place, string next)
    {
        var e = Should.Throw<InputException>(() => PlanYaml.ReadDraft(text, "p.yaml"));
        e.Message.ShouldContain(place);
        e.Message.ShouldContain(next);
        e.Message.ShouldContain("  next:");
    }

    [Fact]
    public void The_plan_of_a_run_lists_its_items() =>
        Should.Throw<InputException>(() => PlanYaml.Read(Small, "plan.yaml")).Message.ShouldContain("'items', each with its digest");

    [Fact]
    public void Items_are_read_in_the_order_of_their_identifiers()
    {
        var plan = Full() with { Items = [new("port/b", new string('0', 64)), new("ctf/a", new string('1', 64))] };
        PlanYaml.Read(PlanYaml.Write(plan), "p").Items.Select(i => i.Id).ShouldBe(["ctf/a", "port/b"]);
    }

    private static Plan Full() =>
        new()
        {
            Models =
            [
                new("local", "http://127.0.0.1:8080/v1#qwen3.6-35b-a3b")
                {
                    Configuration = new()
                    {
                        Effort = "high",
                        Temperature = 0.7,
                        TopP = 0.95,
                        MaxOutputTokens = 8000,
                    },
                },
                new("sim-0.5", "sim:ability=0.5"),
            ],
            Harnesses = ["bash-loop/1", "other/2"],
            Items = [new("ctf/a", new string('1', 64)), new("port/b", new string('0', 64))],
            Attempts = 3,
            Budget = new()
            {
                Tokens = 200_000,
                Turns = 50,
                CostUsd = 2.50m,
                Seconds = 600.5,
                Disclosure = BudgetDisclosure.Live,
            },
            Isolation = PlannedIsolation.BestEffort,
            Seed = "7",
            Validity = "asymmetric/1",
            Analysis = "Paired difference of the means, local minus sim-0.5.",
        };
}
