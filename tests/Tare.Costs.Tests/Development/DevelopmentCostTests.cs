using FsCheck;
using FsCheck.Fluent;
using Tare.Records;

namespace Tare.Costs.Tests;

public sealed class DevelopmentCostTests
{
    private static DevelopmentInputs Point(double rho) => new() { RdShare = new RatioInput(RatioRange.Exactly(rho), InputBasis.Given) };

    [Fact]
    public void The_defaults_give_the_published_figures_with_bounds()
    {
        DevelopmentCost cost = DevelopmentCost.Of(new DevelopmentInputs());
        cost.AloneUsd.CentralUsd.ShouldBe(2.5e9m);
        cost.AloneUsd.UpperUsd.ShouldBe(5.0e9m);
        Math.Round(cost.AloneUsd.LowerUsd / 1e9m, 2).ShouldBe(1.67m);
        Golden.ShouldRoundTo(cost.MemberRelative.Central, "0.620");
        Golden.ShouldRoundTo(cost.FloorRelative.Central, "0.504");
        Golden.ShouldRoundTo(cost.BreakEvenMembers.Central!.Value, "1.1695");
        cost.BreakEvenMembers.Lower.ShouldBe(cost.BreakEvenMembers.Upper);
        Golden.ShouldRoundTo(cost.FollowerRelative.Central, "0.60");
        cost.ConsortiumUsd.CentralUsd.ShouldBe(5 * cost.MemberUsd.CentralUsd);
        cost.IndependentUsd.CentralUsd.ShouldBe(12.5e9m);
        cost.SavedUsd.CentralUsd.ShouldBe(cost.IndependentUsd.CentralUsd - cost.ConsortiumUsd.CentralUsd);
    }

    [Fact]
    public void More_research_makes_the_alone_cost_dearer_and_the_followers_part_smaller()
    {
        DevelopmentCost cost = DevelopmentCost.Of(new DevelopmentInputs());
        cost.AloneSensitivity.Central.ShouldBe(5, 1e-14);
        cost.AloneSensitivity.Upper.ShouldBe(10, 1e-14);
        cost.FollowerRelative.Lower.ShouldBe(0.55, 1e-15);
        cost.FollowerRelative.Upper.ShouldBe(0.65, 1e-15);
    }

    [Fact]
    public void Inputs_without_a_source_are_labelled_assumptions()
    {
        DevelopmentCost cost = DevelopmentCost.Of(new DevelopmentInputs());
        cost.Assumptions.ShouldBe(["members", "shared fraction", "residual duplication", "coordination overhead", "learned fraction"]);
        cost.Inputs.Labelled.Where(i => i.Basis.Kind == InputBasisKind.Sourced).Select(i => i.Symbol).ShouldBe(["T", "rho"]);
        DevelopmentCost.Of(Point(0.8)).Assumptions.ShouldContain("R&D share");
        cost.Warnings.ShouldBeEmpty();
        DevelopmentCost.Of(Point(0.8)).Warnings.Single().ShouldContain("interval");
        DevelopmentCost.LeavesOut.Count.ShouldBe(8);
    }

