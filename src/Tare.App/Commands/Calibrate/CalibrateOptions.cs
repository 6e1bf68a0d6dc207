using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Runs;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>The options of <c>tare calibrate</c>, in the groups in which help lists them.</summary>
internal sealed class CalibrateOptions
{
    private const string DefaultFamily = "2pl";

    public Argument<string> File { get; } =
        new("FILE|RUN")
        {
            Description =
                "Responses in long form: person,item,response[,trials][,frequency][,importance][,facet columns...], CSV or JSON lines; or the folder of a run.",
        };

    public Option<string> Family { get; } =
        new("--family")
        {
            Description =
                $"{string.Join(", ", CalibrateCommand.Families.SkipLast(1))} or {CalibrateCommand.Families[^1]}. Default 2pl; rasch for a run, whose models are few.",
            HelpName = "NAME",
            DefaultValueFactory = _ => DefaultFamily,
        };

    public Option<string?> Estimator { get; } =
        Choice(
            "--estimator",
            CalibrateCommand.Estimators,
            "mml (marginal), cml (conditional), jml (joint) or map (joint with priors, put back on the ability prior's scale). Rasch takes all, 2pl mml and map. Default mml."
        );

    public Option<string?> Domains { get; } =
        new("--domains")
        {
            Description =
                "CSV file item,domain: the dimensions of bifactor and multidimensional, the clusters of sandwich errors, what --resample domains draws.",
            HelpName = "FILE",
        };

    public Option<double?> Guessing { get; } =
        new("--guessing")
        {
            Description = "Fixed guessing parameter of 3pl, in [0, 1). Default: estimated for each item.",
            HelpName = "SHARE",
        };

    public Option<int?> GridPoints { get; } =
        Number("--grid-points", "Forces so many quadrature points over ±6. Default: as many as resolve every posterior.", 3, 4096);

    public Option<string?> StandardErrors { get; } =
        Choice(
            "--standard-errors",
            CalibrateErrors.Kinds,
            "fisher, fisher-by-item (each item's own block), sandwich, bootstrap or none. Default: fisher, by item where the whole matrix costs too much; sandwich with weights or shares."
        );

    public Option<string?> Resample { get; } =
        Choice(
            "--resample",
            CalibrateErrors.Units,
            "What a bootstrap draws: persons (errors of items), items or domains (errors of abilities). Default persons.",
            "persons"
        );

    public Option<string?> Person { get; } = Column("--person", "Column of the persons; terms and tables call them so. Default person.");

    public Option<string?> Item { get; } = Column("--item", "Column of the items. Default item.");

    public Option<string?> Response { get; } =
        Column("--response", "Column of the responses. Default response, or successes beside trials.");

    public Option<string?> Trials { get; } = Column("--trials", "Column of the number of trials. Default trials.");

    public Option<string?> Attempts { get; } =
        Choice(
            "--attempts",
            CalibrateInput.AttemptRuleNames,
            "How several trials become one response: mean (the share that succeeds), pass@2 (best of two) or best (of all). Default mean."
        );

    public Option<string?> Split { get; } =
        new("--split")
        {
            Description =
                "Takes a column apart: the named groups of the regular expression become columns. Rows that do not match are left out and counted.",
            HelpName = "COLUMN=REGEX",
        };

    public Option<string?> Crossed { get; } =
        new("--crossed")
        {
            Description = "Two columns: keeps only levels met with at least two of the other, again and again until nothing changes.",
            HelpName = "COLUMN,COLUMN",
        };

    public Option<string?> Facets { get; } =
        new("--facets")
        {
            Description = "Columns that are facets, with commas; other further columns are not read. Default: every further column.",
            HelpName = "COLUMNS",
        };

    public Option<string?> Terms { get; } =
        new("--terms")
        {
            Description =
                "Terms of the many-facet family, with commas; a colon joins the columns of an interaction: model,harness,model:harness. Default: all main effects and two-way interactions.",
            HelpName = "TERMS",
        };

    public Option<bool> Posterior { get; } =
        new("--posterior") { Description = "Draw the many-facet posterior instead of its Laplace approximation." };

