using Spectre.Console;
using Tare.App.Cli;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare dossier lint</c>.</summary>
internal static class LintScreen
{
    /// <summary>Findings of one rule that a person reads before counting is enough.</summary>
    private const int MostOfOneRule = 50;

    public static void Write(Terminal terminal, string file, LintReport report)
    {
        var console = terminal.Styled();
        var names = DossierLint.Rules.Append(PastCheck.Rule).ToDictionary(r => r.Id, r => r.Name, StringComparer.Ordinal);
        var shown = new Dictionary<(string Rule, LintSeverity Severity), int>();
        foreach (var f in report.Findings)
        {
            var count = shown[(f.Rule, f.Severity)] = shown.GetValueOrDefault((f.Rule, f.Severity)) + 1;
            if (count > MostOfOneRule)
            {
                continue;
            }

            var place = f.Position is null ? f.Address : $"{f.Position.Line}:{f.Position.Column} {f.Address}";
            console.MarkupLineInterpolated($"[bold]{KebabCase.Of(f.Severity)}[/] {f.Rule} {names[f.Rule]}, {place}");
            Prose.Labelled(console, 4, "found", f.Found);
            Prose.Labelled(console, 4, "expected", f.Expected);
            Prose.Labelled(console, 4, "next", f.Suggestion);
        }

        foreach (var ((rule, severity), count) in shown.Where(r => r.Value > MostOfOneRule))
        {
            Prose.Paragraph(
                console,
                0,
                $"and {Show.Count(count - MostOfOneRule, $"more {KebabCase.Of(severity)}")} of {rule} {names[rule]}; --json has all"
            );
        }

        foreach (var g in report.Unchecked)
        {
            Prose.Paragraph(console, 0, $"not checked: {g.Rule} {names[g.Rule]}, {g.Address}: {g.Reason}");
        }

        int Count(LintSeverity severity) => report.Findings.Count(f => f.Severity == severity);
        Prose.Paragraph(
            console,
            0,
            $"{file}: {Show.Count(Count(LintSeverity.Error), "error")}, {Show.Count(Count(LintSeverity.Warning), "warning")}, "
                + $"{Show.Count(Count(LintSeverity.Note), "note")}; {Show.Count(report.Unchecked.Count)} not checked; {Show.Count(names.Count, "rule")}."
        );
    }
}
