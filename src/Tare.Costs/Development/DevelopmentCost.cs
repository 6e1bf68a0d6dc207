using Tare.Records;

namespace Tare.Costs;

/// <summary>What developing a frontier model costs alone, as a member of a consortium and as a follower, with exact bounds.</summary>
/// <remarks>Every result is monotone in each input, so its bounds lie at corners of the inputs' box: no draws, no sampling error.</remarks>
public sealed record DevelopmentCost
{
    private DevelopmentCost() { }

    /// <summary>What was asked.</summary>
    public required DevelopmentInputs Inputs { get; init; }

    /// <summary>Research and development alone: R.</summary>
    public required UsdRange RdUsd { get; init; }

    /// <summary>Alone: A = R + T.</summary>
    public required UsdRange AloneUsd { get; init; }

    /// <summary>Relative change of A per unit of the R&amp;D share: at 5, one hundredth more R&amp;D share costs 5 % more.</summary>
    public required RatioRange AloneSensitivity { get; init; }

    /// <summary>A member's cost: C.</summary>
    public required UsdRange MemberUsd { get; init; }

    /// <summary>A member's cost relative to alone: c = C / A.</summary>
    public required RatioRange MemberRelative { get; init; }

    /// <summary>What c approaches as members join without end.</summary>
    public required RatioRange FloorRelative { get; init; }

    /// <summary>Members above which the consortium is cheaper than going alone.</summary>
    public required MemberRange BreakEvenMembers { get; init; }

    /// <summary>What the members spend together: n C.</summary>
    public required UsdRange ConsortiumUsd { get; init; }

    /// <summary>What as many labs spend alone: n A.</summary>
    public required UsdRange IndependentUsd { get; init; }

    /// <summary>The difference: n (A - C); negative where the consortium is dearer.</summary>
    public required UsdRange SavedUsd { get; init; }

    /// <summary>A follower's cost: F.</summary>
    public required UsdRange FollowerUsd { get; init; }

    /// <summary>A follower's cost relative to alone: f = F / A.</summary>
    public required RatioRange FollowerRelative { get; init; }

    /// <summary>Share of a follower's cost that is its final run.</summary>
    public required RatioRange FollowerFinalShare { get; init; }

    /// <summary>Inputs that no source states, by name.</summary>
    public IReadOnlyList<string> Assumptions =>
        [.. Inputs.Labelled.Where(i => i.Basis.Kind == InputBasisKind.Assumption).Select(i => i.Name)];

    /// <summary>What a reader should know about the inputs.</summary>
    public IReadOnlyList<string> Warnings =>
        Inputs.RdShare.Range.IsPoint
            ?
            [
                "The R&D share is one number. Sources give 0.80, 0.822 and 0.90 (and 0.33 to 0.50 for older OLMo models): an interval is more honest.",
            ]
            : [];

    /// <summary>What the model leaves out.</summary>
    public static IReadOnlyList<string> LeavesOut { get; } =
    [
        "price trends of computation",
        "salaries and data: computation is 57 to 70 % of spending (Epoch AI, from a summary), so all spending is about 1.4 to 1.75 times the cost shown",
        "revenue from inference",
        "free riding, and members that leave",
        "the diversity that one shared programme loses",
        "timing: final runs grow dearer year by year",
        "export controls",
        "units: Epoch's split is dollars of rented computation, Ai2's is computation and energy",
    ];

    /// <summary>The cost under the given inputs.</summary>
    /// <param name="inputs">What is asked; bounds are propagated exactly.</param>
    /// <exception cref="InputException">A value is outside its range; the message names the field.</exception>
    public static DevelopmentCost Of(DevelopmentInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        inputs.Require();
        try
        {
            return Work(inputs);
        }
        catch (OverflowException overflow)
        {
            throw new InputException(
                "R&D share (rdShare): so close to 1 that the cost alone exceeds 7.9e28 USD.\n"
                    + "  expected: a share whose final run is a visible part of the cost\n  next:     Give a smaller share, or a smaller final run.",
                overflow
            );
        }
    }

