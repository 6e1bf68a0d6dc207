using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Commands;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screens of <c>tare calibrate</c>.</summary>
internal static class CalibrateScreen
{
    private const int Shown = 20;

    public static void Write(Terminal terminal, ItemCalibration fit, CalibrateDiagnostics diagnostics)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated(
            $"[bold]{KebabCase.Of(fit.Options.Model)}[/]: {Show.Count(fit.Data.Count, "response")}, {Show.Count(fit.Persons.Count, "person")}, {Show.Count(fit.Items.Count, "item")}; log-likelihood {Show.Number(fit.LogLikelihood, "F2")} with {Show.Count(fit.ParameterCount, "parameter")}"
        );
        console.WriteLine(
            $"{(fit.Convergence.Reached ? "Converged" : "NOT CONVERGED")} in {Show.Count(fit.Convergence.Iterations, "cycle")}; standard errors: {KebabCase.Of(fit.StandardErrors)}."
        );
        DiagnosticsScreen.WriteSummary(console, diagnostics.Fit);
        console.Write(Items(fit, diagnostics));
        console.Write(Persons(fit, diagnostics));
        DiagnosticsScreen.Write(console, diagnostics);
    }

    private static Table Items(ItemCalibration fit, CalibrateDiagnostics diagnostics)
    {
        var hasGuessing = fit.Options.Model == ResponseModel.ThreeParameter;
        string[] guessing = hasGuessing ? ["guessing"] : [];
        var table = Tables.New(["item", "difficulty", "se", "discrimination", "se", .. guessing, "infit", "outfit"]);
        Tables.AlignRight(table, [.. Enumerable.Range(1, table.Columns.Count - 1)]);
        foreach (
            var (i, f) in fit
                .Items.Zip(diagnostics.Fit.Items)
                .OrderByDescending(i => (i.First.Difficulty as Estimate.Known)?.Value ?? double.NegativeInfinity)
                .ThenBy(i => i.First.Id, StringComparer.Ordinal)
                .Take(Shown)
        )
        {
            guessing = hasGuessing ? [Value(i.Guessing)] : [];
            string[] fitted = [DiagnosticsScreen.MeanSquare(f.Infit), DiagnosticsScreen.MeanSquare(f.Outfit)];
            Tables.Row(
                table,
                [i.Id, Value(i.Difficulty), Error(i.Difficulty), Value(i.Discrimination), Error(i.Discrimination), .. guessing, .. fitted]
            );
        }

        return Capped(table, fit.Items.Count, "items");
    }

    private static Table Persons(ItemCalibration fit, CalibrateDiagnostics diagnostics)
    {
        var persons = Tables.New("person", "ability", "se", "infit", "outfit", "lz*");
        Tables.AlignRight(persons, 1, 2, 3, 4, 5);
        foreach (
            var (p, f) in fit
                .Persons.Zip(diagnostics.Fit.Persons)
                .OrderByDescending(p => (p.First.Ability as Estimate.Known)?.Value ?? double.NegativeInfinity)
                .ThenBy(p => p.First.Id, StringComparer.Ordinal)
                .Take(Shown)
        )
        {
            Tables.Row(
                persons,
                p.Id,
                Value(p.Ability),
                Error(p.Ability),
                DiagnosticsScreen.MeanSquare(f.Infit),
                DiagnosticsScreen.MeanSquare(f.Outfit),
                DiagnosticsScreen.Standardised(f.LzStar)
            );
        }

        return Capped(persons, fit.Persons.Count, "persons");
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
