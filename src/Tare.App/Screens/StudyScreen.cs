using Spectre.Console;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screens of <c>tare study</c>.</summary>
internal static class StudyScreen
{
    private const int Shown = 24;

    public static void Write(Terminal terminal, IReadOnlyList<ClaimStudy> studies)
    {
        var table = Tables.New("", "study", "claim", "reads");
        Tables.AlignRight(table, 0);
        foreach (var s in studies)
        {
            var reads = s.Needs.Count == 0 ? "no public data" : string.Join(", ", s.Needs.Select(n => KebabCase.Of(n)));
            Tables.Row(table, Show.Count(s.Number), s.Name, s.Claim, reads);
        }

        var console = terminal.Styled();
        console.Write(table);
        console.WriteLine(
            "terminal-bench and swe-bench are read task by task from the folder that TARE_DATA_MIRROR names; everything else is here."
        );
    }

    public static void Write(Terminal terminal, ClaimStudyFinding finding)
    {
        var console = terminal.Styled();
        var study = finding.Study;
        console.MarkupLineInterpolated($"[bold]{Show.Count(study.Number)} {study.Name}: {KebabCase.Of(finding.Verdict)}[/]");
        console.WriteLine($"Claim: {study.Claim}");
        console.WriteLine($"Criterion: {study.Criterion}");
        console.WriteLine($"Answer: {finding.Answer}");
        if (finding.Estimate is { } value)
        {
            console.WriteLine($"Estimate: {Number(value)} {finding.Unit}{Bounds(finding.Interval)}");
        }

        if (finding.Interval is { } interval)
        {
            console.WriteLine($"Interval: {Show.Level(interval.Level)}, contains {interval.Contains}.");
        }

        if (finding.Rows.Count > 0)
        {
            console.Write(Rows(finding));
        }

        console.WriteLine($"Behind it: {finding.Denominator}.");
        foreach (var limit in finding.Limits)
        {
            console.WriteLine($"Limit: {limit}");
        }

        console.WriteLine($"Would decide it: {study.Decides}");
    }

    public static void Write(Terminal terminal, IReadOnlyList<ClaimStudyFinding> findings, string folder)
    {
        var table = Tables.New("", "study", "verdict", "estimate", "unit");
        Tables.AlignRight(table, 0, 3);
        foreach (var f in findings)
        {
            Tables.Row(
                table,
                Show.Count(f.Study.Number),
                f.Study.Name,
                KebabCase.Of(f.Verdict),
                f.Estimate is { } v ? Number(v) : "",
                f.Unit
            );
        }

        var console = terminal.Styled();
        console.Write(table);
        console.WriteLine($"Written to {folder}: README.md, findings.csv");
    }

    private static Table Rows(ClaimStudyFinding finding)
    {
        var table = Tables.New("number", "value", "interval", "unit");
        Tables.AlignRight(table, 1);
        foreach (var r in finding.Rows.Take(Shown))
        {
            Tables.Row(table, r.Label, r.Value is { } v ? Number(v) : Show.Unknown, Bounds(r.Interval).Trim(), r.Unit);
        }

        if (finding.Rows.Count > Shown)
        {
            table.Caption($"{Shown} of {Show.Count(finding.Rows.Count)} numbers; --json has all.");
        }

        return table;
    }

    private static string Bounds(Interval? interval) => interval is null ? "" : $" [{Number(interval.Lower)}, {Number(interval.Upper)}]";

    /// <summary>Three decimals below 1, two below 10, one below 100, none above.</summary>
    private static string Number(double value) =>
        Show.Number(
            value,
            Math.Abs(value) < 0.9995 ? "F3"
                : Math.Abs(value) < 9.995 ? "F2"
                : Math.Abs(value) < 99.95 ? "F1"
                : "F0"
        );
}
