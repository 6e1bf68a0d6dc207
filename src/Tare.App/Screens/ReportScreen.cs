using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The one screen of <c>tare report</c>.</summary>
internal static class ReportScreen
{
    public static void Write(Terminal terminal, Report report)
    {
        var console = terminal.Styled();
        console.MarkupLine("[bold]How far are open models behind closed ones?[/]");
        console.Write(Answer(report));
        console.Write(Definitions(report));
        Table(console, report.CaisiTable);
        Change(console, report.SmallestChange);
        console.WriteLine(Basis(report));
    }

    private static Table Answer(Report report)
    {
        GapFinding[] gaps = [report.IndexGap, report.CaisiLikeGapOnWeights, report.CaisiLikeGap];
        var table = Tables.New(["", .. gaps.Select((g, k) => $"{(k == 0 ? "Epoch's ECI" : "CAISI-like Elo")}: {g.Follower} behind {g.Leader}")]);
        table.AddRow(["best follower", .. gaps.Select(g => Best(g.Vertical.FollowerModel, g.Vertical.Unit))]);
        table.AddRow(["best leader", .. gaps.Select(g => Best(g.Vertical.LeaderModel, g.Vertical.Unit))]);
        table.AddRow(
            [.. new[] { "[bold]points behind[/]" }, .. gaps.Select(g => $"[bold]{Show.PointsOf(g.Vertical.Value, g.Vertical.Unit)}[/] {Escaped(Show.Bounds(g.Vertical.Interval, g.Vertical.Unit))}")]
        );
        table.AddRow(
            [.. new[] { "[bold]months behind[/]" }, .. gaps.Select(g => $"[bold]{Show.Months(g.HeadlineEstimate.Months)}[/] {Escaped(Show.Bounds(g.HeadlineEstimate.Interval))} {KebabCase.Of(g.Headline)}")]
        );
        table.AddRow(["level first reached by", .. gaps.Select(Crossing)]);
        return table;
    }

    private static string Best(AbilityRow row, string unit) => Escaped($"{row.Name} {Show.Points(row.Value, unit)} ({Show.Date(row.Date)})");

    private static string Crossing(GapFinding gap)
    {
        var best = gap.Models.FirstOrDefault(m => string.Equals(m.Id, gap.Vertical.FollowerModel.Id, StringComparison.Ordinal));
        return best?.CrossedBy is { } leader ? Escaped($"{leader}, {Show.Months(best.Months)} months earlier") : "no leader yet";
    }

    private static Table Definitions(Report report)
    {
        GapFinding[] gaps = [report.IndexGap, report.CaisiLikeGapOnWeights, report.CaisiLikeGap];
        var table = Tables.New("months behind, by definition", "ECI open/closed", "Elo open/closed", $"Elo {report.CaisiLikeGap.Follower}/{report.CaisiLikeGap.Leader}", "known as");
        foreach (var definition in GapOptions.EveryDefinition)
        {
            table.AddRow([KebabCase.Of(definition), .. gaps.Select(g => Lag(g, definition)), KnownAs(definition)]);
        }

        return table;
    }

    private static string Lag(GapFinding gap, LagDefinition definition)
    {
        var d = gap.Definitions.First(x => x.Definition == definition);
        var censored = d.Censored > 0 ? $" ({Show.Count(d.Censored)} censored)" : "";
        return Escaped($"{Show.Months(d.Months)} {Show.Bounds(d.Interval)}{censored}");
    }

    private static string KnownAs(LagDefinition definition) =>
        definition switch
        {
            LagDefinition.FirstCrossing => "CAISI's wording; UK AISI",
            LagDefinition.Records => "McNair's chart",
            LagDefinition.Levels => "Epoch 2025",
            LagDefinition.Daily => "",
            LagDefinition.TrendLine => "CAISI's figure",
            LagDefinition.CatchUp => "Epoch 2026",
            _ => "",
        };

    private static void Table(IAnsiConsole console, TableStudy study)
    {
        var unit = study.Fit.Abilities.Unit;
        var anchorId = ((ScaleDefinition.OneAnchor)study.Fit.Methodology.Scale).Model;
        var anchor = study.Fit.Abilities.Rows.Single(r => r.Id == anchorId);
        var without = study.Rows.Single(r => r.Dropped.Count > 0 && r.Dropped.SequenceEqual(study.Disputed, StringComparer.Ordinal));
        var table = Tables.New(
            $"CAISI's own table ({Show.Count(study.Fit.Items.Count)} benchmarks)",
            "printed [95 %]",
            $"implied at sigma {Show.Number(study.Fit.Methodology.Sigma, "0.#")} [{Show.Level(study.Fit.Abilities.Level)}, domains]",
            "without the 3 disputed",
            "lead that rests on them"
        );
        foreach (var row in study.Fit.Abilities.Rows.OrderByDescending(r => r.Value))
        {
            var printed = study.Printed.TryGetValue(row.Id, out var p) ? $"{Show.Points(p.Value, unit)} ±{Show.Points(p.HalfWidth95, unit)}" : Show.Unknown;
            var left = row.Id == anchor.Id ? anchor.Value : anchor.Value + without.Differences[row.Id];
            var share = study.DisputedShare.TryGetValue(row.Id, out var s) ? Show.Share(s) : "";
            table.AddRow(
                Markup.Escape(row.Name),
                printed,
                Escaped($"{Show.Points(row.Value, unit)} {(row.Lower is null ? "anchor" : Show.Bounds(row.Lower, row.Upper, unit))}"),
                Show.Points(left, unit),
                share
            );
        }

        console.Write(table);
    }

    private static void Change(IAnsiConsole console, SmallestChange change)
    {
        console.MarkupLineInterpolated($"[bold]The smallest change that would flip the ECI headline[/] ({change.Meaning})");
        foreach (var c in change.Smallest)
        {
            var after = c.Months is null ? Show.Censored : $"{Show.Months(c.Months)} months";
            console.WriteLine($"  one {KebabCase.Of(c.Kind)}: {c.Description} -> {after}; {string.Join("; ", c.Flips)}");
        }

        foreach (var kind in Enum.GetValues<ChangeKind>().Where(k => change.Flipping[k] == 0))
        {
            console.WriteLine($"  one {KebabCase.Of(kind)}: none of {Show.Count(change.Tried[kind])} flips it");
        }

        var tried = string.Join(", ", change.Tried.Select(t => $"{Show.Count(t.Value, KebabCase.Of(t.Key))} ({Show.Count(change.Flipping[t.Key])} flip)"));
        console.WriteLine($"  tried by exact refit: {tried}");
    }

    private static string Basis(Report report)
    {
        var fit = report.Index;
        return $"Evidence {fit.EvidenceName} {Show.Digest(fit.EvidenceDigest)}: {Show.Count(fit.ScoreCount)} scores of {Show.Count(fit.Abilities.Rows.Count)} models on "
            + $"{Show.Count(fit.Items.Count)} benchmarks; {Show.Count(report.Draws)} draws, {Show.Level(fit.Abilities.Level)} intervals. "
            + "They contain the sampling of benchmarks within models, not the choice of benchmarks, harness or date.";
    }

    private static string Escaped(string text) => Markup.Escape(text);
}
