using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.Psychometrics;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare calibrate --family many-facet</c>.</summary>
internal static class ManyFacetScreen
{
    private const int Shown = 12;

    public static void Write(Terminal terminal, ManyFacetCalibration fit, ResponseMatrix data)
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