    public Option<string?> Prior { get; } =
        new("--prior")
        {
            Description =
                "Prior of the many-facet standard deviations: inverse-gamma:SHAPE,SCALE (of the variance), half-normal:WIDTH or half-t:DF,WIDTH. Default inverse-gamma:1,0.05.",
            HelpName = "PRIOR",
        };

    public Option<double> InterceptWidth { get; } =
        new("--intercept-sd")
        {
            Description = "Standard deviation of the many-facet intercept's normal prior, logits. Default 10.",
            HelpName = "LOGITS",
            DefaultValueFactory = _ => 10,
        };

    public Option<int?> Chains { get; } = Number("--chains", "Chains of the posterior, at least 2. Default 4.", 2);

    public Option<int?> Warmup { get; } = Number("--warmup", "Cycles of each chain that are thrown away. Default 300.", 0);

    public Option<int?> Draws { get; } =
        Number(
            "--draws",
            "Draws kept of each chain, at least 100 (default 1,500); or refits of a bootstrap, at least 20 (default 200).",
            20
        );

    public Option<string?> Seed { get; } =
        new("--seed") { Description = "Name of the random streams; another name gives other draws.", HelpName = "NAME" };

    public Option<double?> Level { get; } = CommonOptions.Level(description: "Level of the intervals, in (0, 1). Default 0.9.");

    /// <summary>What is compared: groups of persons, and families.</summary>
    public CalibrateComparisons Comparisons { get; } = new();

    public Option<string?> Out { get; } =
        new("--out")
        {
            Description = "Folder for items.csv, persons.csv, calibration.json and index.html, a self-contained page with pictures.",
            HelpName = "DIR",
        };

    public Option<string> ItemsLayout { get; } =
        new("--layout")
        {
            Description = "Layout of the items' table: tare (difficulty, discrimination, guessing) or mirt (a1, d, g, u). Default tare.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "tare",
        };

    public Option<bool> Json { get; } = CommonOptions.Json();

    /// <summary>The family: the one that was named, else the default for what is calibrated.</summary>
    public string FamilyOf(ParseResult parse) =>
        parse.GetResult(Family) is { Implicit: false } || !OpenedRun.IsAt(parse.GetValue(File)!) ? parse.GetValue(Family)! : "rasch";

    /// <summary>The first option given that names columns of a file, or <see langword="null"/>.</summary>
    public string? ColumnsGiven(ParseResult parse)
    {
        Option[] columns = [Person, Item, Response, Trials, Split, Crossed, Facets];
        return columns.FirstOrDefault(o => parse.GetResult(o) is { Implicit: false })?.Name;
    }

    public Command On(string name, string description) =>
        new(name, description)
        {
            File,
            Family,
            Estimator,
            StandardErrors,
            Resample,
            Domains,
            Guessing,
            GridPoints,
            Person,
            Item,
            Response,
            Trials,
            Attempts,
            Split,
            Crossed,
            Facets,
            Terms,
            Posterior,
            Prior,
            InterceptWidth,
            Chains,
            Warmup,
            Draws,
            Seed,
            Level,
            Comparisons.Dif,
            Comparisons.Groups,
            Comparisons.Families,
            Out,
            ItemsLayout,
            Json,
        };

    private static Option<string?> Column(string name, string description) => new(name) { Description = description, HelpName = "COLUMN" };

    private static Option<int?> Number(string name, string description, int least, int most = 1_000_000)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValue(option) is { } n && (n < least || n > most))
            {
                result.AddError($"{name}: '{result.Tokens[0].Value}'; expected a whole number from {least} to {most}.");
            }
        });
        return option;
    }

    private static Option<string?> Choice(string name, IReadOnlyList<string> choices, string description, string? otherwise = null)
    {
        var option = new Option<string?>(name)
        {
            Description = description,
            HelpName = "NAME",
            DefaultValueFactory = _ => otherwise,
        };
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.Tokens is [var token] && !choices.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError(
                    $"{name}: '{token.Value}'; expected one of {string.Join(", ", choices)}; {NearestNames.NextStep(token.Value, choices, "take one of them")}"
                );
            }
        });
        return option;
    }
}