    [Theory]
    [InlineData(1.2, "1.2")]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(-0.1, "-0.1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(0.9999999999999999, "0.9999999999999999")]
    public void A_share_of_research_outside_the_open_unit_interval_is_refused(double rho, string shown)
    {
        string message = Should.Throw<InputException>(() => DevelopmentCost.Of(Point(rho))).Message;
        message.ShouldContain($"R&D share (rdShare): {shown}");
        message.ShouldContain("above 0 and below 1");
    }

    [Fact]
    public void Every_other_impossible_input_is_refused_with_its_name()
    {
        DevelopmentInputs good = new();
        RatioInput Bad(double value) => new(RatioRange.Exactly(value), InputBasis.Given);
        Refused(good with { Members = 0 }, "members: 0");
        Refused(good with { CoordinationOverhead = Bad(-0.01) }, "coordinationOverhead): -0.01");
        Refused(good with { SharedFraction = Bad(1.01) }, "sharedFraction): 1.01");
        Refused(good with { ResidualDuplication = Bad(-1) }, "residualDuplication): -1");
        Refused(good with { LearnedFraction = Bad(double.PositiveInfinity) }, "learnedFraction): Infinity");
        Refused(good with { FinalRun = new UsdInput(UsdRange.Exactly(0), InputBasis.Given) }, "finalRun): 0");
        Refused(good with { RdShare = new RatioInput(new RatioRange(0.9, 0.8, 0.7), InputBasis.Given) }, "ascending");
        Refused(good with { FinalRun = new UsdInput(new UsdRange(5, 4, 6), InputBasis.Given) }, "ascending");
        Should.Throw<InputException>(() => DevelopmentCost.Curve(good, [1, 0])).Message.ShouldContain("members: 0");

        static void Refused(DevelopmentInputs inputs, string part) =>
            Should.Throw<InputException>(() => DevelopmentCost.Of(inputs)).Message.ShouldContain(part);
    }

    [Fact]
    public void A_share_that_makes_the_cost_unprintable_is_an_answer_and_not_a_crash()
    {
        DevelopmentInputs extreme = Point(0.999999999999999) with
        {
            FinalRun = new UsdInput(UsdRange.Exactly(1e15m), InputBasis.Given),
            Members = 1_000_000,
        };
        Should.Throw<InputException>(() => DevelopmentCost.Of(extreme)).Message.ShouldContain("rdShare");
    }

    [Fact]
    public void The_curve_is_the_published_table()
    {
        DevelopmentInputs smooth = Point(0.8) with
        {
            SharedFraction = new RatioInput(RatioRange.Exactly(1), InputBasis.Given),
            ResidualDuplication = new RatioInput(RatioRange.Exactly(0), InputBasis.Given),
            CoordinationOverhead = new RatioInput(RatioRange.Exactly(0), InputBasis.Given),
        };
        IReadOnlyList<ConsortiumPoint> curve = DevelopmentCost.Curve(smooth, [2, 3, 5, 10, 20, 50]);
        curve.Select(p => Math.Round(p.OwnFinalRun.Central, 3)).ShouldBe([0.600, 0.467, 0.360, 0.280, 0.240, 0.216]);
        curve.Select(p => Math.Round(p.JointFinalRun.Central, 3)).ShouldBe([0.500, 0.333, 0.200, 0.100, 0.050, 0.020]);
    }

    [Fact]
    public void Numbers_of_members_that_never_suffice_stay_unknown()
    {
        DevelopmentInputs inputs = new()
        {
            ResidualDuplication = new RatioInput(new RatioRange(0.1, 0.4, 0.7), InputBasis.Given),
            CoordinationOverhead = new RatioInput(RatioRange.Exactly(0.5), InputBasis.Given),
        };
        MemberRange members = DevelopmentCost.Of(inputs).BreakEvenMembers;
        members.Lower!.Value.ShouldBe(1.5 * 0.9 / 0.85, 1e-14);
        members.Central!.Value.ShouldBe(1.5 * 0.6 / 0.4, 1e-14);
        members.Upper.ShouldBeNull();
        MemberRange target = DevelopmentCost.MembersFor(Point(0.8), 0.1);
        (target.Lower, target.Central, target.Upper).ShouldBe((null, null, null));
    }

    [Fact]
    public void Nothing_inside_the_inputs_bounds_lies_outside_the_results_bounds() =>
        RandomServing.Check(
            from inputs in Inputs
            from at in Gen.ArrayOf(Gen.Choose(0, 100), 6)
            select (inputs, at),
            x => Contains(x.inputs, x.at)
        );

    [Fact]
    public void The_bounds_are_reached_by_inputs_at_their_own_bounds() =>
        RandomServing.Check(
            Inputs,
            inputs =>
            {
                DevelopmentCost cost = DevelopmentCost.Of(inputs);
                List<decimal> member = [];
                List<decimal> saved = [];
                List<double> relative = [];
                List<double> share = [];
                for (int corner = 0; corner < 64; corner++)
                {
                    (decimal run, double rho, double phi, ConsortiumTerms terms) = At(
                        inputs,
                        [.. Enumerable.Range(0, 6).Select(i => corner >> i & 1)],
                        1
                    );
                    decimal alone = DevelopmentLedger.AloneUsd(run, rho);
                    member.Add(DevelopmentLedger.MemberUsd(run, rho, terms));
                    saved.Add(terms.Members * (alone - member[^1]));
                    relative.Add((double)(member[^1] / alone));
                    share.Add((double)(run / (((alone - run) * (1 - (decimal)phi)) + run)));
                }

                return Money(new(member.Min(), 0, member.Max()), cost.MemberUsd.LowerUsd)
                    && Money(new(member.Min(), 0, member.Max()), cost.MemberUsd.UpperUsd)
                    && Money(new(saved.Min(), 0, saved.Max()), cost.SavedUsd.LowerUsd)
                    && Money(new(saved.Min(), 0, saved.Max()), cost.SavedUsd.UpperUsd)
                    && Share(new(relative.Min(), 0, relative.Max()), cost.MemberRelative.Lower)
                    && Share(new(relative.Min(), 0, relative.Max()), cost.MemberRelative.Upper)
                    && Share(new(share.Min(), 0, share.Max()), cost.FollowerFinalShare.Lower)
                    && Share(new(share.Min(), 0, share.Max()), cost.FollowerFinalShare.Upper);
            }
        );

    private static Gen<DevelopmentInputs> Inputs =>
        from rho in Between(1, 999)
        from sigma in Between(0, 1000)
        from delta in Between(0, 1000)
        from kappa in Between(0, 1000)
        from phi in Between(0, 1000)
        from members in Gen.Choose(1, 60)
        from rule in Gen.Elements(FinalRunRule.Own, FinalRunRule.Joint)
        select new DevelopmentInputs
        {
            FinalRun = new UsdInput(UsdRange.Between(4e8m, 6e8m), InputBasis.Given),
            RdShare = rho,
            SharedFraction = sigma,
            ResidualDuplication = delta,
            CoordinationOverhead = kappa,
            LearnedFraction = phi,
            Members = members,
            FinalRunRule = rule,
        };

    /// <summary>A point of the inputs' box: each input at a part of the way from its lower to its upper bound.</summary>
    private static (decimal Run, double Rho, double Phi, ConsortiumTerms Terms) At(DevelopmentInputs inputs, int[] at, int of)
    {
        double Inside(RatioInput input, int i) =>
            at[i] == of ? input.Range.Upper : input.Range.Lower + ((input.Range.Upper - input.Range.Lower) * at[i] / of);
        ConsortiumTerms terms = new(
            inputs.Members,
            Inside(inputs.SharedFraction, 2),
            Inside(inputs.ResidualDuplication, 3),
            Inside(inputs.CoordinationOverhead, 4),
            inputs.FinalRunRule
        );
        return (4e8m + (2e8m * at[0] / of), Inside(inputs.RdShare, 1), Inside(inputs.LearnedFraction, 5), terms);
    }

    private static bool Contains(DevelopmentInputs inputs, int[] at)
    {
        DevelopmentCost cost = DevelopmentCost.Of(inputs);
        (decimal run, double rho, double phi, ConsortiumTerms terms) = At(inputs, at, 100);
        decimal alone = DevelopmentLedger.AloneUsd(run, rho);
        decimal member = DevelopmentLedger.MemberUsd(run, rho, terms);
        decimal follower = ((alone - run) * (1 - (decimal)phi)) + run;
        double? breakEven = DevelopmentFormulas.BreakEvenMembers(rho, terms);
        return Money(cost.AloneUsd, alone)
            && Money(cost.MemberUsd, member)
            && Money(cost.ConsortiumUsd, inputs.Members * member)
            && Money(cost.SavedUsd, inputs.Members * (alone - member))
            && Money(cost.FollowerUsd, follower)
            && Share(cost.MemberRelative, (double)(member / alone))
            && Share(cost.FollowerRelative, (double)(follower / alone))
            && Share(cost.FollowerFinalShare, (double)(run / follower))
            && Share(cost.FloorRelative, DevelopmentFormulas.FloorRelative(rho, terms))
            && (breakEven is null ? cost.BreakEvenMembers.Upper is null : Number(cost.BreakEvenMembers, breakEven.Value));
    }

    // Bounds are compared with room for the 15 digits that a ratio keeps on its way into decimal.
    private static bool Money(UsdRange range, decimal value)
    {
        decimal room = 1e-12m * (Math.Abs(range.LowerUsd) + Math.Abs(range.UpperUsd) + 1e9m);
        return value >= range.LowerUsd - room && value <= range.UpperUsd + room;
    }

    private static bool Share(RatioRange range, double value) => value >= range.Lower - 1e-12 && value <= range.Upper + 1e-12;

    private static bool Number(MemberRange range, double value) =>
        value >= range.Lower!.Value * (1 - 1e-9) && (range.Upper is null || value <= range.Upper.Value * (1 + 1e-9));

    private static Gen<RatioInput> Between(int least, int most) =>
        from a in Gen.Choose(least, most)
        from b in Gen.Choose(least, most)
        select new RatioInput(RatioRange.Between(Math.Min(a, b) / 1000.0, Math.Max(a, b) / 1000.0), InputBasis.Given);
}
