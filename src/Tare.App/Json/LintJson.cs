using System.Text.Json.Nodes;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare dossier lint --json</c>.</summary>
internal static class LintJson
{
    public static JsonObject Of(string file, LintReport report) =>
        new()
        {
            ["file"] = file,
            ["errors"] = report.Findings.Count(f => f.Severity == LintSeverity.Error),
            ["warnings"] = report.Findings.Count(f => f.Severity == LintSeverity.Warning),
            ["notes"] = report.Findings.Count(f => f.Severity == LintSeverity.Note),
            ["findings"] = new JsonArray([
                .. report.Findings.Select(f => new JsonObject
                {
                    ["rule"] = f.Rule,
                    ["severity"] = KebabCase.Of(f.Severity),
                    ["address"] = f.Address,
                    ["file"] = f.Position?.File,
                    ["line"] = f.Position?.Line,
                    ["column"] = f.Position?.Column,
                    ["found"] = f.Found,
                    ["expected"] = f.Expected,
                    ["suggestion"] = f.Suggestion,
                }),
            ]),
            ["unchecked"] = new JsonArray([
                .. report.Unchecked.Select(g => new JsonObject
                {
                    ["rule"] = g.Rule,
                    ["address"] = g.Address,
                    ["reason"] = g.Reason,
                }),
            ]),
        };
}
