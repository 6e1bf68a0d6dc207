using System.Text.Json.Nodes;
using Tare.Analysis;
using Tare.App.Screens;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare gap --json</c>, schema <c>tare/gap/1</c>.</summary>
internal static class GapJson
{
    public static JsonObject Of(GapFinding gap, Methodology methodology) =>
        new()
        {
            ["method"] = MethodJson.Summary(methodology),
            ["axis"] = KebabCase.Of(gap.Axis),
            ["leader"] = gap.Leader,
            ["follower"] = gap.Follower,
            ["since"] = Show.Date(gap.Since),
            ["asOf"] = Show.Date(gap.AsOf),
            ["level"] = gap.Abilities.Level,
            ["draws"] = gap.Abilities.Draws.Length,
            ["intervalContains"] = gap.Abilities.Contains,
            ["headline"] = KebabCase.Of(gap.Headline),
            ["definitions"] = new JsonArray([.. gap.Definitions.Select(Definition)]),
            ["models"] = new JsonArray([.. gap.Models.Select(Model)]),
            ["verticalGap"] = Vertical(gap.Vertical),
            ["widening"] = gap.Widening is null ? null : Widening(gap.Widening),
            ["trends"] = new JsonArray([.. gap.Trends.Select(Trend)]),
            ["leaderRecords"] = new JsonArray([.. gap.LeaderRecords.Select(Record)]),
            ["followerRecords"] = new JsonArray([.. gap.FollowerRecords.Select(Record)]),
            ["counts"] = new JsonObject
            {
                ["leaders"] = gap.Counts.Leaders,
                ["followers"] = gap.Counts.Followers,
                ["neither"] = gap.Counts.Neither,
                ["neitherNames"] = Cli.Envelope.Strings(gap.NeitherNames),
            },
        };

    public static JsonObject Definition(LagEstimate d) =>
        new()
        {
            ["name"] = KebabCase.Of(d.Definition),
            ["months"] = d.Months,
            ["lower"] = d.Interval?.Lower,
            ["upper"] = d.Interval?.Upper,
            ["terms"] = d.Terms,
            ["caught"] = d.Caught,
            ["censored"] = d.Censored,
            ["computableShare"] = d.ComputableShare,
        };

    private static JsonObject Model(ModelLag m) =>
        new()
        {
            ["id"] = m.Id,
            ["name"] = m.Name,
            ["date"] = Show.Date(m.Date),
            ["value"] = m.Value,
            ["months"] = m.Months,
            ["lower"] = m.Interval?.Lower,
            ["upper"] = m.Interval?.Upper,
            ["crossedBy"] = m.CrossedBy,
            ["crossedById"] = m.CrossedById,
            ["record"] = m.IsRecord,
            ["censored"] = m.Months is null,
            ["censoredShare"] = m.CensoredShare,
        };

    private static JsonObject Vertical(VerticalGap v) =>
        new()
        {
            ["value"] = v.Value,
            ["unit"] = v.Unit,
            ["lower"] = v.Interval?.Lower,
            ["upper"] = v.Interval?.Upper,
            ["asOf"] = Show.Date(v.AsOf),
            ["dailyMean"] = v.DailyMean,
            ["dailyMeanLower"] = v.DailyMeanInterval?.Lower,
            ["dailyMeanUpper"] = v.DailyMeanInterval?.Upper,
            ["leaderModel"] = Record(v.LeaderModel),
            ["followerModel"] = Record(v.FollowerModel),
        };

    private static JsonObject Widening(WideningTest w) =>
        new()
        {
            ["unit"] = w.Unit + " a year",
            ["leaderSlope"] = w.LeaderSlope,
            ["followerSlope"] = w.FollowerSlope,
            ["difference"] = w.Difference,
            ["lower"] = w.Interval?.Lower,
            ["upper"] = w.Interval?.Upper,
            ["probabilityPositive"] = w.ProbabilityPositive,
        };

    private static JsonObject Trend(TrendLine t) =>
        new()
        {
            ["group"] = t.Group,
            ["pointsPerYear"] = t.PointsPerYear,
            ["records"] = t.Records,
            ["band"] = new JsonArray([
                .. t.Band.Select(p => new JsonObject
                {
                    ["date"] = Show.Date(p.Date),
                    ["value"] = p.Value,
                    ["lower"] = p.Lower,
                    ["upper"] = p.Upper,
                }),
            ]),
        };

    private static JsonObject Record(AbilityRow r) =>
        new()
        {
            ["id"] = r.Id,
            ["name"] = r.Name,
            ["date"] = r.Date is { } d ? Show.Date(d) : null,
            ["value"] = r.Value,
            ["lower"] = r.Lower,
            ["upper"] = r.Upper,
        };
}