    private static DevelopmentCost Work(DevelopmentInputs inputs)
    {
        UsdRange run = inputs.FinalRun.Range;
        RatioRange[] leader = [inputs.RdShare.Range];
        RatioRange[] follower = [inputs.RdShare.Range, inputs.LearnedFraction.Range];
        RatioRange[] member = Box(inputs);
        ConsortiumTerms Terms(double[] p) => TermsAt(p, inputs.Members, inputs.FinalRunRule);
        decimal Alone(decimal t, double[] p) => DevelopmentFormulas.AloneUsd(t, p[0]);
        decimal Member(decimal t, double[] p) => DevelopmentFormulas.MemberUsd(t, p[0], Terms(p));
        return new()
        {
            Inputs = inputs,
            RdUsd = Corners.Usd(run, leader, (t, p) => DevelopmentFormulas.RdUsd(t, p[0])),
            AloneUsd = Corners.Usd(run, leader, Alone),
            AloneSensitivity = Corners.Ratio(leader, p => DevelopmentFormulas.AloneSensitivity(p[0])),
            MemberUsd = Corners.Usd(run, member, Member),
            MemberRelative = Corners.Ratio(member, p => DevelopmentFormulas.MemberRelative(p[0], Terms(p))),
            FloorRelative = Corners.Ratio(member, p => DevelopmentFormulas.FloorRelative(p[0], Terms(p))),
            BreakEvenMembers = Corners.Members(member, p => DevelopmentFormulas.BreakEvenMembers(p[0], Terms(p))),
            ConsortiumUsd = Corners.Usd(run, member, (t, p) => inputs.Members * Member(t, p)),
            IndependentUsd = Corners.Usd(run, leader, (t, p) => inputs.Members * Alone(t, p)),
            SavedUsd = Corners.Usd(run, member, (t, p) => inputs.Members * (Alone(t, p) - Member(t, p))),
            FollowerUsd = Corners.Usd(run, follower, (t, p) => DevelopmentFormulas.FollowerUsd(t, p[0], p[1])),
            FollowerRelative = Corners.Ratio(follower, p => DevelopmentFormulas.FollowerRelative(p[0], p[1])),
            FollowerFinalShare = Corners.Ratio(follower, p => DevelopmentFormulas.FollowerFinalShare(p[0], p[1])),
        };
    }

    /// <summary>Relative cost of a member over the number of members, for both rules of the final run: the chart beside the answer.</summary>
    /// <param name="inputs">What is asked; its own number of members and rule do not matter here.</param>
    /// <param name="members">Numbers of members, each at least 1.</param>
    public static IReadOnlyList<ConsortiumPoint> Curve(DevelopmentInputs inputs, IEnumerable<int> members)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(members);
        inputs.Require();
        RatioRange[] box = Box(inputs);
        RatioRange Relative(int n, FinalRunRule rule) =>
            Corners.Ratio(box, p => DevelopmentFormulas.MemberRelative(p[0], TermsAt(p, n, rule)));
        return
        [
            .. members
                .Select(n => (inputs with { Members = n }).Require().Members)
                .Select(n => new ConsortiumPoint(n, Relative(n, FinalRunRule.Own), Relative(n, FinalRunRule.Joint))),
        ];
    }

    /// <summary>Members that bring a member's relative cost down to a target; unknown bounds mean that no number does.</summary>
    /// <param name="inputs">What is asked; its own number of members does not matter here.</param>
    /// <param name="target">Relative cost, above 0.</param>
    public static MemberRange MembersFor(DevelopmentInputs inputs, double target)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        inputs.Require();
        return Corners.Members(
            Box(inputs),
            p => DevelopmentFormulas.MembersForTarget(target, p[0], TermsAt(p, inputs.Members, inputs.FinalRunRule))
        );
    }

    private static RatioRange[] Box(DevelopmentInputs inputs) =>
        [inputs.RdShare.Range, inputs.SharedFraction.Range, inputs.ResidualDuplication.Range, inputs.CoordinationOverhead.Range];

    private static ConsortiumTerms TermsAt(double[] point, int members, FinalRunRule rule) =>
        new(members, point[1], point[2], point[3], rule);
}
