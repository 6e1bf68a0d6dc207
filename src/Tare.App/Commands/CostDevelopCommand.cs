using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Reporting;
using Tare.App.Screens;
using Tare.Costs;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare cost develop</c>: a model's development alone, in a consortium, and as a follower.</summary>
internal static class CostDevelopCommand
{
    private static readonly int[] s_usualMembers = [1, 2, 3, 5, 10, 20, 50];

    // Close enough that straight lines between them follow the curve.
    private static readonly int[] s_drawnMembers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50];

    public static Command Build(Terminal terminal)
    {
        var run = Range("--final-run", "Cost of the final training run, US dollars. Default 0.5e9.");
        var share = Range("--rd-share", "Research and development as a share of the whole, inside (0, 1). Default 0.7..0.9.");
        var shared = Range("--shared", "Fraction of research and development that members can share. Default 0.7.");
        var duplication = Range("--duplication", "What each further member adds to the shared programme. Default 0.1.");
        var coordination = Range("--coordination", "Coordination on top of the shared part. Default 0.15.");
        var learned = Range("--learned", "Fraction that a follower learns from published work. Default 0.5.");
        var members = new Option<int>("--members")
        {
            Description = "Members of the consortium. Default 5.",
            HelpName = "N",
            DefaultValueFactory = _ => 5,
        };
        var joint = new Option<bool>("--joint-run") { Description = "The members train one final model together instead of one each." };
        var outFolder = new Option<string?>("--out") { Description = "Also write a page with the chart over members.", HelpName = "DIR" };
        var json = CommonOptions.Json();
        var command = new Command(
            "develop",
            "What developing a model costs alone, in a consortium and as a follower, with what the figure leaves out."
        )
        {
            run,
            share,
            members,
            shared,
            duplication,
            coordination,
            learned,
            joint,
            outFolder,
            json,
        };
        command.SetAction(async parse =>
        {
            var defaults = new DevelopmentInputs();
            var inputs = defaults with
            {
                FinalRun = Usd(parse, run, defaults.FinalRun),
                RdShare = Ratio(parse, share, defaults.RdShare),
                Members = parse.GetValue(members),
                SharedFraction = Ratio(parse, shared, defaults.SharedFraction),
                ResidualDuplication = Ratio(parse, duplication, defaults.ResidualDuplication),
                CoordinationOverhead = Ratio(parse, coordination, defaults.CoordinationOverhead),
                LearnedFraction = Ratio(parse, learned, defaults.LearnedFraction),
                FinalRunRule = parse.GetValue(joint) ? FinalRunRule.Joint : FinalRunRule.Own,
            };
            var cost = DevelopmentCost.Of(inputs.Require());
            await WriteAsync(terminal, parse, cost, parse.GetValue(json), parse.GetValue(outFolder));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteAsync(Terminal terminal, ParseResult parse, DevelopmentCost cost, bool isJson, string? folder)
    {
        IReadOnlyList<ConsortiumPoint> Curve(int[] members) =>
            DevelopmentCost.Curve(cost.Inputs, members.Append(cost.Inputs.Members).Distinct().Order());
        var curve = Curve(s_usualMembers);
        if (isJson)
        {
            Output.Json(terminal, parse, InputDigest.None, cost.Warnings, Json(cost, curve));
        }
        else
        {
            Output.Warnings(terminal, cost.Warnings);
            CostScreen.Write(terminal, cost, curve);
        }

        if (folder is not null)
        {
            await PageFolder.WriteAsync(terminal, folder, cost, Curve(s_drawnMembers), parse.Tokens.Select(t => t.Value), isJson);
        }
    }

    private static Option<string?> Range(string name, string description) => Quantities.Option(name, description, "VALUE|LOW..HIGH");

    private static UsdInput Usd(ParseResult parse, Option<string?> option, UsdInput otherwise) =>
        Quantities.Range(parse, option) is var (lower, upper)
            ? Math.Abs(lower) < 1e18 && Math.Abs(upper) < 1e18
                ? new UsdInput(UsdRange.Between((decimal)lower, (decimal)upper), InputBasis.Given)
                : throw InputException.At(
                    option.Name,
                    $"'{parse.GetValue(option)}'",
                    "at most 1e15 US dollars",
                    "check the unit: dollars, not cents"
                )
            : otherwise;

    private static RatioInput Ratio(ParseResult parse, Option<string?> option, RatioInput otherwise) =>
        Quantities.Range(parse, option) is var (lower, upper)
            ? new RatioInput(RatioRange.Between(lower, upper), InputBasis.Given)
            : otherwise;

    private static JsonObject Json(DevelopmentCost c, IReadOnlyList<ConsortiumPoint> curve) =>
        new()
        {
            ["unit"] = "USD",
            ["inputs"] = new JsonArray([
                .. c.Inputs.Labelled.Select(i => new JsonObject
                {
                    ["name"] = i.Name,
                    ["symbol"] = i.Symbol,
                    ["central"] = i.Central,
                    ["lower"] = i.Lower,
                    ["upper"] = i.Upper,
                    ["unit"] = i.Unit,
                    ["basis"] = KebabCase.Of(i.Basis.Kind),
                    ["source"] = i.Basis.Text,
                }),
            ]),
            ["aloneUsd"] = Usd(c.AloneUsd),
            ["rdUsd"] = Usd(c.RdUsd),
            ["memberUsd"] = Usd(c.MemberUsd),
            ["consortiumUsd"] = Usd(c.ConsortiumUsd),
            ["independentUsd"] = Usd(c.IndependentUsd),
            ["savedUsd"] = Usd(c.SavedUsd),
            ["followerUsd"] = Usd(c.FollowerUsd),
            ["memberRelative"] = Ratio(c.MemberRelative),
            ["followerRelative"] = Ratio(c.FollowerRelative),
            ["floorRelative"] = Ratio(c.FloorRelative),
            ["breakEvenMembers"] = new JsonObject
            {
                ["central"] = c.BreakEvenMembers.Central,
                ["lower"] = c.BreakEvenMembers.Lower,
                ["upper"] = c.BreakEvenMembers.Upper,
            },
            ["curve"] = new JsonArray([
                .. curve.Select(p => new JsonObject
                {
                    ["members"] = p.Members,
                    ["ownFinalRun"] = Ratio(p.OwnFinalRun),
                    ["jointFinalRun"] = Ratio(p.JointFinalRun),
                }),
            ]),
            ["assumptions"] = Envelope.Strings(c.Assumptions),
            ["leavesOut"] = Envelope.Strings(DevelopmentCost.LeavesOut),
        };

    private static JsonObject Usd(UsdRange r) =>
        new()
        {
            ["central"] = r.CentralUsd,
            ["lower"] = r.LowerUsd,
            ["upper"] = r.UpperUsd,
        };

    private static JsonObject Ratio(RatioRange r) =>
        new()
        {
            ["central"] = r.Central,
            ["lower"] = r.Lower,
            ["upper"] = r.Upper,
        };
}
