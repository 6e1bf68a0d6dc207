using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tare.Records;

namespace Tare.App.Cli;

/// <summary>Options that several commands share, with one meaning and one check each.</summary>
internal static class CommonOptions
{
    /// <summary>Draws behind an interval where the person does not say.</summary>
    public const int DefaultDraws = 1000;

    private const int MostDraws = 1_000_000;

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object for programs instead of text for people." };

    public static Option<string?> Evidence() =>
        new("--evidence")
        {
            Description =
                "Evidence by name ('tare data list'), or a file: a snapshot, Epoch's eci_benchmarks.csv, its benchmark_data folder or zip. Default: the methodology's own.",
            HelpName = "FILE|NAME",
        };

    public static Option<int> Draws(int otherwise = DefaultDraws)
    {
        var option = new Option<int>("--draws")
        {
            Description =
                $"Bootstrap draws behind the intervals; 0 makes none. Default {otherwise.ToString("N0", CultureInfo.InvariantCulture)}.",
            HelpName = "N",
            DefaultValueFactory = _ => otherwise,
        };
        option.Validators.Add(r => Check(r, option, n => n is >= 0 and <= MostDraws, $"a whole number from 0 to {MostDraws}"));
        return option;
    }

    public static Option<double?> Level(
        string name = "--level",
        string description = "Level of the intervals, in (0, 1). Default: the methodology's."
    )
    {
        var option = new Option<double?>(name) { Description = description, HelpName = "SHARE" };
        option.Validators.Add(r => Check(r, option, l => l is null or (> 0 and < 1), "a number between 0 and 1, for example 0.9"));
        return option;
    }

    public static Option<string[]> Set() =>
        new("--set")
        {
            Description = "Override a field of the methodology ('tare methods show NAME' lists them); may be given several times.",
            HelpName = "KEY=VALUE",
            AllowMultipleArgumentsPerToken = false,
        };

    /// <summary>A positive number of logits that was given.</summary>
    public static double PositiveLogits(ParseResult parse, Option<double> option, string nextStep) =>
        parse.GetValue(option) is var value && value > 0 && double.IsFinite(value)
            ? value
            : throw InputException.At(
                option.Name,
                value.ToString("R", CultureInfo.InvariantCulture),
                "a positive finite number of logits",
                nextStep
            );

    public static Option<DateOnly?> Date(string name, string description) => new(name) { Description = description, HelpName = "DATE" };

    public static Option<PlannedIsolation?> Isolation() =>
        Choice<PlannedIsolation>(
            "--isolation",
            "What the sandbox must promise: strict, best-effort, or none for what you trust. Default strict."
        );

    /// <summary>One of the names of a choice.</summary>
    public static Option<T?> Choice<T>(string name, string description)
        where T : struct, Enum =>
        new(name)
        {
            Description = description,
            HelpName = "NAME",
            CustomParser = result =>
            {
                if (KebabCase.TryParse<T>(result.Tokens[0].Value, out var value))
                {
                    return value;
                }

                result.AddError($"{name}: '{result.Tokens[0].Value}'; expected one of {string.Join(", ", KebabCase.All<T>())}.");
                return null;
            },
        };

    /// <summary>Splits <c>KEY=VALUE</c>; the key may not be empty.</summary>
    public static (string Key, string Value) Pair(string option, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1
            ? (text[..at], text[(at + 1)..])
            : throw InputException.At(option, $"'{text}'", "KEY=VALUE with both parts", $"for example {option} o3=2025-04-16");
    }

    private static void Check<T>(OptionResult result, Option<T> option, Func<T?, bool> valid, string expectation)
    {
        if (result.Errors.Any() || result.Tokens.Count == 0)
        {
            return;
        }

        if (!valid(result.GetValue(option)))
        {
            result.AddError($"{option.Name}: '{result.Tokens[0].Value}'; expected {expectation}.");
        }
    }
}
