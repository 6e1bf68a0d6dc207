using Tare.Records;

namespace Tare.Dossier.Tests;

/// <summary>Answers that a dossier keeps: what they decide, when they change, and what becomes of old ones.</summary>
public sealed class AnswerTests
{
    private static readonly DossierRecord s_bare = Debate.Dossier with { Answers = [] };

    [Fact]
    public void The_latest_answer_to_the_present_question_is_in_force()
    {
        var d = s_bare with { Answers = [Answer("a1", "2026-06-01", 8, 9), Answer("a2", "2026-07-01", 4, 5)] };
        VerdictHistory.Latest(d)["c03"].Verdict.ShouldBe(Verdict.Supported);
        VerdictHistory.Latest(d with { Answers = [.. d.Answers.Reverse()] })["c03"].Verdict.ShouldBe(Verdict.Supported);
        var changes = VerdictHistory.Changes(d);
        changes.Select(c => (c.Before?.Verdict, c.After.Verdict)).ShouldBe([(null, Verdict.Refuted), (Verdict.Refuted, Verdict.Supported)]);
        DossierLog.Of(DossierIndex.Of(d), Debate.AsOf).Count(e => e.Kind == DossierEventKind.VerdictChanged).ShouldBe(2);
    }

    [Fact]
    public void An_answer_that_says_the_same_is_no_change()
    {
        var d = s_bare with { Answers = [Answer("a1", "2026-06-01", 4, 5), Answer("a2", "2026-07-01", 4, 6)] };
        VerdictHistory.Changes(d).Count.ShouldBe(1);
    }

    [Fact]
    public void An_answer_to_another_question_decides_nothing_and_is_told()
    {
        var d = s_bare with { Answers = [Answer("a1", "2026-06-01", 4, 5) with { Asked = "gap eci: result.other" }] };
        VerdictHistory.Latest(d).ShouldBeEmpty();
        VerdictHistory.Settle(d).Evidence.ShouldBe(d.Evidence);
        Debate.Lint(d).Of("S13").ShouldHaveSingleItem().Address.ShouldBe("answers/a1/asked");
        Debate.Lint(d).Unchecked.Select(g => g.Address).ShouldContain("claims/c03/query");
    }

    [Fact]
    public void Settled_claims_stand_as_the_figures_make_them_stand()
    {
        var d = s_bare with { Answers = [Answer("a1", "2026-06-01", 8, 9)] };
        var settled = VerdictHistory.Settle(d);
        var evidence = settled.Evidence.Except(d.Evidence).ShouldHaveSingleItem();
        evidence.Interval.ShouldBe(new Interval(8, 9, 0.9, "sampling"));
        settled.Claims.Single(c => c.Id == "c03").EvidenceAgainst.ShouldBe([evidence.Id]);
        d.Claims.ShouldBe(s_bare.Claims);
    }

    [Fact]
    public void Before_it_was_asked_there_is_no_verdict_on_either_clock()
    {
        var d = s_bare with { Answers = [Answer("a1", "2026-06-01", 4, 5)] };
        AsOfView.Of(d, new AsOfInstants(Asserted: Debate.Instant("2026-05-31"))).Dossier.Answers.ShouldBeEmpty();
        AsOfView.Of(d, new AsOfInstants(Asserted: Debate.Instant("2026-06-01"))).Dossier.Answers.Count.ShouldBe(1);
        AsOfView.Of(d, new AsOfInstants(Recorded: Debate.Instant("2026-06-02"))).Dossier.Answers.ShouldBeEmpty();
    }

    [Fact]
    public void A_kept_answer_may_not_be_rewritten()
    {
        var d = s_bare with { Answers = [Answer("a1", "2026-06-01", 4, 5)] };
        var altered = d with { Answers = [Answer("a1", "2026-06-01", 4, 6)] };
        PastCheck.Of(d, altered, SourceMap.Empty).ShouldHaveSingleItem().Address.ShouldBe("answers/a1");
        PastCheck.Of(d, d with { Answers = [.. d.Answers, Answer("a2", "2026-07-01", 4, 6)] }, SourceMap.Empty).ShouldBeEmpty();
    }

