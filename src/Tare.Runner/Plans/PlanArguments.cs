using System.Globalization;
using System.Numerics;
using Tare.Harnesses;
using Tare.Records;

namespace Tare.Runner;

/// <summary>The parts of a plan as they stand on a command line.</summary>
public static class PlanArguments
{
    /// <summary>The most attempts of each model at each item.</summary>
    public const int MostAttempts = 10_000;

    /// <summary>The same in words, for messages.</summary>
    internal const string AttemptsRule = "a whole number from 1 to 10,000";

    private const string ModelsPlace = "--models";
    private const string BudgetPlace = "--budget";
    private static readonly string[] s_limits = ["tokens", "turns", "cost", "seconds"];

    /// <summary>
    /// Models with commas between them: each an address, or <c>LABEL=ADDRESS</c>. Without a label the model's name is its label; a simulated
    /// model of ability 0.5 is <c>sim-0.5</c>, a script is called like its file.
    /// </summary>
    /// <param name="list">The text.</param>
    /// <exception cref="InputException">An address is empty or has an unknown kind, or a label is missing, not usable or there twice.</exception>
    public static IReadOnlyList<PlannedModel> Models(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var models = new List<PlannedModel>();
        foreach (var text in list.Split(',', StringSplitOptions.TrimEntries))
        {
            var model = Model(text);
            if (models.Find(m => string.Equals(m.Label, model.Label, StringComparison.OrdinalIgnoreCase)) is { } other)
            {
                throw InputException.At(
                    ModelsPlace,
                    $"two models with the label '{other.Label}': {other.Address} and {model.Address}",
                    "a label of its own for each",
                    $"write for example {model.Label}-2={model.Address}"
                );
            }

            models.Add(model);
        }

        return models;
    }

    /// <summary>Names with commas between them, each once.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="list">The text.</param>
    /// <exception cref="InputException">A name is empty or there twice.</exception>
    public static IReadOnlyList<string> Names(string option, string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var names = list.Split(',', StringSplitOptions.TrimEntries);
        var twice = names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        return names.Any(n => n.Length == 0)
                ? throw InputException.At(option, $"'{list}'", "names with commas between them", "remove the comma")
            : twice is not null ? throw InputException.At(option, $"'{twice}' twice", "every name once", "remove one of the two")
            : names;
    }

    /// <summary>Harnesses with their versions, with commas between them; the reference harness where none is named.</summary>
    /// <param name="list">The text, or <see langword="null"/>.</param>
    /// <exception cref="InputException">A name has no version, or is there twice.</exception>
    public static IReadOnlyList<string> Harnesses(string? list)
    {
        var names = list is null ? [PlanReader.DefaultHarness] : Names("--harness", list);
        return names.FirstOrDefault(n => !PlanNames.IsHarness(n)) is { } wrong
            ? throw InputException.At("--harness", $"'{wrong}'", "a harness with its version", "for example bash-loop/1")
            : names;
    }

    /// <summary>Attempts of each model at each item; one where nothing is said.</summary>
    /// <param name="number">The number, or <see langword="null"/>.</param>
    /// <exception cref="InputException">It is out of range.</exception>
    public static int Attempts(int? number) =>
        number is null or (>= 1 and <= MostAttempts)
            ? number ?? 1
            : throw InputException.At(
                "--attempts",
                number.Value.ToString(CultureInfo.InvariantCulture),
                AttemptsRule,
                "correct the number"
            );

    /// <summary>Limits with commas between them: <c>tokens=200k,turns=50,cost=2.5,seconds=600</c>; <c>k</c> and <c>m</c> stand for thousands and millions.</summary>
    /// <param name="list">The text, or <see langword="null"/> for no limit.</param>
    /// <param name="disclosure">What the agent is told.</param>
    /// <exception cref="InputException">A limit is unknown, there twice, or not a positive number.</exception>
    public static Budget Budget(string? list, BudgetDisclosure disclosure)
    {
        var budget = new Budget { Disclosure = disclosure };
        if (list is null)
        {
            return budget;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in list.Split(',', StringSplitOptions.TrimEntries))
        {
            var (key, value) = text.Split('=', 2) is [var k, var v] ? (k, v) : (text, "");
            if (!s_limits.Contains(key, StringComparer.Ordinal))
            {
                throw InputException.At(
                    BudgetPlace,
                    $"'{text}'",
                    $"LIMIT=NUMBER with one of {string.Join(", ", s_limits)}",
                    NearestNames.NextStep(key, s_limits, "for example tokens=200k,turns=50")
                );
            }

            if (!seen.Add(key))
            {
                throw InputException.At(BudgetPlace, $"'{key}' twice", "every limit once", "remove one of the two");
            }

            budget = key switch
            {
                "tokens" => budget with { Tokens = Limit<long>(text, value, whole: true) },
                "turns" => budget with { Turns = Limit<int>(text, value, whole: true) },
                "cost" => budget with { CostUsd = Limit<decimal>(text, value, whole: false) },
                _ => budget with { Seconds = Limit<double>(text, value, whole: false) },
            };
        }

        return budget;
    }

    private static PlannedModel Model(string text)
    {
        if (text.Length == 0)
        {
            throw InputException.At(ModelsPlace, "an empty name between commas", "one address a model", "remove the comma");
        }

        // 'sim:ability=0.5' has an equals sign too, but nothing that could be a label before it.
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && PlanNames.IsLabel(text[..equals]))
        {
            return Labelled(text[..equals], text[(equals + 1)..]);
        }

        var label = ModelAddress.Parse(text, ModelsPlace).DefaultLabel;
        return PlanNames.IsLabel(label)
            ? new PlannedModel(label, text)
            : throw InputException.At(
                ModelsPlace,
                $"'{text}', whose name makes no label",
                PlanNames.LabelRule,
                $"write for example mine={text}"
            );
    }

    private static PlannedModel Labelled(string label, string address)
    {
        _ = ModelAddress.Parse(address, ModelsPlace);
        return new PlannedModel(label, address);
    }

    private static T Limit<T>(string text, string value, bool whole)
        where T : struct, INumber<T>
    {
        var factor =
            value.EndsWith('k') ? 1_000
            : value.EndsWith('m') ? 1_000_000
            : 1;
        var digits = factor == 1 ? value : value[..^1];
        var expectation = whole ? "a positive whole number; 200k is 200,000 and 2m is 2,000,000" : "a positive number";
        if (
            !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number <= 0
            || number > int.MaxValue
            || (whole && (number * factor != decimal.Truncate(number * factor) || number * factor > int.MaxValue))
        )
        {
            throw InputException.At(BudgetPlace, $"'{text}'", expectation, "correct the number");
        }

        return T.CreateChecked(number * factor);
    }
}
