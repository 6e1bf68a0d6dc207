using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Commands;

namespace Tare.App.Json;

/// <summary>The result of <c>tare compare --json</c>.</summary>
internal static class CompareJson
{
    public static JsonObject Of(Comparison comparison, PairedFinding finding) =>
        new()
        {
            ["task"] = comparison.Task,
            ["scorer"] = comparison.Scorer,
            ["first"] = Side(comparison.First, finding.First),
            ["second"] = Side(comparison.Second, finding.Second),
            ["items"] = finding.Items,
            ["paired"] = finding.Paired,
            ["gained"] = finding.Gained,
            ["lost"] = finding.Lost,
            ["difference"] = finding.Difference,
            ["interval"] = IntervalJson.Of(finding.Interval),
            ["minimumDetectable"] = finding.MinimumDetectable,
            ["power"] = finding.Power,
            ["bounds"] = new JsonObject { ["lower"] = finding.Bounds.Lower, ["upper"] = finding.Bounds.Upper },
            ["rows"] = new JsonArray([
                .. finding.Rows.Select(r => new JsonObject
                {
                    ["item"] = r.Id,
                    ["first"] = r.First,
                    ["second"] = r.Second,
                    ["firstScored"] = r.FirstScored,
                    ["secondScored"] = r.SecondScored,
                    ["difference"] = r.Difference,
                }),
            ]),
        };

    private static JsonObject Side(ComparedSide side, PairedSide found) =>
        new()
        {
            ["log"] = side.Place,
            ["model"] = side.Model,
            ["harness"] = side.Harness,
            ["mean"] = found.Mean,
            ["scored"] = found.Scored,
            ["missing"] = RunJson.Causes(found.Missing),
            ["untried"] = found.Untried,
            ["notEnded"] = side.NotEnded,
        };
}
