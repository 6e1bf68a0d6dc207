using Spectre.Console;
using Tare.App.Cli;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screens of <c>tare calibrate</c>.</summary>
internal static class CalibrateScreen
{
    private const int Shown = 20;

    public static void Write(Terminal terminal, ItemCalibration fit)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated(
            $"[bold]{KebabCase.Of(fit.Options.Model)}[/]: {Show.Count(fit.Data.Count, "response")}, {Show.Count(fit.Persons.Count, "person")}, {Show.Count(fit.Items.Count, "item")}; log-likelihood {Show.Number(fit.LogLikelihood, "F2")} with {Show.Count(fit.ParameterCount, "parameter")}"
        );
        console.WriteLine(
            $"{(fit.Convergence.Reached ? "Converged" : "NOT CONVERGED")} in {Show.Count(fit.Convergence.Iterations, "cycle")}; standard errors: {KebabCase.Of(fit.StandardErrors)}."
        );
        var items = Tables.New("item", "difficulty", "se", "discrimination", "se", "guessing");
        Tables.AlignRight(items, 1, 2, 3, 4, 5);
        foreach (
            var i in fit
                .Items.OrderByDescending(i => (i.Difficulty as Estimate.Known)?.Value ?? double.NegativeInfinity)
                .ThenBy(i => i.Id, StringComparer.Ordinal)
                .Take(Shown)
        )
        {
            Tables.Row(
                items,
                i.Id,
                Value(i.Difficulty),
                Error(i.Difficulty),
                Value(i.Discrimination),
                Error(i.Discrimination),
                Value(i.Guessing)
            );
        }

        console.Write(Capped(items, fit.Items.Count, "items"));
        var persons = Tables.New("person", "ability", "se");
        Tables.AlignRight(persons, 1, 2);
        foreach (
            var p in fit
                .Persons.OrderByDescending(p => (p.Ability as Estimate.Known)?.Value ?? double.NegativeInfinity)
                .ThenBy(p => p.Id, StringComparer.Ordinal)
                .Take(Shown)
        )
        {
            Tables.Row(persons, p.Id, Value(p.Ability), Error(p.Ability));
        }

        console.Write(Capped(persons, fit.Persons.Count, "persons"));
    }

    private static Table Capped(Table table, int count, string noun)
    {
        if (count > Shown)
        {
            table.Caption($"{Shown} of {Show.Count(count)} {noun}; --json has all.");
        }

        return table;
    }

    private static string Value(Estimate e) => e is Estimate.Known k ? Show.Number(k.Value, "F3") : "not identified";

    private static string Error(Estimate e) => e is Estimate.Known { StandardError: { } s } ? Show.Number(s, "F3") : "";
}
