using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The results of <c>tare study ... --json</c>, schemas <c>tare/study-list/1</c>, <c>tare/study-show/1</c> and <c>tare/study-report/1</c>.</summary>
internal static class StudyJson
{
    public static JsonObject Of(IReadOnlyList<ClaimStudy> studies) => new() { ["studies"] = new JsonArray([.. studies.Select(Study)]) };

    public static JsonObject Of(IReadOnlyList<ClaimStudyFinding> findings) =>
        new() { ["findings"] = new JsonArray([.. findings.Select(Of)]) };

    public static JsonObject Of(ClaimStudyFinding finding) =>
        new()
        {
            ["study"] = Study(finding.Study),
            ["verdict"] = KebabCase.Of(finding.Verdict),
            ["answer"] = finding.Answer,
            ["estimate"] = finding.Estimate,
            ["unit"] = finding.Unit,
            ["lower"] = finding.Interval?.Lower,
            ["upper"] = finding.Interval?.Upper,
            ["level"] = finding.Interval?.Level,
            ["contains"] = finding.Interval?.Contains,
            ["denominator"] = finding.Denominator,
            ["limits"] = Envelope.Strings(finding.Limits),
            ["rows"] = new JsonArray([
                .. finding.Rows.Select(r => new JsonObject
                {
                    ["label"] = r.Label,
                    ["value"] = r.Value,
                    ["unit"] = r.Unit,
                    ["lower"] = r.Interval?.Lower,
                    ["upper"] = r.Interval?.Upper,
                    ["level"] = r.Interval?.Level,
                    ["contains"] = r.Interval?.Contains,
                }),
            ]),
        };

    private static JsonObject Study(ClaimStudy study) =>
        new()
        {
            ["number"] = study.Number,
            ["name"] = study.Name,
            ["claim"] = study.Claim,
            ["criterion"] = study.Criterion,
            ["needs"] = Envelope.Strings(study.Needs.Select(n => KebabCase.Of(n))),
            ["decides"] = study.Decides,
        };
}
