using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Tare.Costs.Tests;

public sealed class DevelopmentFormulasTests
{
    private static readonly Gen<double> s_unit = Gen.Choose(0, 1000).Select(i => i / 1000.0);
    private static readonly Gen<double> s_inside = Gen.Choose(1, 999).Select(i => i / 1000.0);

    [Fact]
    public void Every_worked_value_agrees_with_the_ledger_and_with_its_printed_figure()
    {
        double tolerance = Golden.Tolerance("development.json");
        IReadOnlyList<JsonElement> vectors = Golden.Vectors("development.json");
        vectors.Count.ShouldBe(62);
        foreach (JsonElement vector in vectors)
        {
            double? value = Value(vector.GetProperty("kind").GetString()!, vector.GetProperty("input"));
            JsonElement expected = vector.GetProperty("expected");
            if (expected.ValueKind == JsonValueKind.Null)
            {
                value.ShouldBeNull(vector.ToString());
                continue;
            }

            // A floor of zero is compared absolutely.
            value.ShouldNotBeNull(vector.ToString());
            value.Value.ShouldBe(expected.GetDouble(), tolerance * Math.Max(1, Math.Abs(expected.GetDouble())), vector.ToString());
            value.Value.ShouldBe(vector.GetProperty("published").GetDouble(), vector.GetProperty("publishedHalfUnit").GetDouble() + 1e-9);
        }
    }

    [Fact]
    public void A_share_of_ninety_percent_turns_half_a_billion_into_five() => DevelopmentFormulas.AloneUsd(0.5e9m, 0.9).ShouldBe(5.0e9m);

    [Fact]
    public void One_member_without_overhead_pays_what_it_would_alone() =>
        RandomServing.Check(
            from rho in s_inside
            from sigma in s_unit
            from delta in s_unit
            from rule in Gen.Elements(FinalRunRule.Own, FinalRunRule.Joint)
            select (rho, new ConsortiumTerms(1, sigma, delta, 0, rule)),
            x => Near(DevelopmentFormulas.MemberRelative(x.rho, x.Item2), 1)
        );

    [Fact]
    public void Sharing_nothing_with_an_own_final_run_changes_nothing() =>
        RandomServing.Check(
            from rho in s_inside
            from terms in Terms
            select (rho, terms with { SharedFraction = 0, FinalRunRule = FinalRunRule.Own }),
            x => Near(DevelopmentFormulas.MemberRelative(x.rho, x.Item2), 1) && DevelopmentFormulas.BreakEvenMembers(x.rho, x.Item2) is null
        );

    [Fact]
    public void Another_member_never_makes_it_dearer() =>
        RandomServing.Check(
            from rho in s_inside
            from terms in Terms
            select (rho, terms),
            x =>
                DevelopmentFormulas.MemberRelative(x.rho, x.terms with { Members = x.terms.Members + 1 })
                <= DevelopmentFormulas.MemberRelative(x.rho, x.terms) + 1e-14
        );

    [Fact]
    public void A_joint_final_run_saves_its_shared_part() =>
        RandomServing.Check(
            from rho in s_inside
            from terms in Terms
            select (rho, terms),
            x =>
                Near(
                    DevelopmentFormulas.MemberRelative(x.rho, x.terms with { FinalRunRule = FinalRunRule.Joint })
                        - DevelopmentFormulas.MemberRelative(x.rho, x.terms with { FinalRunRule = FinalRunRule.Own }),
                    -(1 - x.rho) * (1 - (1.0 / x.terms.Members))
                )
        );

    [Fact]
    public void The_cost_is_linear_in_the_shared_fraction() =>
        RandomServing.Check(
            from rho in s_inside
            from terms in Terms
            select (rho, terms),
            x =>
            {
                double At(double sigma) => DevelopmentFormulas.MemberRelative(x.rho, x.terms with { SharedFraction = sigma });
                return Near(At(x.terms.SharedFraction), At(0) + (x.terms.SharedFraction * (At(1) - At(0))));
            }
        );

    [Fact]
    public void Full_duplication_gives_no_benefit() =>
        RandomServing.Check(
            from rho in s_inside
            from terms in Terms
            select (rho, terms with { ResidualDuplication = 1, FinalRunRule = FinalRunRule.Own }),
            x =>
                Near(
                    DevelopmentFormulas.MemberRelative(x.rho, x.Item2),
                    1 + (x.rho * x.Item2.SharedFraction * x.Item2.CoordinationOverhead)
                ) && DevelopmentFormulas.BreakEvenMembers(x.rho, x.Item2) is null
        );

    [Fact]
    public void The_closed_form_agrees_with_a_ledger_of_the_whole_consortium() =>
        RandomServing.Check(
            from rho in s_inside
            from terms in Terms
            from run in Gen.Choose(1, 2_000_000)
            select (rho, terms, run * 1000m),
            x =>
            {
                decimal booked = DevelopmentLedger.MemberUsd(x.Item3, x.rho, x.terms);
                decimal formula = DevelopmentFormulas.MemberUsd(x.Item3, x.rho, x.terms);
                double alone = (double)DevelopmentLedger.AloneUsd(x.Item3, x.rho);
                // A ratio keeps 15 digits on its way into decimal.
                return Math.Abs(booked - formula) <= 1e-13m * booked
                    && Near(DevelopmentFormulas.MemberRelative(x.rho, x.terms), (double)booked / alone);
            }
        );

