using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The one screen of <c>tare report</c>.</summary>
internal static class ReportScreen
{
    public static void Write(Terminal terminal, Report report)
    {
        var console = terminal.Styled();
        console.MarkupLineInterpolated($"[bold]{GapScreen.Headline(report.IndexGap)}[/]");
        console.Write(Answers(report));
        console.WriteLine(
            "*n: n terms have no counterpart yet (censored) and are not in the mean. Intervals: "
                + Show.Level(report.Index.Abilities.Level)
                + "."
        );
        Table(console, report.CaisiTable);
        Change(console, report.SmallestChange);
        console.WriteLine(Basis(report));
    }

    private static Table Answers(Report report)
    {
        GapFinding[] gaps = [report.IndexGap, report.CaisiLikeGapOnWeights, report.CaisiLikeGap];
        var table = Tables.New([
            "",
            .. gaps.Select((g, k) => $"{(k == 0 ? "Epoch's ECI" : "CAISI-like Elo")}\n{g.Follower} behind {g.Leader}"),
        ]);
        Tables.Row(table, ["best follower", .. gaps.Select(g => Best(g.Vertical.FollowerModel, g.Vertical.Unit))]);
        Tables.Row(table, ["best leader", .. gaps.Select(g => Best(g.Vertical.LeaderModel, g.Vertical.Unit))]);
        Tables.Row(table, ["level first reached by", .. gaps.Select(Crossing)]);
        Tables.Strong(
            table,
            [
                "points behind",
                .. gaps.Select(g =>
                    $"{Show.PointsOf(g.Vertical.Value, g.Vertical.Unit)} {Show.Bounds(g.Vertical.Interval, g.Vertical.Unit)}"
                ),
            ]
        );
        Tables.Strong(table, ["months behind (headline)", .. gaps.Select(g => Lag(g, g.Headline))]);
        foreach (var definition in GapOptions.EveryDefinition)
        {
            Tables.Row(table, [$"{KebabCase.Of(definition)}{KnownAs(definition)}", .. gaps.Select(g => Lag(g, definition))]);
        }

        return table;
    }

    private static string Best(AbilityRow row, string unit) => $"{row.Name} {Show.Points(row.Value, unit)}";

    private static string Crossing(GapFinding gap)
    {
        var best = gap.Models.FirstOrDefault(m => string.Equals(m.Id, gap.Vertical.FollowerModel.Id, StringComparison.Ordinal));
        return best?.CrossedBy ?? "no leader yet";
    }

    private static string Lag(GapFinding gap, LagDefinition definition)
    {
        var d = gap.Definitions.First(x => x.Definition == definition);
        var censored = d.Censored > 0 ? $" *{Show.Count(d.Censored)}" : "";
        return $"{Show.Months(d.Months)} {Show.Bounds(d.Interval)}{censored}";
    }

    private static string KnownAs(LagDefinition definition) =>
        definition switch
        {
            LagDefinition.FirstCrossing => " (UK AISI)",
            LagDefinition.Records => " (McNair)",
            LagDefinition.Levels => " (Epoch 2025)",
            LagDefinition.TrendLine => " (CAISI)",
            LagDefinition.CatchUp => " (Epoch 2026)",
            _ => "",
        };

    private static void Table(IAnsiConsole console, TableStudy study)
    {
        var unit = study.Fit.Abilities.Unit;
        var anchorId = ((ScaleDefinition.OneAnchor)study.Fit.Methodology.Scale).Model;
        var anchor = study.Fit.Abilities.Rows.Single(r => r.Id == anchorId);
        var without = study.Rows.Single(r => r.Dropped.Count > 0 && r.Dropped.SequenceEqual(study.Disputed, StringComparer.Ordinal));
        var table = Tables.New(
            $"CAISI's {Show.Count(study.Fit.Items.Count)} benchmarks",
            "printed (95 %)",
            $"implied at sigma {Show.Number(study.Fit.Methodology.Sigma, "0.#")}",
            $"without {study.Disputed.Count} *",
            $"lead on those {study.Disputed.Count}"
        );
        foreach (var row in study.Fit.Abilities.Rows.OrderByDescending(r => r.Value))
        {
            var printed = study.Printed.TryGetValue(row.Id, out var p)
                ? $"{Show.Points(p.Value, unit)} ±{Show.Points(p.HalfWidth95, unit)}"
                : Show.Unknown;
            var left = row.Id == anchor.Id ? anchor.Value : anchor.Value + without.Differences[row.Id];
            var share = study.DisputedShare.TryGetValue(row.Id, out var s) ? Show.Share(s) : "";
            Tables.Row(
                table,
                row.Name,
                printed,
                $"{Show.Points(row.Value, unit)} {(row.Lower is null ? "anchor" : Show.Bounds(row.Lower, row.Upper, unit))}",
                Show.Points(left, unit),
                share
            );
        }

        console.Write(table);
        console.WriteLine(
            $"* {string.Join(", ", study.Disputed.Select(id => study.Fit.Items.First(i => i.Id == id).Name))}. Implied intervals: {Show.Level(study.Fit.Abilities.Level)}, by leaving out one domain at a time."
        );
    }

    private static void Change(IAnsiConsole console, SmallestChange change)
    {
        console.MarkupLineInterpolated($"[bold]The smallest change that would flip the ECI answer[/]");
        foreach (var c in change.Smallest)
        {
            var after = c.Months is null ? Show.Censored : $"{Show.Months(c.Months)} months";
            console.WriteLine($"- one {KebabCase.Of(c.Kind)}: {c.Description} -> {after}; {string.Join("; ", c.Flips)}");
        }

        foreach (var kind in Enum.GetValues<ChangeKind>().Where(k => change.Flipping[k] == 0))
        {
            console.WriteLine($"- one {KebabCase.Of(kind)}: none of {Show.Count(change.Tried[kind])} flips it");
        }

        var tried = change.Tried.Select(t => $"{Show.Count(t.Value, KebabCase.Of(t.Key))} ({Show.Count(change.Flipping[t.Key])})");
        console.WriteLine($"Tried by exact refit (flipping): {string.Join(", ", tried)}. It flips when {change.Meaning}.");
    }

    private static string Basis(Report report)
    {
        var fit = report.Index;
        return $"Evidence {fit.EvidenceName} {Show.Digest(fit.EvidenceDigest)}: {Show.Count(fit.ScoreCount)} scores of {Show.Count(fit.Abilities.Rows.Count)} models on "
            + $"{Show.Count(fit.Items.Count)} benchmarks; {Show.Count(report.Draws)} draws, {Show.Level(fit.Abilities.Level)} intervals. "
            + "They contain the sampling of benchmarks within models, not the choice of benchmarks, harness or date. "
            + (
                fit.EvidenceName == CuratedData.CuratedName
                    ? "It is the redistributable part of Epoch's matrix; 'tare data pull epoch-2026-08' gets all."
                    : ""
            );
    }
}
