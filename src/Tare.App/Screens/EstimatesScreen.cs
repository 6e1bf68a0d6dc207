using Spectre.Console;
using Tare.App.Cli;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>Screens of conditional and joint estimates, and of bootstrap errors.</summary>
internal static class EstimatesScreen
{
    private const int Shown = 20;

    public static void Write(
        Terminal terminal,
        PersonItemEstimates fit,
        ResponseMatrix data,
        string estimator,
        ResponseModel model,
        ResampledErrors? bootstrap
    )
    {
        var console = terminal.Styled();
        console.WriteLine(
            $"{KebabCase.Of(model)}, {Name(estimator)}: {Show.Count(data.Count, "response")}, {Show.Count(fit.Persons.Count, "person")}, {Show.Count(fit.Items.Count, "item")}; {(estimator == "cml" ? "conditional" : "joint")} log-likelihood {Show.Number(fit.LogLikelihood, "F2")} with {Show.Count(fit.ParameterCount, "parameter")}"
        );
        console.WriteLine(
            $"{(fit.Convergence.Reached ? "Converged" : "NOT CONVERGED")} in {Show.Count(fit.Convergence.Iterations, "cycle")}; standard errors: {Errors(fit.StandardErrors)}."
        );
        Items(console, fit.Items);
        Persons(console, fit.Persons);
        if (estimator == "cml")
        {
            console.WriteLine("Abilities: weighted likelihood with the items known; their errors leave out the items' own.");
        }

        Bootstrap(console, bootstrap);
    }

    /// <summary>Bootstrap errors, where there are any.</summary>
    public static void Bootstrap(IAnsiConsole console, ResampledErrors? bootstrap)
    {
        if (bootstrap is null)
        {
            return;
        }

        var o = bootstrap.Options;
        var failed = bootstrap.FailedDraws > 0 ? $" ({Show.Count(bootstrap.FailedDraws)} could not be fitted and are left out)" : "";
        console.WriteLine(
            $"Bootstrap over {Unit(o.Unit)}: {Show.Count(o.Draws)} draws{failed}, {Show.Level(o.IntervalLevel)} percentile intervals; they contain the sampling of {Unit(o.Unit)} alone."
        );
        Values(console, "ability of", bootstrap.Abilities);
        Values(console, "difficulty of", bootstrap.Difficulties);
    }

    private static void Values(IAnsiConsole console, string name, IReadOnlyList<ResampledValue> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var table = Tables.New(name, "se", "interval", "draws");
        Tables.AlignRight(table, 1, 3);
        foreach (var v in values.Take(Shown))
        {
            var bounds = v.Lower is { } l && v.Upper is { } u ? $"[{Show.Number(l, "F3")}, {Show.Number(u, "F3")}]" : "not identified";
            Tables.Row(table, v.Id, v.StandardError is { } s ? Show.Number(s, "F3") : "", bounds, Show.Count(v.Draws));
        }

        console.Write(Capped(table, values.Count, "values"));
    }

    private static void Items(IAnsiConsole console, IReadOnlyList<CalibratedItem> all)
    {
        var items = Tables.New("item", "difficulty", "se", "discrimination", "se");
        Tables.AlignRight(items, 1, 2, 3, 4);
        foreach (var i in all.OrderByDescending(i => Order(i.Difficulty)).ThenBy(i => i.Id, StringComparer.Ordinal).Take(Shown))
        {
            Tables.Row(items, i.Id, Value(i.Difficulty), Error(i.Difficulty), Value(i.Discrimination), Error(i.Discrimination));
        }

        console.Write(Capped(items, all.Count, "items"));
    }

    private static void Persons(IAnsiConsole console, IReadOnlyList<CalibratedPerson> all)
    {
        var persons = Tables.New("person", "ability", "se");
        Tables.AlignRight(persons, 1, 2);
        foreach (var p in all.OrderByDescending(p => Order(p.Ability)).ThenBy(p => p.Id, StringComparer.Ordinal).Take(Shown))
        {
            Tables.Row(persons, p.Id, Value(p.Ability), Error(p.Ability));
        }

        console.Write(Capped(persons, all.Count, "persons"));
    }

    private static string Name(string estimator) =>
        estimator switch
        {
            "cml" => "conditional maximum likelihood",
            "jml" => "joint maximum likelihood",
            _ => "joint maximum a posteriori",
        };

    private static string Errors(StandardErrorKind kind) =>
        kind switch
        {
            StandardErrorKind.Fisher => "Fisher information",
            StandardErrorKind.FisherOtherSideKnown => "Fisher information, the other side taken as known (too small on short tests)",
            StandardErrorKind.SandwichByItemGroup => "sandwich, abilities clustered by domain, the other side taken as known",
            StandardErrorKind.SandwichOtherSideKnown => "sandwich, the other side taken as known",
            _ => KebabCase.Of(kind),
        };

    private static string Unit(ResampledUnit unit) => unit == ResampledUnit.ItemGroups ? "domains" : KebabCase.Of(unit);

    private static double Order(Estimate estimate) => (estimate as Estimate.Known)?.Value ?? double.NegativeInfinity;

    private static Table Capped(Table table, int count, string noun)
    {
        if (count > Shown)
        {
            table.Caption = new TableTitle($"{Shown} of {Show.Count(count)} {noun}; --json has all.");
        }

        return table;
    }

    private static string Value(Estimate e) => e is Estimate.Known k ? Show.Number(k.Value, "F3") : "not identified";

    private static string Error(Estimate e) => e is Estimate.Known { StandardError: { } s } ? Show.Number(s, "F3") : "";
}
