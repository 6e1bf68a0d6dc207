using FsCheck;
using FsCheck.Fluent;
using Tare.Records;

namespace Tare.Dossier.Tests;

public sealed class StandingTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260516UL, 21UL);

    /// <summary>Claims of few holders on few propositions, with stances of every form.</summary>
    private static readonly Gen<Claim[]> s_claims = (
        from holder in Gen.Elements("a", "b", "c")
        from proposition in Gen.Elements("p", "q", null)
        from stance in Gen.OneOf(
            Gen.Choose(-2, 2).Select(d => (Stance?)Stance.Of(d)),
            from low in Gen.Choose(0, 6)
            from width in Gen.Choose(0, 3)
            from unit in Gen.Elements("months", "points")
            select (Stance?)Stance.Range(low, low + width, unit),
            Gen.Elements("x", "y", "z").Select(o => (Stance?)Stance.Choose(o)),
            Gen.Constant((Stance?)null)
        )
        select (holder, proposition, stance)
    )
        .ArrayOf()
        .Select(rows => rows.Select((r, i) => Claim($"c{i}", r.holder, r.proposition, r.stance)).ToArray());

    [Fact]
    public void Opposition_counts_are_those_of_comparing_every_pair() =>
        Check.One(
            s_config,
            Prop.ForAll(
                s_claims.ToArbitrary(),
                claims =>
                {
                    var index = DossierIndex.Of(CleanDossier.Record with { Claims = [.. claims], Topics = [], Tensions = [] });
                    foreach (var claim in claims)
                    {
                        var expected = claims.Where(o => Opposes(claim, o)).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
                        var (count, first) = index.Against(claim);
                        count.ShouldBe(expected.Count);
                        first.ShouldAllBe(id => expected.Contains(id));
                        (first.Count > 0).ShouldBe(expected.Count > 0);
                    }
                }
            )
        );

    [Fact]
    public void Opposition_is_symmetric() =>
        Check.One(
            s_config,
            Prop.ForAll(
                s_claims.ToArbitrary(),
                claims =>
                    claims.All(l =>
                        claims.All(r => l.Stance is null || r.Stance is null || l.Stance.Opposes(r.Stance) == r.Stance.Opposes(l.Stance))
                    )
            )
        );

    [Fact]
    public void A_mirror_adds_no_root_and_an_independent_document_adds_one()
    {
        var d = CleanDossier.Record;
        var copy = d.Sources[0] with { Id = "s-copy", DerivedFrom = ["s-ann"], Makers = [] };
        var copyOfCopy = d.Sources[0] with { Id = "s-copy2", DerivedFrom = ["s-copy"], Makers = [] };
        var other = d.Sources[0] with { Id = "s-other", Makers = [] };
        var index = DossierIndex.Of(d with { Sources = [.. d.Sources, copy, copyOfCopy, other] });
        var claim = d.Claims[0] with { EvidenceFor = [] };
        ClaimSupport.Of(index, claim with { CarriedIn = ["s-ann", "s-copy", "s-copy2"] }).Roots.ShouldBe(["s-ann"]);
        ClaimSupport.Of(index, claim with { CarriedIn = ["s-copy2", "s-other"] }).Roots.ShouldBe(["s-ann", "s-other"]);
        ClaimSupport.Of(index, claim with { EvidenceFor = ["e-one"] }).Roots.ShouldBe(["s-ann", "s-table"]);
        ClaimSupport.Of(index, claim with { Cites = ["s-table"] }).Roots.ShouldBe(["s-table"]);
    }

    [Fact]
    public void A_holder_who_speaks_in_a_document_made_from_others_is_a_root_and_a_reported_holder_is_not()
    {
        var own = ClaimSupport.Of(Debate.Index, Debate.Index.Claim("c14")!);
        own.Roots.ShouldBe(["d003"]);
        var reported = Debate.Index.Claim("c14")! with { Holder = "lambert" };
        ClaimSupport.Of(Debate.Index, reported).Roots.ShouldBe(["s-forge", "s-int21", "s-lambert", "s-raschka"]);
    }

    [Fact]
    public void Circular_derivation_has_a_root_for_counting_and_is_reported()
    {
        var d = CleanDossier.Record;
        ValueList<Publication> ring =
        [
            d.Sources[0] with
            {
                DerivedFrom = ["s-bob"],
            },
            d.Sources[1] with
            {
                DerivedFrom = ["s-ann"],
            },
            d.Sources[2],
        ];
        DossierIndex.Of(d with { Sources = ring }).Roots.Of("s-ann").ShouldBe(["s-ann"]);
        Debate.Lint(d with { Sources = ring }).Of("S7").Count.ShouldBe(2);
    }

    [Fact]
    public void The_last_decision_of_a_reviewer_wins_and_then_what_the_links_say()
    {
        var d = CleanDossier.Record;
        StatusEvent Decide(string id, string at, ClaimStatus status) =>
            new()
            {
                Id = id,
                Claim = "c1",
                Status = status,
                At = PartialDate.Parse(at),
                Reason = "r",
                By = "b",
            };
        ClaimStatus Status(DossierRecord record) => ClaimStanding.Of(DossierIndex.Of(record), record.Claims[0]).Status;
        Status(d).ShouldBe(ClaimStatus.Corroborated);
        Status(d.WithClaim("c1", c => c with { EvidenceAgainst = ["e-one"] })).ShouldBe(ClaimStatus.Contradicted);
        Status(d.WithClaim("c1", c => c with { EvidenceFor = [] })).ShouldBe(ClaimStatus.Contested);
        Status(d with { Claims = [.. d.Claims, d.Claims[1] with { Id = "c3", Replaces = "c1" }] }).ShouldBe(ClaimStatus.Superseded);
        var decided = d with
        {
            StatusEvents = [Decide("b", "2026-06-02", ClaimStatus.Retracted), Decide("a", "2026-06-01", ClaimStatus.Contested)],
        };
        Status(decided).ShouldBe(ClaimStatus.Retracted);
        Status(AsOfView.Of(decided, new AsOfInstants(Debate.Instant("2026-06-01"))).Dossier).ShouldBe(ClaimStatus.Contested);
        Status(AsOfView.Of(decided, new AsOfInstants(Debate.Instant("2026-05-31"))).Dossier).ShouldBe(ClaimStatus.Corroborated);
    }

    [Fact]
    public void A_reason_names_who_and_what_with_the_identifier_behind_and_says_how_many_more()
    {
        string Reason(string id) => ClaimStanding.Of(Debate.Index, Debate.Index.Claim(id)!).Reason;
        Reason("c05").ShouldBe("Opposed by Florian Brand (c04).");
        Reason("c07").ShouldBe("Stated; its one root is Interconnects (s-int21).");
        Reason("c50").ShouldBe("2 independent roots: Ai2 (s-ai2), Epoch AI (s-epochrd).");
        TensionFinding.Of(Debate.Index, Debate.Index.Tension("t1")!).Because.ShouldContain("over time?' (p-widening).");
        var d = CleanDossier.Record;
        var others = Enumerable.Range(1, 5).Select(i => d.Claims[1] with { Id = $"o{i}", Holder = $"h{i}" });
        var crowd = DossierIndex.Of(d with { Claims = [d.Claims[0] with { EvidenceFor = [] }, .. others] });
        ClaimStanding.Of(crowd, crowd.Claim("c1")!).Reason.ShouldBe("Opposed by h1 (o1), h2 (o2), h3 (o3) and 2 more.");
        RecordName.Sources(crowd, ["s-ann", "s-bob", "nowhere"]).ShouldBe("s-ann (s-ann), s-bob (s-bob), nowhere");
        RecordName.Sources(crowd, ["s-ann"]).ShouldBe("Press (s-ann)");
    }

    private static Claim Claim(string id, string holder, string? proposition, Stance? stance) =>
        new()
        {
            Id = id,
            Holder = holder,
            Reporter = "s-ann",
            Text = id,
            Proposition = proposition,
            Stance = stance,
        };

    private static bool Opposes(Claim left, Claim right) =>
        left.Proposition is not null
        && left.Proposition == right.Proposition
        && left.Holder != right.Holder
        && left.Stance is not null
        && right.Stance is not null
        && left.Stance.Opposes(right.Stance);
}
