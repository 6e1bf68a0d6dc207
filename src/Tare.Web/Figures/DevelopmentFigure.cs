using Tare.Costs;
using Tare.Web.Charts;

namespace Tare.Web.Figures;

/// <summary>A member's cost over the number of members, for both rules of the final run.</summary>
internal static class DevelopmentFigure
{
    public static Figure Of(DevelopmentCost cost, IReadOnlyList<ConsortiumPoint> curve, string version)
    {
        var finding = Finding(cost);
        return new Figure
        {
            Id = "development-cost",
            Title = "What a member of a consortium pays",
            Question = "How far can a consortium bring down the cost of developing a frontier model?",
            Finding = finding,
            Charts = [new("development-cost", "", CostChart.Members(curve, finding))],
            Columns =
            [
                new("members", "Members"),
                new("own_final_run", "Own final run", ColumnKind.Number, 2),
                new("own_final_run_lower", "bounds", ColumnKind.Lower, 2),
                new("own_final_run_upper", "", ColumnKind.Upper, 2),
                new("joint_final_run", "Joint final run", ColumnKind.Number, 2),
                new("joint_final_run_lower", "bounds", ColumnKind.Lower, 2),
                new("joint_final_run_upper", "", ColumnKind.Upper, 2),
            ],
            RowHeader = "members",
            Rows = [.. curve.Select(Row)],
            Cite = $"{finding.TrimEnd('.')}. Research-and-development model; Tare {version}.",
            IntervalContains =
                "The bounds of the inputs, propagated exactly: nothing inside them gives a value outside. They are no confidence intervals.",
            Denominator = Denominator.None,
            RestsOn = string.Join(
                "; ",
                cost.Inputs.Labelled.Select(i => $"{i.Name} ({i.Symbol}): {i.Basis.Kind.ToString().ToLowerInvariant()}, {i.Basis.Text}")
            ),
            Notes =
            [
                .. cost.Warnings,
                $"Assumptions that no source states: {string.Join(", ", cost.Assumptions)}.",
                .. DevelopmentCost.LeavesOut.Select(l => $"Left out: {l}."),
            ],
            Fits = [],
        };
    }

    private static string Finding(DevelopmentCost cost) =>
        $"One of {Words.Whole(cost.Inputs.Members)} members pays {Ratio(cost.MemberRelative)} of what the model costs alone; "
        + $"with ever more members this tends to {Ratio(cost.FloorRelative)}; a follower pays {Ratio(cost.FollowerRelative)}.";

    private static string Ratio(RatioRange r) =>
        r.IsPoint ? Words.Fixed(r.Central, 2) : $"{Words.Fixed(r.Central, 2)} ({Words.Range(r.Lower, r.Upper, 2)})";

    private static IReadOnlyList<FigureCell> Row(ConsortiumPoint p) =>
        [
            FigureCell.Of(Words.Whole(p.Members)),
            FigureCell.Of(p.OwnFinalRun.Central),
            FigureCell.Of(p.OwnFinalRun.Lower),
            FigureCell.Of(p.OwnFinalRun.Upper),
            FigureCell.Of(p.JointFinalRun.Central),
            FigureCell.Of(p.JointFinalRun.Lower),
            FigureCell.Of(p.JointFinalRun.Upper),
        ];
}
