using System.CommandLine;
using System.Globalization;
using Tare.App.Cli;
using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>The options of <c>tare select</c> that say how a test chooses and stops.</summary>
internal sealed class SelectOptions
{
    private const string FromBank = "bank";
    private static readonly AdaptiveOptions s_defaults = new();

    private readonly Option<double> _target = Real("--target-se", s_defaults.TargetStandardError, "Stop at this standard error, logits.");
    private readonly Option<int?> _most = new("--max-items")
    {
        Description = "Most items of a test. Default: the whole bank.",
        HelpName = "N",
    };
    private readonly Option<string> _exposure = new("--exposure")
    {
        Description =
            "none; randomesque:N (one of the N best, each as likely); sympson-hetter:SHARE (no item to more than this share of persons). Default none.",
        HelpName = "RULE",
        DefaultValueFactory = _ => "none",
    };
    private readonly Option<string?> _balance = new("--balance")
    {
        Description =
            "Content balance by the column group of the items: bank (shares as in the bank), or GROUP=SHARE with commas. Default: none.",
        HelpName = "SHARES",
    };
    private readonly Option<double> _start = Real(
        "--start",
        s_defaults.StartAbility,
        "Ability for which the first item is chosen, logits."
    );
    private readonly Option<double> _mean = Real("--mean", s_defaults.PopulationMean, "Mean of the simulated population, logits.");
    private readonly Option<double> _deviation = Real("--sd", s_defaults.PopulationDeviation, "Its standard deviation, logits.");
    private readonly Option<string> _seed = new("--seed")
    {
        Description = "Name of the random streams. Default tare.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => s_defaults.Seed,
    };

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All => [_target, _most, _exposure, _balance, _start, _mean, _deviation, _seed];

    /// <summary>What the command line asks for, checked.</summary>
    public AdaptiveOptions Read(ParseResult parse, ItemBank bank) =>
        new()
        {
            TargetStandardError = CommonOptions.PositiveLogits(parse, _target, $"for example {_target.Name} 0.3"),
            MaximumItems = Most(parse),
            Exposure = Exposure(parse.GetValue(_exposure)!),
            GroupShares = parse.GetValue(_balance) is { } text ? Shares(text, bank) : null,
            StartAbility = Finite(parse, _start),
            PopulationMean = Finite(parse, _mean),
            PopulationDeviation = CommonOptions.PositiveLogits(parse, _deviation, $"for example {_deviation.Name} 0.3"),
            Seed = parse.GetValue(_seed)!,
        };

    private int? Most(ParseResult parse) =>
        parse.GetValue(_most) is not <= 0
            ? parse.GetValue(_most)
            : throw InputException.At(_most.Name, $"{parse.GetValue(_most)}", "a positive whole number", "leave it out for the whole bank");

    private ExposureControl Exposure(string text)
    {
        var (rule, value) = text.Split(':') is [var name, var number] ? (name, number) : (text, "");
        return rule switch
        {
            "none" when value.Length == 0 => new ExposureControl.None(),
            "randomesque" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var among) && among >= 2 =>
                new ExposureControl.Randomesque(among),
            "sympson-hetter"
                when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and < 1 =>
                new ExposureControl.SympsonHetter(limit),
            _ => throw InputException.At(
                _exposure.Name,
                $"'{text}'",
                "none, randomesque:N with N at least 2, or sympson-hetter:SHARE with a share between 0 and 1",
                "for example --exposure sympson-hetter:0.25"
            ),
        };
    }

    private Dictionary<string, double> Shares(string text, ItemBank bank)
    {
        var groups = bank.Items.Select(i => i.Group).ToArray();
        if (Array.Exists(groups, g => g is null))
        {
            var without = bank.Items.First(i => i.Group is null).Id;
            throw InputException.At(
                _balance.Name,
                $"item '{without}' has no group",
                "a group for every item",
                "add a column group to the file of items, or leave --balance out"
            );
        }

        if (text == FromBank)
        {
            return groups.GroupBy(g => g!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (double)g.Count(), StringComparer.Ordinal);
        }

        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var (group, value) = Cli.CommonOptions.Pair(_balance.Name, part);
            shares[group] =
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
                && share > 0
                && double.IsFinite(share)
                    ? share
                    : throw InputException.At(
                        _balance.Name,
                        $"'{part}'",
                        "GROUP=SHARE with a positive number",
                        "for example --balance a=0.5,b=0.5"
                    );
        }

        var known = groups.Distinct(StringComparer.Ordinal).Select(g => g!).ToArray();
        RequireNone(known.Except(shares.Keys, StringComparer.Ordinal), "items and no share", known);
        RequireNone(shares.Keys.Except(known, StringComparer.Ordinal), "a share and no item", known);
        return shares;
    }

    private void RequireNone(IEnumerable<string> groups, string fault, string[] known)
    {
        if (groups.FirstOrDefault() is { } odd)
        {
            throw InputException.At(
                _balance.Name,
                $"group '{odd}' has {fault}",
                $"a share for each of {string.Join(", ", known.Order(StringComparer.Ordinal))}",
                "leave out items with --leave-out, or say --balance bank"
            );
        }
    }

    private static double Finite(ParseResult parse, Option<double> option) =>
        parse.GetValue(option) is var value && double.IsFinite(value)
            ? value
            : throw InputException.At(option.Name, Show.Number(value, "R"), "a finite number of logits", $"for example {option.Name} 0");

    private static Option<double> Real(string name, double otherwise, string description) =>
        new(name)
        {
            Description = $"{description} Default {Show.Number(otherwise, "R")}.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => otherwise,
        };
}