    [Fact]
    public void A_kept_answer_has_six_digits()
    {
        var claim = Debate.Index.Claim("c03")!;
        var answer = new QueryAnswer
        {
            Claim = "c03",
            AskedAt = Debate.AsOf,
            DataDigest = "abc",
            Value = 6.28975587497148,
            Lower = 4.92813141683778,
            Upper = 7.56325804243668,
            Level = 0.9,
        };
        var kept = VerdictHistory.Keep(claim, answer, "s-x");
        (kept.Value, kept.Interval!.Lower, kept.Interval.Upper).ShouldBe((6.28976, 4.92813, 7.56326));
        kept.Asked.ShouldBe(claim.Query!.Asked);
    }

    [Fact]
    public void Before_any_version_the_page_shows_the_records_that_were_there()
    {
        var view = AsOfView.Of(Debate.Dossier, new AsOfInstants(Asserted: Debate.Instant("2026-05-18"))).Dossier;
        var page = TopicPage.OfRecords(DossierIndex.Of(view), Debate.Topic.Id);
        page.Version.Number.ShouldBe(0);
        page.Perspectives.Select(p => p.HolderId).ShouldContain("brand");
        page.Perspectives.Select(p => p.HolderId).ShouldNotContain("forge-author");
        page.Disputed.Select(x => x.Proposition.Id).ShouldContain("p-widening");
    }

    [Fact]
    public void Two_days_differ_by_what_came_between_and_a_day_does_not_differ_from_itself()
    {
        IReadOnlyList<RecordChange> Diff(string from, string to) =>
            DossierDiff.Of(At(from), Debate.Instant(from), At(to), Debate.Instant(to));
        Diff("2026-05-18", "2026-05-18").ShouldBeEmpty();
        var forge = Diff("2026-05-18", "2026-05-19");
        forge
            .Select(c => c.Address)
            .ShouldBe(
                ["sources/s-forge", "items/i-forge", "evidence/e-forge", "claims/c13", "tensions/t4", "timeline/ev-forge"],
                ignoreOrder: true
            );
        Diff("2026-06-15", "2026-06-16").Select(c => c.Address).ShouldContain("predictions/pr2/status");
        Diff("2026-05-19", "2026-05-18").Select(c => c.Kind).Distinct().ShouldBe([ChangeKind.Removed]);
    }

    [Theory]
    [InlineData("plain", -1)]
    [InlineData("tab\tand\nline", -1)]
    [InlineData("\ud83d\ude00", -1)]
    [InlineData("a\u202eb", 1)]
    [InlineData("\u2066", 0)]
    [InlineData("\u001b[31m", 0)]
    [InlineData("\u0085", 0)]
    [InlineData("\u05d0\u200f", -1)]
    public void What_acts_on_the_display_is_found(string text, int at) => PlainText.FirstUnprintable(text).ShouldBe(at);

    [Fact]
    public void Half_of_a_pair_is_no_character() => PlainText.FirstUnprintable(['x', '\ud800']).ShouldBe(1);

    private static DossierIndex At(string day) =>
        DossierIndex.Of(AsOfView.Of(Debate.Dossier, new AsOfInstants(Asserted: Debate.Instant(day))).Dossier);

    private static ClaimAnswer Answer(string id, string day, double lower, double upper) =>
        new()
        {
            Id = id,
            Claim = "c03",
            At = PartialDate.Parse(day),
            Asked = Debate.Index.Claim("c03")!.Query!.Asked,
            Source = "s-tare-arch",
            DataDigest = $"d{id}",
            Value = (lower + upper) / 2,
            Interval = new Interval(lower, upper, 0.9, "sampling"),
            Unit = "months",
        };
}
