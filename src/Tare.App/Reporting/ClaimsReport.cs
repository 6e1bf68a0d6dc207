using System.Globalization;
using System.Text;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Reporting;

/// <summary>The report of all claims, as the program writes it: the committed text is compared with this.</summary>
internal static class ClaimsReport
{
    /// <summary>Runs every study.</summary>
    public static (IReadOnlyList<ClaimStudyFinding> Findings, InputDigest Inputs) Run(Terminal terminal, CancellationToken cancel)
    {
        var (data, inputs) = new ClaimStudyInputs(terminal).For(ClaimStudies.All);
        using var line = new ProgressLine(terminal, "studying");
        var progress = line.Of(ClaimStudies.All.Count);
        var findings = new List<ClaimStudyFinding>();
        foreach (var study in ClaimStudies.All)
        {
            findings.Add(ClaimStudies.Run(study.Name, data, cancel));
            progress?.Report(findings.Count);
        }

        return (findings, inputs);
    }

    /// <summary>The report as Markdown.</summary>
    public static string Text(IReadOnlyList<ClaimStudyFinding> findings, InputDigest inputs)
    {
        var text = new StringBuilder();
        text.Append(
            """
            # Claims of May 2026, tested
            In May 2026 NIST's CAISI put DeepSeek V4 Pro about eight months behind the US frontier, Epoch's index was read as three to seven, and a debate
            followed. Below stands each claim of that debate in our words, the command that tests it, the criterion that was fixed before the number, the
            verdict, and what the number cannot say. `tare study report` writes this text; a test compares it with the committed one, number by number.

            Verdicts are about the claim as worded here. *Undecidable* means: not with public data, or the interval holds both answers.


            """
        );
        text.Append("| | claim | verdict | number | interval |\n|---|---|---|---|---|\n");
        foreach (var f in findings)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [{f.Study.Number}](#{f.Study.Number}-{f.Study.Name}) | {f.Study.Claim} | **{KebabCase.Of(f.Verdict)}** | {Estimate(f)} | {Bounds(f.Interval)} |\n"
            );
        }

        foreach (var f in findings)
        {
            Section(text, f);
        }

        text.Append(
            "\n## Inputs\nThe curated data come with the program. Results task by task are read from a mirror of their publisher's files:\n\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"- curated matrix, digest `{inputs.Digest}`\n");
        foreach (var (path, sha256) in inputs.Files)
        {
            text.Append(CultureInfo.InvariantCulture, $"- `{path}`, sha256 `{sha256}`\n");
        }

        text.Append("\nAll numbers of every study are in [findings.csv](findings.csv).\n");
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Every number of every study.</summary>
    public static string Csv(IReadOnlyList<ClaimStudyFinding> findings)
    {
        var csv = new StringBuilder("claim,study,verdict,number,value,lower,upper,level,unit,contains\n");
        foreach (var f in findings)
        {
            if (f.Estimate is not null)
            {
                Line(csv, f, "estimate", f.Estimate, f.Unit, f.Interval);
            }

            foreach (var r in f.Rows)
            {
                Line(csv, f, r.Label, r.Value, r.Unit, r.Interval);
            }
        }

        return csv.ToString();
    }

    private static void Section(StringBuilder text, ClaimStudyFinding f)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {f.Study.Number} {f.Study.Name}\n");
        text.Append(CultureInfo.InvariantCulture, $"**Claim.** {f.Study.Claim}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**Query.** `tare study show {f.Study.Name} --json`\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**Criterion.** {f.Study.Criterion}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**Verdict: {KebabCase.Of(f.Verdict)}.** {f.Answer}\n\n");
        if (f.Estimate is not null)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"**Number.** {Estimate(f)}{(f.Interval is null ? "" : $" {Bounds(f.Interval)}, containing {f.Interval.Contains}")}.\n\n"
            );
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"**Data.** {(f.Study.Needs.Count == 0 ? "None" : string.Join(", ", f.Study.Needs.Select(n => KebabCase.Of(n))))}: {f.Denominator}.\n\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"**Limits.** {string.Join(" ", f.Limits)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**Would decide it.** {f.Study.Decides}\n");
    }

    private static void Line(StringBuilder csv, ClaimStudyFinding f, string label, double? value, string unit, Interval? interval) =>
        csv.Append(
            CultureInfo.InvariantCulture,
            $"{f.Study.Number},{f.Study.Name},{KebabCase.Of(f.Verdict)},{Quoted(label)},{Number(value)},{Number(interval?.Lower)},{Number(interval?.Upper)},{interval?.Level},{Quoted(unit)},{Quoted(interval?.Contains ?? "")}\n"
        );

    private static string Quoted(string text) => text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text;

    private static string Estimate(ClaimStudyFinding f) => f.Estimate is null ? "" : $"{Number(f.Estimate)} {f.Unit}";

    private static string Bounds(Interval? interval) =>
        interval is null ? "" : $"[{Number(interval.Lower)}, {Number(interval.Upper)}] ({Screens.Show.Level(interval.Level)})";

    /// <summary>Three significant digits or so: the same whatever the processor's vectors.</summary>
    private static string Number(double? value) =>
        value is not { } v
            ? ""
            : v.ToString(
                Math.Abs(v) < 0.9995 ? "0.000"
                    : Math.Abs(v) < 9.995 ? "0.00"
                    : Math.Abs(v) < 99.95 ? "0.0"
                    : "0",
                CultureInfo.InvariantCulture
            );
}
