using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare fit</c>.</summary>
internal static class FitScreen
{
    private const int ModelsShown = 20;
    private const int ItemsShown = 12;

    public static void Write(Terminal terminal, FitFinding fit)
    {
        var console = terminal.Styled();
        var unit = fit.Abilities.Unit;
        console.MarkupLineInterpolated(
            $"[bold]{fit.Methodology.Name}[/] on {fit.EvidenceName} ({Show.Digest(fit.EvidenceDigest)}): {Show.Count(fit.ScoreCount, "score")}, {Show.Count(fit.Abilities.Rows.Count, "model")}, {Show.Count(fit.Items.Count, "benchmark")}"
        );
        console.WriteLine(MethodsScreen.Echo(fit.Methodology));
        console.WriteLine(Convergence(fit));
        foreach (var e in fit.Exclusions)
        {
            console.WriteLine($"Left out or changed: {Show.Count(e.Count)} {e.What} ({string.Join(", ", e.Examples)})");
        }

        console.Write(Models(fit, unit));
        console.Write(Items(fit, unit));
        Jackknife(console, fit, unit);
        console.WriteLine($"Intervals are {Show.Level(fit.Abilities.Level)} and contain: {fit.Abilities.Contains}.");
    }

    private static string Convergence(FitFinding fit)
    {
        var bound = fit.AtBound.Count == 0 ? "nothing on a bound" : "on a bound: " + string.Join(", ", fit.AtBound);
        var draws =
            fit.Abilities.Draws.Length == 0
                ? ""
                : $"; {Show.Count(fit.Abilities.Draws.Length)} draws, {Show.Count(fit.DrawsNotConverged)} not converged";
        return $"{(fit.Converged ? "Converged" : "NOT CONVERGED")} in {Show.Count(fit.Iterations, "step")}: objective {Show.Number(fit.Objective, "F10")}, "
            + $"projected gradient {Show.Number(fit.GradientMaxNorm, "0.0e+0")}, {bound}{draws}.";
    }

    private static Table Models(FitFinding fit, string unit)
    {
        var table = Tables.New("model", unit, $"{Show.Level(fit.Abilities.Level)} interval", "released", "group", "scores");
        Tables.AlignRight(table, 1, 5);
        foreach (var m in fit.Abilities.Rows.OrderByDescending(m => m.Value).ThenBy(m => m.Id, StringComparer.Ordinal).Take(ModelsShown))
        {
            var bounds = m.Lower is null && fit.Abilities.Draws.Length > 0 ? "anchor" : Show.Bounds(m.Lower, m.Upper, unit);
            Tables.Row(
                table,
                (m.Name),
                Show.Points(m.Value, unit),
                bounds,
                Show.Date(m.Date),
                (m.Group ?? Show.Unknown),
                Show.Count(m.Observations)
            );
        }

        return Capped(table, fit.Abilities.Rows.Count, ModelsShown, "models");
    }

    private static Table Items(FitFinding fit, string unit)
    {
        var table = Tables.New("benchmark", $"difficulty, {unit}", $"discrimination per {unit}", "domain", "scores");
        Tables.AlignRight(table, 1, 2, 4);
        foreach (var i in fit.Items.OrderByDescending(i => i.Difficulty).ThenBy(i => i.Id, StringComparer.Ordinal).Take(ItemsShown))
        {
            Tables.Row(
                table,
                (i.Name),
                Show.Points(i.Difficulty, unit),
                Show.Number(i.Discrimination, "G3"),
                (i.Domain ?? Show.Unknown),
                Show.Count(i.Observations)
            );
        }

        return Capped(table, fit.Items.Count, ItemsShown, "benchmarks");
    }

    private static Table Capped(Table table, int count, int shown, string noun)
    {
        if (count > shown)
        {
            table.Caption($"{shown} of {Show.Count(count)} {noun}; --json has all.");
        }

        return table;
    }

    private static void Jackknife(IAnsiConsole console, FitFinding fit, string unit)
    {
        if (fit.DomainJackknife is not { } jackknife || fit.Methodology.Uncertainty != UncertaintyRule.DomainJackknife)
        {
            return;
        }

        var names = fit.Abilities.Rows.ToDictionary(r => r.Id, r => r.Name, StringComparer.Ordinal);
        var errors = jackknife.StandardErrors.Where(e => e.Value > 0).Select(e => $"{names[e.Key]} {Show.Points(e.Value, unit)}");
        console.WriteLine(
            $"Delete-one-domain jackknife over {jackknife.Domains.Count} domains, standard errors in {unit}: {string.Join(", ", errors)}."
        );
    }
}
