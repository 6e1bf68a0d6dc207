using FsCheck;
using FsCheck.Fluent;
using Tare.Records;

namespace Tare.Dossier.Tests;

public sealed class AsOfTests
{
    [Fact]
    public void Without_bounds_everything_is_there()
    {
        var view = AsOfView.Of(Debate.Dossier, new AsOfInstants());
        view.Dossier.ShouldBe(Debate.Dossier);
        view.Hidden.ShouldBeEmpty();
    }

    [Fact]
    public void The_two_clocks_are_independent()
    {
        AsOfView.Of(Debate.Dossier, new AsOfInstants(Recorded: Debate.Instant("2026-11-21"))).Dossier.Claims.ShouldBeEmpty();
        AsOfView.Of(Debate.Dossier, new AsOfInstants(Recorded: Debate.AsOf.AddDays(1))).Dossier.Claims.Count.ShouldBe(53);
        var early = Debate.Dossier.WithClaim("c21", c => c with { Recorded = PartialDate.Parse("2026-05-20") });
        AsOfView.Of(early, new AsOfInstants(Recorded: Debate.Instant("2026-05-21"))).Hidden.ShouldContain("claims/c21");
        early = early with
        {
            Sources = [.. early.Sources.Select(s => s.Id == "s-int21" ? s with { Recorded = PartialDate.Parse("2026-05-20") } : s)],
        };
        AsOfView
            .Of(early, new AsOfInstants(Recorded: Debate.Instant("2026-05-21")))
            .Dossier.Claims.ShouldHaveSingleItem()
            .Id.ShouldBe("c21");
        AsOfView.Of(early, new AsOfInstants(Debate.Instant("2026-05-10"), Debate.Instant("2026-05-21"))).Dossier.Claims.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_shown_refers_only_to_what_is_shown()
    {
        foreach (var day in new[] { "2025-01-01", "2026-04-30", "2026-05-12", "2026-05-18", "2026-05-20", "2026-05-21", "2026-11-22" })
        {
            var then = AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.Instant(day))).Dossier;
            Debate.Lint(then).Findings.Where(f => f.Severity == LintSeverity.Error).ShouldBeEmpty(day);
        }
    }

    [Fact]
    public void A_later_instant_never_hides_what_an_earlier_one_shows() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260518UL, 19UL),
            Prop.ForAll(
                Gen.Choose(-600, 60).Two().ToArbitrary(),
                days =>
                {
                    var (early, late) = (Math.Min(days.Item1, days.Item2), Math.Max(days.Item1, days.Item2));
                    var before = AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.AsOf.AddDays(early))).Hidden;
                    var after = AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.AsOf.AddDays(late))).Hidden;
                    return after.All(a => before.Contains(a, StringComparer.Ordinal));
                }
            )
        );

    [Fact]
    public void An_undated_publication_was_there_when_a_dated_claim_cites_it()
    {
        var then = AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.Instant("2026-05-13")));
        then.Dossier.Sources.ShouldContain(s => s.Id == "s-ai2");
        ClaimStanding
            .Of(DossierIndex.Of(then.Dossier), then.Dossier.Claims.Single(c => c.Id == "c50"))
            .Status.ShouldBe(ClaimStatus.Corroborated);
        var before = AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.Instant("2026-05-11")));
        before.Hidden.ShouldContain("sources/s-ai2");
        before.Undated.ShouldContain("sources/s-bun");
        before.Undated.ShouldNotContain("sources/s-forge");
    }

    [Fact]
    public void An_undated_claim_is_no_later_than_its_reporter()
    {
        Debate.Index.Claim("c03")!.Asserted.IsKnown.ShouldBeFalse();
        Shows("2026-05-16").ShouldBeTrue();
        Shows("2026-05-15").ShouldBeFalse();

        static bool Shows(string day) =>
            AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.Instant(day))).Dossier.Claims.Any(c => c.Id == "c03");
    }

    [Fact]
    public void A_claim_of_April_that_was_reported_in_May_is_known_in_May()
    {
        Debate.Index.Claim("c26")!.Asserted.ToString().ShouldBe("2026-04-28");
        AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.Instant("2026-05-15"))).Hidden.ShouldContain("claims/c26");
        AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.Instant("2026-05-16"))).Hidden.ShouldNotContain("claims/c26");
    }

    [Fact]
    public void Versions_and_questions_come_with_their_instant()
    {
        var before = AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.Instant("2026-05-20"))).Dossier;
        before.Questions.ShouldBeEmpty();
        before.Topics[0].Versions.ShouldBeEmpty();
        var error = Should.Throw<InputException>(() => TopicPage.Of(DossierIndex.Of(before), "open-closed-gap-debate"));
        error.Message.ShouldContain("take a later --as-of");
        var after = AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.Instant("2026-05-21T09:29Z"))).Dossier;
        after.Topics[0].Versions.Count.ShouldBe(2);
        after.Questions.Count.ShouldBe(4);
    }

    [Fact]
    public void The_log_is_in_order_and_ends_at_the_instant()
    {
        var log = DossierLog.Of(Debate.Index, Debate.AsOf);
        log.Select(e => e.At).ShouldBe(log.Select(e => e.At).OrderDescending());
        log.DistinctBy(e => e.Id, StringComparer.Ordinal).Count().ShouldBe(log.Count);
        log.Count(e => e.Kind == DossierEventKind.PredictionExpired).ShouldBe(3);
        DossierLog.Of(Debate.Index, Debate.Instant("2026-06-30")).Count(e => e.Kind == DossierEventKind.PredictionExpired).ShouldBe(1);
    }
}
