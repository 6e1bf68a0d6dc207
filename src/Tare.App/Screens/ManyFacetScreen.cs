using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Commands;
using Tare.App.Json;
using Tare.Psychometrics;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare calibrate --family many-facet</c>.</summary>
internal static class ManyFacetScreen
{
    private const int Shown = 12;

    public static void Write(Terminal terminal, ManyFacetCalibration fit, ResponseMatrix data, IReadOnlyList<FacetDiagnostics> facets)
    {
        var console = terminal.Styled();
        console.WriteLine(Head(fit, data));
        var level = Show.Level(fit.Options.IntervalLevel);
        var table = Tables.New("component", "sd, logits", $"{level} interval");
        Tables.AlignRight(table, 1);
        foreach (var c in fit.Components)
        {
            var bounds = c.Lower is { } l && c.Upper is { } u ? $"[{Show.Number(l, "F2")}, {Show.Number(u, "F2")}]" : "";
            Tables.Row(table, c.Term, Show.Number(c.StandardDeviation, "F2"), bounds);
        }

        console.Write(table);
        Design(console, fit);
        foreach (var effects in fit.Effects.Where(e => e.Term.Columns.Count == 1 && e.Term.Name != fit.Options.ItemColumn))
        {
            var levels = Tables.New(effects.Term.Name, "effect, logits", $"{level} interval");
            Tables.AlignRight(levels, 1);
            foreach (var l in effects.Levels.OrderByDescending(l => l.Value).Take(Shown))
            {
                Tables.Row(levels, l.Level[0], Show.Number(l.Value, "F2"), $"[{Show.Number(l.Lower, "F2")}, {Show.Number(l.Upper, "F2")}]");
            }

            if (effects.Levels.Count > Shown)
            {
                levels.Caption = new TableTitle($"{Shown} of {Show.Count(effects.Levels.Count)}; --json has all.");
            }

            console.Write(levels);
        }

        console.WriteLine(
            fit.Posterior is null
                ? "Intervals: normal in ln sd; of effects, given the estimated standard deviations, whose own uncertainty they leave out."
                : "Intervals: posterior quantiles. They contain the sampling of trials and the uncertainty of all terms, given the prior."
        );
        DiagnosticsScreen.Write(console, facets, hasItems: false);
    }

    private static void Design(IAnsiConsole console, ManyFacetCalibration fit)
    {
        foreach (var pair in fit.Facts.Pairs.Where(p => p.EmptyCells.Count > 0 || p.Components.Count > 1))
        {
            console.WriteLine(
                $"{pair.First} x {pair.Second}: {Show.Count(pair.EmptyCells.Count)} of {pair.Cells:N0} cells never met"
                    + (pair.Components.Count > 1 ? $"; {pair.Components.Count} groups hang together by these two alone" : "")
                    + "."
            );
        }

        if (fit.LeaveOneOut is { } loo)
        {
            console.WriteLine(
                $"PSIS-LOO by response: elpd {Show.Number(loo.Elpd, "F1")}, se {Show.Number(loo.StandardError, "F1")}, {Show.Number(loo.EffectiveParameters, "F1")} effective parameters; "
                    + $"k above {Show.Number(LeaveOneOut.LargestK, "F1")} in {Show.Count(loo.Unreliable)} of {Show.Count(loo.Pointwise.Count, "response")}{(loo.Unreliable > 0 ? ": not to be trusted" : "")}."
            );
        }
    }

    private static string Head(ManyFacetCalibration fit, ResponseMatrix data)
    {
        var trials = 0L;
        foreach (var n in data.Trials)
        {
            trials += n;
        }

        var size =
            $"{trials.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} trials in {Show.Count(data.Count, "response")}: "
            + string.Join(", ", fit.Facts.Columns.Select(c => $"{Show.Count(c.Levels)} {c.Name}"));
        return fit.Posterior is { } p
            ? $"Many-facet family, posterior; every quantity converged (R-hat at most {Show.Number(p.WorstRHat, "F3")}, ESS at least {Show.Number(Math.Floor(p.WorstEss / 100) * 100, "F0")}; prior {PriorText.Of(fit.Options.Prior)}). {size}."
            : $"Many-facet family, Laplace approximation. {size}.";
    }
}
