using Tare.Records;

namespace Tare.Dossier.Tests;

public sealed class EvolutionTests
{
    [Theory]
    [InlineData(2, null, EvolutionKind.Consistent)]
    [InlineData(-2, null, EvolutionKind.Reversed)]
    [InlineData(1, null, EvolutionKind.Shifted)]
    [InlineData(2, "Other words", EvolutionKind.Reworded)]
    [InlineData(-1, "Other words", EvolutionKind.Reversed)]
    public void A_holder_moves_by_sign_then_degree_then_words(int degree, string? text, EvolutionKind kind)
    {
        var d = CleanDossier.Record;
        var later = d.Claims[0] with { Id = "c3", Stance = Stance.Of(degree), Text = text ?? d.Claims[0].Text };
        var evolution = Evolve(d with { Claims = [.. d.Claims, later] }, "c3");
        evolution.Kind.ShouldBe(kind);
        evolution.Added.ShouldBe(["c3"]);
        evolution.Dropped.ShouldBe(["c1"]);
    }

    [Fact]
    public void A_quantity_that_moves_out_of_its_range_reverses_and_one_that_overlaps_shifts()
    {
        Move(Stance.Range(3, 7, "months"), Stance.Range(8, 9, "months")).ShouldBe(EvolutionKind.Reversed);
        Move(Stance.Range(3, 7, "months"), Stance.Range(4, 8, "months")).ShouldBe(EvolutionKind.Shifted);
        Move(Stance.Range(3, 7, "months"), Stance.Range(3, 7, "months")).ShouldBe(EvolutionKind.Consistent);

        static EvolutionKind Move(Stance before, Stance after)
        {
            var d = CleanDossier.Record.WithClaim("c1", c => c with { Stance = before });
            return Evolve(d with { Claims = [.. d.Claims, d.Claims[0] with { Id = "c3", Stance = after }] }, "c3").Kind;
        }
    }

    [Fact]
    public void Two_stances_by_different_mechanisms_are_not_a_reversal()
    {
        var d = CleanDossier.Record.WithClaim("c1", c => c with { Mechanism = "one" });
        var other = d.Claims[0] with { Id = "c3", Stance = Stance.Of(-2), Mechanism = "two" };
        Evolve(d with { Claims = [.. d.Claims, other] }, "c1", "c3").Kind.ShouldBe(EvolutionKind.Consistent);
    }

    [Fact]
    public void A_holder_who_is_gone_is_silent_and_keeps_the_last_claims()
    {
        var d = CleanDossier.Record;
        var topic = TopicHistory.Append(
            d.Topics[0],
            Next(d.Topics[0], "c1") with
            {
                Perspectives = [d.Topics[0].Versions[0].Perspectives[0]],
                Why = "x",
            }
        );
        var evolution = HolderEvolution.Of(DossierIndex.Of(d), topic, 2);
        evolution.Select(e => (e.Holder, e.Kind)).ShouldBe([("ann", EvolutionKind.Consistent), ("bob", EvolutionKind.Silent)]);
        evolution[1].Claims.ShouldBe(["c2"]);
    }

    [Fact]
    public void In_the_first_version_everybody_appears_first() =>
        HolderEvolution.Of(Debate.Index, Debate.Topic, 1).ShouldAllBe(e => e.Kind == EvolutionKind.FirstAppearance);

    [Fact]
    public void A_diff_lists_records_then_words()
    {
        var diff = VersionDiff.Of(Debate.Index, Debate.Topic.Versions[0], Debate.Topic.Versions[1]);
        diff.Records.Select(r => $"{r.Kind} {r.Address}")
            .ShouldBe([
                "Added sources/s-forge",
                "Added claims/c13",
                "Added perspectives/forge-author",
                "Added tensions/t1",
                "Added tensions/t2",
                "Added tensions/t3",
                "Added tensions/t4",
                "Added timeline/ev-forge",
                "Added timeline/ev-int21",
                "Added timeline/ev-lambert",
                "Added timeline/ev-raschka",
                "Added open_questions/oq1",
                "Added open_questions/oq2",
                "Added open_questions/oq3",
                "Added open_questions/oq4",
            ]);
        diff.Sections.Select(s => s.Section).ShouldBe(["what", "why", "narrative"]);
        VersionDiff
            .Of(Debate.Index, Debate.Topic.Versions[1], Debate.Topic.Versions[0])
            .Records.Count(r => r.Kind == ChangeKind.Removed)
            .ShouldBe(15);
    }

    private static HolderEvolution Evolve(DossierRecord d, params string[] claims)
    {
        var topic = TopicHistory.Append(d.Topics[0], Next(d.Topics[0], claims));
        return HolderEvolution.Of(DossierIndex.Of(d), topic, 2).Single(e => e.Holder == "ann");
    }

    private static TopicVersion Next(Topic topic, params string[] claims) =>
        topic.Versions[0] with
        {
            Number = 2,
            Created = PartialDate.Parse("2026-05-22"),
            Why = "More came.",
            Perspectives =
            [
                topic.Versions[0].Perspectives[0] with
                {
                    Claims = [.. claims],
                    Declared = null,
                },
                topic.Versions[0].Perspectives[1],
            ],
        };
}
