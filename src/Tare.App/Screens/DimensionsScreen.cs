using Spectre.Console;
using Tare.App.Cli;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screen of calibrations in several dimensions.</summary>
internal static class DimensionsScreen
{
    private const int Shown = 20;

    public static void Write(Terminal terminal, DimensionalResult fit, string family)
    {
        var console = terminal.Styled();
        console.WriteLine(
            $"{family}: {Show.Count(fit.Data.Count, "response")}, {Show.Count(fit.Persons.Count, "person")}, {Show.Count(fit.Items.Count, "item")}, dimensions {string.Join(", ", fit.Dimensions)}; log-likelihood {Show.Number(fit.LogLikelihood, "F2")} with {Show.Count(fit.ParameterCount, "parameter")}"
        );
        console.WriteLine(
            $"{(fit.Convergence.Reached ? "Converged" : "NOT CONVERGED")} in {Show.Count(fit.Convergence.Iterations, "cycle")}; standard errors: {KebabCase.Of(fit.StandardErrors)}."
        );
        if (fit.Options.Structure == DimensionStructure.Correlated)
        {
            Correlations(console, fit);
        }

        Items(console, fit);
        Persons(console, fit);
        console.WriteLine(
            "Abilities: posterior means, population standard deviations; each dimension has mean 0 and standard deviation 1."
        );
    }

    private static void Correlations(IAnsiConsole console, DimensionalResult fit)
    {
        var table = Tables.New(["correlation", .. fit.Dimensions]);
        Tables.AlignRight(table, [.. Enumerable.Range(1, fit.Dimensions.Count)]);
        for (var i = 0; i < fit.Dimensions.Count; i++)
        {
            Tables.Row(
                table,
                [
                    fit.Dimensions[i],
                    .. fit.Correlations[i]
                        .Select(
                            (c, j) =>
                                j < i ? WithError(c)
                                : j == i ? "1"
                                : ""
                        ),
                ]
            );
        }

        console.Write(table);
    }

    private static void Items(IAnsiConsole console, DimensionalResult fit)
    {
        var hasGeneral = fit.Options.Structure == DimensionStructure.Bifactor;
        var table = hasGeneral
            ? Tables.New("item", "domain", "general slope", "domain slope", "intercept")
            : Tables.New("item", "domain", "slope", "intercept");
        Tables.AlignRight(table, [.. Enumerable.Range(2, hasGeneral ? 3 : 2)]);
        foreach (var i in fit.Items.OrderBy(i => i.Domain, StringComparer.Ordinal).ThenBy(i => i.Id, StringComparer.Ordinal).Take(Shown))
        {
            string[] general = hasGeneral ? [WithError(i.GeneralSlope)] : [];
            Tables.Row(table, [i.Id, i.Domain, .. general, WithError(i.DomainSlope), WithError(i.Intercept)]);
        }

        console.Write(Capped(table, fit.Items.Count, "items"));
    }

    private static void Persons(IAnsiConsole console, DimensionalResult fit)
    {
        var table = Tables.New(["person", .. fit.Dimensions]);
        Tables.AlignRight(table, [.. Enumerable.Range(1, fit.Dimensions.Count)]);
        foreach (
            var p in fit
                .Persons.OrderByDescending(p => (p.Abilities[0] as Estimate.Known)?.Value ?? double.NegativeInfinity)
                .ThenBy(p => p.Id, StringComparer.Ordinal)
                .Take(Shown)
        )
        {
            Tables.Row(table, [p.Id, .. p.Abilities.Select(WithError)]);
        }

        console.Write(Capped(table, fit.Persons.Count, "persons"));
    }

    private static Table Capped(Table table, int count, string noun)
    {
        if (count > Shown)
        {
            table.Caption = new TableTitle($"{Shown} of {Show.Count(count)} {noun}; --json has all.");
        }

        return table;
    }

    private static string WithError(Estimate e) =>
        e switch
        {
            Estimate.Known { Basis: EstimateBasis.Fixed } k => Show.Number(k.Value, "F0"),
            Estimate.Known { StandardError: { } s } k => $"{Show.Number(k.Value, "F2")} ({Show.Number(s, "F2")})",
            Estimate.Known k => Show.Number(k.Value, "F2"),
            _ => "not identified",
        };
}
