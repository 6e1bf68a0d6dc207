using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Runs;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare place RUN</c>.</summary>
internal static class PlaceRunScreen
{
    public static void Write(Terminal terminal, ScaleLinkFinding link, FitFinding fit, OpenedRun run)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated(
            $"[bold]{Show.Count(link.Placed.Count(p => p.Value is not null), "model")} of the run on the scale of {fit.Methodology.Name}, through {Show.Count(link.Anchors.Count, "anchor")}[/]"
        );
        if (link.Placed.Count == 0)
        {
            console.WriteLine("Every model of the run is an anchor; --as LABEL=none takes one out, to be placed by the others.");
        }
        else if (link.Placed.Any(p => p.Value is not null))
        {
            console.Write(Placed(link, fit.Abilities.Level));
        }

        foreach (var model in link.Placed.Where(p => p.Reason is not null))
        {
            console.WriteLine($"{model.Label}: not placed; {model.Reason}.");
        }

        Prose.Heading(console, "The link");
        console.WriteLine(
            $"{link.Unit} = {Show.Points(link.Intercept, link.Unit)} + {Show.Number(link.Slope, "F2")} x own ability in logits (slope ±{Show.Number(link.SlopeStandardError, "F2")}); the anchors' residual spread beyond their standard errors (±) is {Show.PointsOf(link.ResidualSpread, link.Unit)}."
        );
        console.Write(Anchors(link, fit.Abilities.Draws.Length > 0 ? " fixed" : ""));
        console.WriteLine(Worth(link));
        if (link.Placed.Select(p => p.Interval).FirstOrDefault(i => i is not null) is { } interval)
        {
            console.WriteLine($"Intervals are {Show.Level(interval.Level)} and contain: {interval.Contains}.");
        }

        console.WriteLine(
            $"This run is in {string.Join(", ", run.State.Plan.Harnesses)}; the public scores come from other harnesses, mostly unstated. The line takes up what that does to all models alike; what it does to one alone is part of the residual spread. Public scale: {fit.Methodology.Name} on {fit.EvidenceName} ({Show.Digest(fit.EvidenceDigest)})."
        );
    }

    private static string Worth(ScaleLinkFinding link)
    {
        var mean = $"{Show.PointsOf(link.MeanOnlyError, link.Unit)} if each is put at the mean of the others";
        return link.LeaveOneOutError is { } error
            ? $"Each anchor predicted from the others: off by {Show.PointsOf(error, link.Unit)} on average; {mean}."
            : $"Not every anchor can be predicted from the others: without it they give no line; {mean}.";
    }

    private static Table Placed(ScaleLinkFinding link, double level)
    {
        var table = Tables.New("model", "own ability", link.Unit, $"{Show.Level(level)} interval", "");
        Tables.AlignRight(table, 1, 2);
        foreach (var p in link.Placed.Where(p => p.Value is not null).OrderByDescending(p => p.Value))
        {
            Tables.Row(
                table,
                p.Label,
                Ability(p.Own!.Value, p.OwnStandardError!.Value),
                Show.Points(p.Value!.Value, link.Unit),
                Show.Bounds(p.Interval, link.Unit),
                p.IsExtrapolated ? "outside the anchors" : ""
            );
        }

        return table;
    }

    private static Table Anchors(ScaleLinkFinding link, string unbounded)
    {
        var table = Tables.New("anchor", "own ability", link.Unit, "line", "residual", "from the others");
        Tables.AlignRight(table, 1, 2, 3, 4, 5);
        foreach (var a in link.Anchors.OrderByDescending(a => a.Public))
        {
            Tables.Row(
                table,
                string.Equals(a.Label, a.Id, StringComparison.OrdinalIgnoreCase) ? a.Name : $"{a.Label} = {a.Name}",
                Ability(a.Own, a.OwnStandardError),
                Show.Points(a.Public, link.Unit) + (a.PublicStandardError is { } error ? $" ±{Show.Points(error, link.Unit)}" : unbounded),
                Show.Points(a.Predicted!.Value, link.Unit),
                Show.Number(a.Residual!.Value, "+0.0;-0.0;0.0"),
                a.LeftOutPredicted is { } other ? Show.Points(other, link.Unit) : "no line"
            );
        }

        return table;
    }

    private static string Ability(double value, double error) => $"{Show.Number(value, "F2")} ±{Show.Number(error, "F2")}";
}
