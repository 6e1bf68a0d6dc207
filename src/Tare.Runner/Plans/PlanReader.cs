using System.Globalization;
using Tare.Harnesses;
using Tare.Records;

namespace Tare.Runner;

/// <summary>A plan from the keys of its document.</summary>
internal static class PlanReader
{
    /// <summary>The harness where a plan names none.</summary>
    public const string DefaultHarness = $"{BashLoopSpecification.Id}/{BashLoopSpecification.Version}";

    public static PlanDraft Read(PlanTable root)
    {
        RequireVersion(root);
        var models = Models(root);
        var harnesses = root.Texts("harnesses") ?? [(root.Place, DefaultHarness)];
        Distinct(harnesses, "harness", PlanNames.IsHarness, "a harness with its version, for example bash-loop/1");
        var (items, tasks) = ItemsOrTasks(root);
        var otherwise = new Plan
        {
            Models = models,
            Harnesses = [.. harnesses.Select(h => h.Text)],
            Items = items,
        };
        var plan = otherwise with
        {
            Attempts = root.Number<int>("attempts", n => n is >= 1 and <= PlanArguments.MostAttempts, PlanArguments.AttemptsRule) ?? 1,
            Budget = root.Table("budget") is { } budget ? Budget(budget) : new Budget(),
            Isolation = root.Choice("isolation", otherwise.Isolation),
            Seed = root.OptionalText("seed") ?? otherwise.Seed,
            Validity = root.OptionalText("validity") ?? otherwise.Validity,
            Analysis = root.OptionalText("analysis"),
        };
        root.RequireNoOther();
        return new PlanDraft(plan, tasks);
    }

    private static void RequireVersion(PlanTable root)
    {
        var version = root.Text("plan");
        if (version != PlanYaml.Version.ToString(CultureInfo.InvariantCulture))
        {
            throw root.Wrong(
                "plan",
                $"'{version}'",
                $"version {PlanYaml.Version.ToString(CultureInfo.InvariantCulture)}",
                "write 'plan: 1', or take a version of this program that knows yours"
            );
        }
    }

    private static List<PlannedModel> Models(PlanTable root)
    {
        var tables = root.Tables("models") ?? throw root.Wrong("models", "not there", "a list of models", "write '- label: ...' below it");
        var models = new List<PlannedModel>();
        foreach (var table in tables)
        {
            var label = table.Text("label");
            if (!PlanNames.IsLabel(label))
            {
                throw table.Wrong("label", $"'{label}'", PlanNames.LabelRule, "it names a folder of the run: take another one");
            }

            if (models.Any(m => string.Equals(m.Label, label, StringComparison.OrdinalIgnoreCase)))
            {
                throw table.Wrong("label", $"'{label}', which another model has", "a label of its own", "rename one of them");
            }

            models.Add(new PlannedModel(label, table.Text("address")) { Configuration = Configuration(table) });
            table.RequireNoOther();
        }

        return models;
    }

    private static ModelConfiguration Configuration(PlanTable table) =>
        new()
        {
            Effort = table.OptionalText("effort"),
            Temperature = table.Number<double>("temperature", t => t >= 0, "a number, at least 0"),
            TopP = table.Number<double>("top-p", p => p is > 0 and <= 1, "a number in (0, 1]"),
            MaxOutputTokens = table.Number<long>("max-output-tokens", n => n >= 1, "a whole number, at least 1"),
        };

    private static Budget Budget(PlanTable table)
    {
        var budget = new Budget
        {
            Tokens = table.Number<long>("tokens", n => n >= 1, "a whole number, at least 1"),
            Turns = table.Number<int>("turns", n => n >= 1, "a whole number, at least 1"),
            CostUsd = table.Number<decimal>("cost-usd", n => n > 0, "US dollars above 0"),
            Seconds = table.Number<double>("seconds", n => n > 0, "seconds above 0"),
            Disclosure = table.Choice("disclosure", BudgetDisclosure.AtStart),
        };
        table.RequireNoOther();
        return budget;
    }

    private static (IReadOnlyList<PlannedItem> Items, IReadOnlyList<string> Tasks) ItemsOrTasks(PlanTable root)
    {
        var (items, tasks) = (root.Tables("items"), root.Texts("tasks"));
        if (items is null == tasks is null)
        {
            throw root.Wrong(
                items is null ? "items" : "tasks",
                items is null ? "not there, and neither is tasks" : "there beside items",
                "either 'items', each with its digest, or 'tasks' to draw them from",
                items is null ? "add for example 'tasks: [port]'" : "remove one of the two"
            );
        }

        if (tasks is not null)
        {
            return ([], [.. tasks.Select(t => t.Text)]);
        }

        var read = items!.Select(Item).ToList();
        Distinct([.. items!.Zip(read, (t, i) => (t.Place, i.Id))], "item", PlanNames.IsItem, "pack/item");
        return ([.. read.OrderBy(i => i.Id, StringComparer.Ordinal)], []);
    }

    private static PlannedItem Item(PlanTable table)
    {
        var digest = table.Text("digest");
        if (!PlanNames.IsDigest(digest))
        {
            throw table.Wrong(
                "digest",
                $"'{digest}'",
                "a SHA-256: 64 hexadecimal digits, lower case",
                "name the task under 'tasks' instead"
            );
        }

        var item = new PlannedItem(table.Text("id"), digest);
        table.RequireNoOther();
        return item;
    }

    private static void Distinct(IReadOnlyList<(string Place, string Text)> names, string noun, Func<string, bool> valid, string rule)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (place, text) in names)
        {
            if (!valid(text))
            {
                throw InputException.At(
                    place,
                    $"the {noun} '{text}'",
                    rule,
                    "each part of letters, digits, '.', '_' and '-', a letter or digit first"
                );
            }

            if (!seen.Add(text))
            {
                throw InputException.At(place, $"the {noun} '{text}' a second time", "every one once", "remove one of the two");
            }
        }
    }
}
