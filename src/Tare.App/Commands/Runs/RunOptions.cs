using System.CommandLine;
using Tare.App.Cli;
using Tare.Records;
using Tare.Runner;

namespace Tare.App.Commands;

/// <summary>The options of <c>tare run</c>.</summary>
internal sealed class RunOptions
{
    /// <summary>Level of the intervals where the person does not say.</summary>
    public const double DefaultLevel = 0.95;

    public Argument<string?> Document { get; } =
        new("PLAN.yaml")
        {
            Description = "A plan to run. Without one, --tasks and --models say what to run.",
            Arity = ArgumentArity.ZeroOrOne,
        };

    public Option<string> Folder { get; } =
        new("--run")
        {
            Description = "Folder of the run; a new one.",
            HelpName = "DIR",
            Required = true,
        };

    public Option<string?> Tasks { get; } =
        new("--tasks")
        {
            Description = "Packs, items (pack/item, ctf/*), fresh draws (pack@seed) or folders (./my-task), with commas.",
            HelpName = "LIST",
        };

    public Option<string?> Models { get; } =
        new("--models")
        {
            Description =
                "Models with commas: openai:NAME, anthropic:NAME, LABEL=URL#NAME, sim:ability=0.5, scripted:FILE; LABEL= before any of them names it.",
            HelpName = "LIST",
        };

    public Option<int?> Attempts { get; } =
        new("--attempts") { Description = "Attempts of each model at each item. Default 1.", HelpName = "N" };

    public Option<string?> Budget { get; } =
        new("--budget")
        {
            Description =
                "What one attempt may spend: tokens=200k,turns=50,cost=2.5,seconds=600. Default: the task's own time limit alone.",
            HelpName = "LIMITS",
        };

    public Option<BudgetDisclosure?> Disclose { get; } =
        CommonOptions.Choice<BudgetDisclosure>(
            "--disclose",
            "What the agent is told of its budget: none, at-start or live. Default at-start."
        );

    public Option<PlannedIsolation?> Isolation { get; } = CommonOptions.Isolation();

    public Option<string?> Seed { get; } =
        new("--seed")
        {
            Description = "Names the random streams: simulated models, order of attempts. Default 1. Fresh tasks are PACK@SEED.",
            HelpName = "SEED",
        };

    public Option<string?> Harness { get; } =
        new("--harness") { Description = "Harnesses with their versions, with commas. Default bash-loop/1.", HelpName = "LIST" };

    public Option<string?> Analysis { get; } =
        new("--analysis")
        {
            Description = "What will be computed from the attempts, declared before the first one; kept in the plan.",
            HelpName = "TEXT",
        };

    public Option<string?> Prices { get; } = PricesOption();

    public Option<int?> Parallel { get; } = ParallelOption();

    public Option<double?> Level { get; } = CommonOptions.Level(description: "Level of the intervals, in (0, 1). Default 0.95.");

    public Option<bool> Json { get; } = CommonOptions.Json();

    public Command On(string name, string description) =>
        new(name, description)
        {
            Document,
            Folder,
            Tasks,
            Models,
            Attempts,
            Budget,
            Disclose,
            Isolation,
            Seed,
            Harness,
            Analysis,
            Prices,
            Parallel,
            Level,
            Json,
        };

    /// <summary>Attempts at one time.</summary>
    public static Option<int?> ParallelOption()
    {
        var option = new Option<int?>("--parallel")
        {
            Description = "Attempts at one time. Default: the number of processors.",
            HelpName = "N",
        };
        option.Validators.Add(r =>
        {
            if (!r.Errors.Any() && r.GetValue(option) is < 1 or > 1024)
            {
                r.AddError($"--parallel: '{r.Tokens[0].Value}'; expected a whole number from 1 to 1024.");
            }
        });
        return option;
    }

    /// <summary>The price book.</summary>
    public static Option<string?> PricesOption() =>
        new("--prices")
        {
            Description =
                "Price book (CSV: model, from, input_usd, output_usd, ...), US dollars a million tokens. Default: what catalogue updates say; else a cost is unknown.",
            HelpName = "FILE",
        };

    /// <summary>The plan as the person gave it, by document or by options.</summary>
    /// <exception cref="InputException">Neither, both, or one that cannot be used.</exception>
    public PlanDraft Draft(ParseResult parse)
    {
        var given = Given(parse);
        if (parse.GetValue(Document) is { } path)
        {
            return given.Count == 0
                ? ReadDocument(path)
                : throw InputException.At(
                    given[0],
                    $"beside the plan {path}",
                    "a plan document, or options that make one",
                    $"write it into {path}, or leave the document out"
                );
        }

        var tasks = parse.GetValue(Tasks) ?? throw Needed("--tasks", "packs, items or folders of tasks", "for example --tasks port,ctf");
        var models = parse.GetValue(Models) ?? throw Needed("--models", "the models to run", "for example --models openai:gpt-5.4-mini");
        return new PlanDraft(PlanOf(parse, models), PlanArguments.Names("--tasks", tasks));
    }

    /// <summary>Where the person named the tasks.</summary>
    public string PlaceOfTasks(ParseResult parse) => parse.GetValue(Document) is { } path ? $"{path}, tasks" : Tasks.Name;

    private Plan PlanOf(ParseResult parse, string models)
    {
        var plan = new Plan
        {
            Models = PlanArguments.Models(models),
            Harnesses = PlanArguments.Harnesses(parse.GetValue(Harness)),
            Items = [],
            Attempts = PlanArguments.Attempts(parse.GetValue(Attempts)),
            Budget = PlanArguments.Budget(parse.GetValue(Budget), parse.GetValue(Disclose) ?? BudgetDisclosure.AtStart),
            Isolation = parse.GetValue(Isolation) ?? PlannedIsolation.Strict,
            Analysis = parse.GetValue(Analysis),
        };
        return parse.GetValue(Seed) is { } seed ? plan with { Seed = seed } : plan;
    }

    /// <summary>Options that are part of a plan and were given.</summary>
    private List<string> Given(ParseResult parse)
    {
        Option[] all = [Tasks, Models, Attempts, Budget, Disclose, Isolation, Seed, Harness, Analysis];
        return [.. all.Where(o => parse.GetResult(o) is { Implicit: false }).Select(o => o.Name)];
    }

    private static PlanDraft ReadDocument(string path) =>
        File.Exists(path)
            ? PlanYaml.ReadDraft(File.ReadAllText(path), path)
            : throw InputException.At(path, "no such file", "a plan (YAML)", "check the path; or give --tasks and --models");

    private static InputException Needed(string option, string what, string next) =>
        InputException.At(option, "not given, and no plan either", what, next);
}
