using System.CommandLine;
using System.Globalization;
using Tare.App.Cli;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>The arguments of <c>tare impute</c>.</summary>
internal sealed class ImputeArguments
{
    private const int DefaultRepeats = 20;
    private const int DefaultMost = 40;

    public Argument<string> File { get; } =
        new("FILE")
        {
            Description = "Responses in long form: person,item,response[,trials][,benchmark], CSV or JSON lines; the person's and others'.",
        };

    public Option<string?> Person { get; } = new("--person") { Description = "Who was run on a part of the items.", HelpName = "ID" };

    public Option<string?> Benchmark { get; } =
        new("--benchmark")
        {
            Description = "The benchmark to fill in, where the file has several. Default: all items are one.",
            HelpName = "NAME",
        };

    public Option<string?> Prefix { get; } =
        new("--benchmark-prefix")
        {
            Description = "An item's benchmark is its name up to this text, instead of a column 'benchmark'.",
            HelpName = "TEXT",
        };

    public Option<bool> HoldOut { get; } =
        new("--hold-out")
        {
            Description = "Study instead: give those who have all items random parts of them, and compare with the truth.",
        };

    public Option<string> Parts { get; } =
        new("--shares")
        {
            Description = "Parts that the study tries, per cent with commas. Default 5,10,25,50.",
            HelpName = "LIST",
            DefaultValueFactory = _ => "5,10,25,50",
        };

    public Option<int> Repeats { get; } =
        Number("--repeats", $"Random parts for each person and size. Default {DefaultRepeats}.", DefaultRepeats, 2);

    public Option<int> Persons { get; } = Number("--persons", $"Most persons held out; 0 for all. Default {DefaultMost}.", DefaultMost, 0);

    public Option<double?> Level { get; } = CommonOptions.Level("--level", "Level of the intervals, in (0, 1). Default 0.9.");

    public Option<bool> Json { get; } = CommonOptions.Json();

    public void AddTo(Command command)
    {
        command.Add(File);
        Option[] options = [Person, Benchmark, Prefix, HoldOut, Parts, Repeats, Persons, Level, Json];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>The study that the words ask for.</summary>
    public HoldOutOptions Options(ParseResult parse) =>
        new()
        {
            Shares = Shares(parse.GetValue(Parts)!),
            Repeats = parse.GetValue(Repeats),
            MostPersons = parse.GetValue(Persons),
            Imputation = new ImputationOptions { Level = parse.GetValue(Level) ?? new ImputationOptions().Level },
        };

    private static Option<int> Number(string name, string description, int otherwise, int least)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => otherwise,
        };
        option.Validators.Add(r =>
        {
            if (!r.Errors.Any() && r.Tokens.Count > 0 && r.GetValue(option) < least)
            {
                r.AddError(
                    $"{name}: '{r.Tokens[0].Value}'; expected a whole number of at least {least.ToString(CultureInfo.InvariantCulture)}."
                );
            }
        });
        return option;
    }

    private static double[] Shares(string text) =>
        [
            .. text.Split(',', StringSplitOptions.TrimEntries)
                .Select(part =>
                    double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and < 100
                        ? percent / 100
                        : throw InputException.At(
                            "--shares",
                            $"'{part}'",
                            "per cent above 0 and below 100, with commas between",
                            "for example --shares 5,10,25,50"
                        )
                ),
        ];
}
