using System.CommandLine;
using Tare.App.Cli;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>The options of <c>tare simulate</c> that describe the truth.</summary>
internal sealed class SimulateOptions
{
    private static readonly TruthOptions s_defaults = new();
    private static readonly SimulatedFacet s_facet = new("harness", 3);

    private readonly Option<int> _persons = Count("--persons", s_defaults.Persons, "Number of persons.");
    private readonly Option<int?> _items = new("--item-count")
    {
        Description = $"Number of items. Default {s_defaults.Items}.",
        HelpName = "N",
    };
    private readonly Option<string?> _bank = new("--items")
    {
        Description = "Simulate on the items of this file instead of drawn ones.",
        HelpName = "FILE",
    };
    private readonly Option<double> _ability = Real(
        "--ability-sd",
        s_defaults.AbilityDeviation,
        "Standard deviation of abilities, logits."
    );
    private readonly Option<double> _mean = Real("--ability-mean", s_defaults.AbilityMean, "Mean ability, logits.");
    private readonly Option<double> _difficulty = Real(
        "--difficulty-sd",
        s_defaults.DifficultyDeviation,
        "Standard deviation of difficulties, logits."
    );
    private readonly Option<double> _slope = Real(
        "--log-discrimination-sd",
        s_defaults.LogDiscriminationDeviation,
        "Standard deviation of the logarithm of discriminations (2pl, 3pl)."
    );
    private readonly Option<double> _guessing = Real("--guessing", s_defaults.Guessing, "Guessing probability of every item (3pl).");
    private readonly Option<double> _missing = Real(
        "--missing",
        0,
        "Share of the items that each person is never asked: missing by design."
    );
    private readonly Option<double> _failed = Real("--failed", 0, "Probability that a response that was asked for fails to come.");
    private readonly Option<int> _trials = Count("--trials", 1, "Trials of each response.");
    private readonly Option<string> _facet = new("--facet")
    {
        Description = $"Name of the facet (many-facet). Default {s_facet.Name}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => s_facet.Name,
    };
    private readonly Option<int> _levels = Count("--levels", s_facet.Levels, "Levels of the facet (many-facet).");
    private readonly Option<string> _seed = new("--seed")
    {
        Description = "Name of the random streams: the same name and options give the same bytes. Default tare.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "tare",
    };

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All =>
        [_persons, _items, _bank, _ability, _mean, _difficulty, _slope, _guessing, _missing, _failed, _trials, _facet, _levels, _seed];

    /// <summary>The truth that the command line asks for, and the file it was read from.</summary>
    public (TruthOptions Truth, InputDigest Inputs) Read(ParseResult parse, ResponseModel model, bool hasFacet)
    {
        var path = parse.GetValue(_bank);
        if (path is not null && parse.GetValue(_items) is not null)
        {
            throw InputException.At("--item-count", "given with --items", "one of the two", "leave --item-count out: the file decides");
        }

        var (bank, inputs) = ((ItemBank?)null, InputDigest.None);
        if (path is not null)
        {
            var (file, digest) = KnownItems.Read(path, []);
            (bank, inputs) = (ItemBank.From(file.Items), Cli.Inputs.DigestOf([digest]));
        }

        return (
            new TruthOptions
            {
                Model = model,
                Persons = parse.GetValue(_persons),
                Items = parse.GetValue(_items) ?? s_defaults.Items,
                Bank = bank,
                Facet = hasFacet ? new SimulatedFacet(parse.GetValue(_facet)!, parse.GetValue(_levels)) : null,
                AbilityMean = parse.GetValue(_mean),
                AbilityDeviation = parse.GetValue(_ability),
                DifficultyDeviation = parse.GetValue(_difficulty),
                LogDiscriminationDeviation = parse.GetValue(_slope),
                Guessing = parse.GetValue(_guessing),
                MissingShare = parse.GetValue(_missing),
                FailureShare = parse.GetValue(_failed),
                Trials = parse.GetValue(_trials),
                Seed = parse.GetValue(_seed)!,
            },
            inputs
        );
    }

    private static Option<int> Count(string name, int otherwise, string description) =>
        new(name)
        {
            Description = $"{description} Default {otherwise}.",
            HelpName = "N",
            DefaultValueFactory = _ => otherwise,
        };

    private static Option<double> Real(string name, double otherwise, string description) =>
        new(name)
        {
            Description = $"{description} Default {Screens.Show.Number(otherwise, "R")}.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => otherwise,
        };
}