    [Fact]
    public void Break_even_is_where_one_more_member_turns_the_balance() =>
        RandomServing.Check(
            from rho in s_inside
            from terms in Terms
            select (rho, terms),
            x =>
            {
                double? members = DevelopmentFormulas.BreakEvenMembers(x.rho, x.terms);
                double At(int n) => DevelopmentFormulas.MemberRelative(x.rho, x.terms with { Members = n });
                // No number of members: even a million pay at least as much as alone.
                return members is not { } n
                    ? At(1_000_000) >= 1 - 1e-12
                    : n > 1_000_000 || (At((int)Math.Floor(n) + 1) <= 1 + 1e-12 && (n < 1 || At((int)Math.Floor(n)) >= 1 - 1e-12));
            }
        );

    [Fact]
    public void Members_for_a_target_reach_it() =>
        RandomServing.Check(
            from rho in s_inside
            from terms in Terms
            from target in s_inside
            select (rho, terms, target),
            x =>
            {
                double? members = DevelopmentFormulas.MembersForTarget(x.target, x.rho, x.terms);
                double floor = DevelopmentFormulas.FloorRelative(x.rho, x.terms);
                if (members is not { } n)
                {
                    return x.target <= floor + 1e-12 || Near(floor, DevelopmentFormulas.MemberRelative(x.rho, x.terms));
                }

                // c(n) is floor + M / n at any real n: checked through the whole numbers around it.
                int below = Math.Max(1, (int)Math.Min(1e6, Math.Floor(n)));
                double atBelow = DevelopmentFormulas.MemberRelative(x.rho, x.terms with { Members = below });
                return n > 1e6
                    || n < 1
                    || (
                        atBelow >= x.target - 1e-12
                        && DevelopmentFormulas.MemberRelative(x.rho, x.terms with { Members = below + 1 }) <= x.target + 1e-12
                    );
            }
        );

    [Fact]
    public void The_followers_final_share_gives_back_what_it_learned() =>
        RandomServing.Check(
            from rho in s_inside
            from phi in s_unit
            select (rho, phi),
            x =>
            {
                double share = DevelopmentFormulas.FollowerFinalShare(x.rho, x.phi);
                double? learned = DevelopmentFormulas.LearnedFraction(Math.Min(1, Math.Max(share, 1 - x.rho)), x.rho);
                // Dividing by a share of at least one thousandth loses three digits.
                return learned is { } phi
                    && Math.Abs(phi - x.phi) < 1e-11
                    && share >= 1 - x.rho - 1e-15
                    && Near(
                        DevelopmentFormulas.FollowerRelative(x.rho, x.phi),
                        (double)(DevelopmentFormulas.FollowerUsd(1e9m, x.rho, x.phi) / DevelopmentFormulas.AloneUsd(1e9m, x.rho))
                    );
            }
        );

    [Theory]
    [InlineData(0.19)]
    [InlineData(1.01)]
    public void A_final_share_that_the_model_cannot_give_has_no_answer(double share) =>
        DevelopmentFormulas.LearnedFraction(share, 0.8).ShouldBeNull();

    [Fact]
    public void Sensitivity_is_the_slope_of_the_logarithm()
    {
        foreach (double rho in (double[])[0.33, 0.7, 0.8, 0.9])
        {
            const double Step = 1e-5;
            double slope =
                (
                    Math.Log((double)DevelopmentFormulas.AloneUsd(1e9m, rho + Step))
                    - Math.Log((double)DevelopmentFormulas.AloneUsd(1e9m, rho - Step))
                ) / (2 * Step);
            // Central difference: error step^2 / 3 / (1 - rho)^3 and rounding 1e-16 / step, both below 1e-6.
            DevelopmentFormulas.AloneSensitivity(rho).ShouldBe(slope, 1e-6);
        }
    }

    internal static Gen<ConsortiumTerms> Terms =>
        from members in Gen.Choose(1, 60)
        from sigma in s_unit
        from delta in s_unit
        from kappa in s_unit
        from rule in Gen.Elements(FinalRunRule.Own, FinalRunRule.Joint)
        select new ConsortiumTerms(members, sigma, delta, kappa, rule);

    // At most ten roundings of numbers near one.
    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-13 * Math.Max(1, Math.Abs(b));

    private static double? Value(string kind, JsonElement input)
    {
        double Number(string name) => input.GetProperty(name).GetDouble();
        double rho = Number("rdShare");
        return kind switch
        {
            "alone" => (double)DevelopmentFormulas.AloneUsd(input.GetProperty("finalRunUsd").GetDecimal(), rho),
            "member" => DevelopmentFormulas.MemberRelative(rho, Consortium()),
            "floor" => DevelopmentFormulas.FloorRelative(rho, Consortium()),
            "breakEven" => DevelopmentFormulas.BreakEvenMembers(rho, Consortium()),
            "followerRelative" => DevelopmentFormulas.FollowerRelative(rho, Number("learnedFraction")),
            "followerFinalShare" => DevelopmentFormulas.FollowerFinalShare(rho, Number("learnedFraction")),
            "membersForTarget" => DevelopmentFormulas.MembersForTarget(Number("target"), rho, Consortium()),
            _ => throw new InvalidOperationException(kind),
        };

        ConsortiumTerms Consortium() =>
            new(
                input.GetProperty("members").GetInt32(),
                Number("sharedFraction"),
                Number("residualDuplication"),
                Number("coordinationOverhead"),
                Enum.Parse<FinalRunRule>(input.GetProperty("finalRunRule").GetString()!)
            );
    }
}
