using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare compare --json</c>.</summary>
internal static class CompareJson
{
    public static JsonObject Of(InspectLog first, InspectLog second, string scorer, PairedFinding finding) =>
        new()
        {
            ["task"] = first.Task,
            ["scorer"] = scorer,
            ["first"] = Side(first, finding.First),
            ["second"] = Side(second, finding.Second),
            ["items"] = finding.Items,
            ["paired"] = finding.Paired,
            ["gained"] = finding.Gained,
            ["lost"] = finding.Lost,
            ["difference"] = finding.Difference,
            ["interval"] = finding.Interval is { } i
                ? new JsonObject
                {
                    ["lower"] = i.Lower,
                    ["upper"] = i.Upper,
                    ["level"] = i.Level,
                    ["contains"] = i.Contains,
                }
                : null,
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

    private static JsonObject Side(InspectLog log, PairedSide side)
    {
        var missing = new JsonObject();
        foreach (var (cause, count) in side.Missing.OrderBy(m => m.Key))
        {
            missing[KebabCase.Of(cause)] = count;
        }

        return new()
        {
            ["log"] = log.Place,
            ["model"] = log.Model,
            ["harness"] = log.Harness.Name,
            ["mean"] = side.Mean,
            ["scored"] = side.Scored,
            ["missing"] = missing,
            ["untried"] = side.Untried,
        };
    }
}
