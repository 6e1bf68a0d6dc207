using System.CommandLine;
using System.Globalization;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Catalogue;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare select --items items.csv</c>: which items next, until the standard error is small enough.</summary>
internal static class SelectCommand
{
    /// <summary>Whom a plan is for where no responses were given.</summary>
    public const string NewPerson = "new person";

    private const int DefaultReplicates = 500;

    public static Command Build(Terminal terminal)
    {
        var items = new KnownItems();
        var options = new SelectOptions();
        var responses = new Option<string?>("--responses")
        {
            Description = "What persons have answered so far, as 'tare calibrate' reads it. Default: a new person.",
            HelpName = "FILE",
        };
        var simulate = new Option<bool>("--simulate")
        {
            Description = "Simulate the test: bias of the estimate, length, exposure, and what it saves.",
        };
        var replicates = new Option<int>("--replicates")
        {
            Description = $"Simulated persons of the population and of each ability. Default {DefaultReplicates}.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultReplicates,
        };
        var abilities = new Option<string>("--abilities")
        {
            Description = "Abilities to simulate, logits, with commas. Default -2,-1,0,1,2.",
            HelpName = "LIST",
            DefaultValueFactory = _ => "-2,-1,0,1,2",
        };
        var json = CommonOptions.Json();
        var command = new Command("select", "Which items to give next, by information, until a target standard error is reached.");
        foreach (var option in items.Options.Append(responses).Concat(options.All).Concat([simulate, replicates, abilities, json]))
        {
            command.Add(option);
        }

        command.SetAction(
            (parse, cancel) =>
            {
                var (file, digest) = items.Read(parse);
                var bank = ItemBank.From(file.Items);
                var wanted = options.Read(parse, bank);
                var thetas = parse.GetValue(simulate) ? Abilities(parse.GetValue(abilities)!) : null;
                var count = Replicates(parse.GetValue(replicates));
                var path = parse.GetValue(responses);
                var data = path is null ? null : Responses.Read(path);
                var test = Prepare(terminal, bank, wanted, cancel);
                var plans = data is null ? [test.PlanFor(NewPerson)] : test.PlansFor(data);
                var simulation = thetas is null ? null : Simulate(terminal, test, thetas, count, cancel);
                var inputs = Inputs.DigestOf(path is null ? [digest] : ImportSource.FromPath(path).Files().Append(digest));
                string[] warnings = [.. KnownItems.Warnings(file), .. Unknown(plans)];
                if (parse.GetValue(json))
                {
                    Output.Json(terminal, parse, inputs, warnings, SelectJson.Of(test, file, plans, simulation));
                }
                else
                {
                    Output.Warnings(terminal, warnings);
                    SelectScreen.Write(terminal, test, plans, simulation);
                }

                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }

    private static AdaptiveTest Prepare(Terminal terminal, ItemBank bank, AdaptiveOptions options, CancellationToken cancel)
    {
        using var line = new ProgressLine(terminal, "exposure");
        return AdaptiveTest.For(bank, options, line.Of(AdaptiveTest.ExposureTests(options)), cancel);
    }

    private static AdaptiveSimulation Simulate(
        Terminal terminal,
        AdaptiveTest test,
        double[] abilities,
        int replicates,
        CancellationToken cancel
    )
    {
        using var line = new ProgressLine(terminal, "simulating");
        return AdaptiveSimulation.Of(test, abilities, replicates, line.Of((abilities.Length + 1) * replicates), cancel);
    }

    private static IEnumerable<string> Unknown(IReadOnlyList<AdaptivePlan> plans)
    {
        var unknown = plans.SelectMany(p => p.UnknownItems).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
        {
            yield return $"answers to {Show.Count(unknown.Length, "item")} without parameters in the file, not used: {KnownItems.Names(unknown)}";
        }
    }

    private static int Replicates(int count) =>
        count is >= 2 and <= 1_000_000
            ? count
            : throw InputException.At("--replicates", $"{count}", "a whole number from 2 to 1000000", "for example --replicates 500");

    private static double[] Abilities(string text) =>
        [
            .. text.Split(',', StringSplitOptions.TrimEntries)
                .Select(part =>
                    double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var theta) && Math.Abs(theta) <= 10
                        ? theta
                        : throw InputException.At(
                            "--abilities",
                            $"'{part}'",
                            "logits from -10 to 10, with commas",
                            "for example --abilities -1,0,1"
                        )
                ),
        ];
}
