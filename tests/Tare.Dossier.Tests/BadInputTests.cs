using Tare.Records;

namespace Tare.Dossier.Tests;

/// <summary>What a person may get wrong: each error gives place, value, expectation and next step, and the dossier stays as it was.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void A_citation_of_a_source_that_is_not_there_names_it_and_its_neighbour()
    {
        var broken = Debate.Dossier.WithClaim("c21", c => c with { Cites = ["s-int12"] });
        var error = Should.Throw<InputException>(() => Require(broken)).Message;
        error.ShouldContain("data/dossier/open-closed-gap-2026.yaml:");
        error.ShouldContain("(claims/c21/cites): S2: 's-int12' is not there");
        error.ShouldContain("expected: an identifier in sources");
        error.ShouldContain("write s-int21");
    }

    [Fact]
    public void A_mark_in_a_version_that_cites_an_unlisted_source_is_an_error()
    {
        var broken = CleanDossier.Record.WithVersion(1, v => v with { Why = "As shown [@s-table].", Digest = null });
        Debate.Lint(broken).Of("S5").ShouldHaveSingleItem().Found.ShouldBe("'s-table' is cited and not listed");
        var unused = CleanDossier.Record.WithVersion(1, v => v with { Sources = [.. v.Sources, "s-table"], ItemCount = 3, Digest = null });
        Debate.Lint(unused).Of("S5").ShouldHaveSingleItem().Found.ShouldBe("'s-table' is listed and never used");
    }

    [Fact]
    public void A_version_that_changes_the_past_is_refused()
    {
        var edited = Debate.Dossier.WithVersion(2, v => v with { Why = v.Why + " Or not." });
        var finding = Debate.Lint(edited).Findings[0];
        (finding.Rule, finding.Severity, finding.Address).ShouldBe(("S4", LintSeverity.Error, "topics/open-closed-gap-debate/versions/2"));
        finding.Suggestion.ShouldContain("a version cannot change the past");
        PastCheck.Of(Debate.Dossier, edited, SourceMap.Empty).ShouldHaveSingleItem().Found.ShouldBe("version 2 was rewritten");
    }

    [Fact]
    public void An_edit_of_an_early_version_shows_in_every_later_digest()
    {
        var resealed = Debate.Dossier.WithVersion(1, v => v with { Note = "Seen." });
        var digest = TopicHistory.DigestOf(resealed.Topics[0], 1);
        var first = resealed.WithVersion(1, v => v with { Digest = digest });
        Debate.Lint(first).Of("S4").ShouldHaveSingleItem().Address.ShouldBe("topics/open-closed-gap-debate/versions/2");
    }

    [Theory]
    [InlineData(2, "2026-06-01T00:00Z", "version 2 exists already")]
    [InlineData(4, "2026-06-01T00:00Z", "version 4 leaves out 3")]
    [InlineData(3, "2026-05-21T09:29Z", "created 2026-05-21T09:29Z, which is not after version 2 of 2026-05-21T09:29Z")]
    [InlineData(3, "2026-05-20", "created 2026-05-20, which is not after version 2")]
    [InlineData(3, "2026-05-21", "created 2026-05-21, which is not after version 2")]
    public void A_new_version_must_be_the_next_and_later(int number, string created, string found)
    {
        var next = Debate.Topic.Versions[1] with { Number = number, Created = PartialDate.Parse(created), Why = "New." };
        Should.Throw<InputException>(() => TopicHistory.Append(Debate.Topic, next)).Message.ShouldContain(found);
        Debate.Topic.Versions.Count.ShouldBe(2);
    }

    [Fact]
    public void A_version_without_a_change_is_refused_and_one_with_a_change_continues_the_chain()
    {
        var same = Debate.Topic.Versions[1] with { Number = 3, Created = PartialDate.Parse("2026-06-01") };
        Should.Throw<InputException>(() => TopicHistory.Append(Debate.Topic, same)).Message.ShouldContain("the same content as version 2");
        var topic = TopicHistory.Append(Debate.Topic, same with { Why = "New." });
        var longer = Debate.Dossier with { Topics = [topic] };
        Debate.Lint(longer).Of("S4").ShouldBeEmpty();
        PastCheck.Of(Debate.Dossier, longer, SourceMap.Empty).ShouldBeEmpty();
    }

    [Fact]
    public void A_prediction_amended_in_place_is_refused()
    {
        var amended = Debate.Dossier.WithPrediction(
            "pr3",
            p => p with { Criteria = p.Criteria with { JudgeRule = "True with 1 or more." } }
        );
        Debate.Lint(amended).Of("S6").ShouldHaveSingleItem().Address.ShouldBe("predictions/pr3/frozen");
        PastCheck.Of(Debate.Dossier, amended, SourceMap.Empty).ShouldHaveSingleItem().Found.ShouldBe("'pr3' was amended in place");
    }

    [Fact]
    public void A_prediction_amended_after_its_first_forecast_is_refused_in_every_form()
    {
        var old = Debate.Index.Prediction("pr3")! with { Forecasts = [new Forecast("lambert", PartialDate.Parse("2026-05-20"), 0.3)] };
        var amended = old with { Id = "pr5", Issued = new DateOnly(2026, 5, 25), WindowDays = 52, Forecasts = [] };
        var error = Should.Throw<InputException>(() => PredictionAmendment.Of(old, amended)).Message;
        error.ShouldStartWith("predictions/pr3: amended after its first forecast (lambert, 2026-05-20, probability 0.3)");
        error.ShouldContain("next:");

        var linked = amended with { Replaces = "pr3", Frozen = PredictionDigest.Of(amended) };
        var dossier = Debate.Dossier.WithPrediction("pr3", _ => old);
        var forced = dossier with { Predictions = [.. dossier.Predictions, linked] };
        Debate.Lint(forced).Of("S6").ShouldHaveSingleItem().Address.ShouldBe("predictions/pr5/replaces");

        var inPlace = dossier.WithPrediction("pr3", p => p with { Statement = "Something else" });
        PastCheck
            .Of(dossier, inPlace, SourceMap.Empty)
            .ShouldHaveSingleItem()
            .Found.ShouldBe("'pr3' was amended after its first forecast at 2026-05-20");
    }

    [Fact]
    public void A_prediction_without_a_forecast_may_be_replaced_and_turns_void()
    {
        var old = Debate.Index.Prediction("pr4")!;
        var amended = PredictionAmendment.Of(old, old with { Id = "pr4b", Issued = new DateOnly(2026, 6, 1), Statement = "Half by 2030" });
        amended.Replaces.ShouldBe("pr4");
        var dossier = Debate.Dossier with { Predictions = [.. Debate.Dossier.Predictions, amended] };
        Debate.Lint(dossier).Of("S6").ShouldBeEmpty();
        PredictionState.All(dossier, Debate.AsOf).Single(s => s.Prediction.Id == "pr4").Status.ShouldBe(PredictionStatus.Void);
        PredictionState
            .All(dossier, Debate.Instant("2026-05-31"))
            .Single(s => s.Prediction.Id == "pr4")
            .Status.ShouldBe(PredictionStatus.Open);
        Should.Throw<InputException>(() => PredictionAmendment.Of(old, old)).Message.ShouldContain("amended in place");
    }

    [Fact]
    public void A_date_in_the_future_is_measured_from_the_instant_given()
    {
        var dated = Debate.Dossier.WithClaim("c21", c => c with { Asserted = PartialDate.Parse("2026-12-01") });
        Debate.Lint(dated).Of("S3").ShouldHaveSingleItem().Found.ShouldBe("2026-12-01 lies in the future");
        Debate.Lint(dated, Debate.Instant("2026-12-01")).Of("S3").ShouldBeEmpty();
        var earlier = Debate.Lint(Debate.Dossier, Debate.Instant("2026-05-20")).Of("S3").Select(f => f.Address).ToList();
        earlier.ShouldContain("timeline/ev-v2/date");
        earlier.ShouldContain("recorded");
        earlier.ShouldNotContain(a => a.StartsWith("predictions/"));
        var month = Debate.Dossier.WithClaim("c21", c => c with { Asserted = PartialDate.Parse("2026-11") });
        Debate.Lint(month).Of("S3").ShouldBeEmpty();
    }

    [Fact]
    public void The_past_may_be_added_to_and_not_rewritten()
    {
        var d = Debate.Dossier;
        IReadOnlyList<string> Check(DossierRecord later) =>
            [.. PastCheck.Of(d, later, SourceMap.Empty).Select(f => $"{f.Address}: {f.Found}")];
        Check(d).ShouldBeEmpty();
        Check(d.WithClaim("c21", c => c with { EvidenceFor = ["e-three"], Note = "More." })).ShouldBeEmpty();
        Check(d.WithClaim("c21", c => c with { Text = "Other" })).ShouldBe(["claims/c21: 'c21' was rewritten"]);
        Check(d with { Claims = [.. d.Claims.Skip(1)] }).ShouldBe(["claims/c01: 'c01' disappeared"]);
        Check(d with { Sources = [.. d.Sources.Select(s => s with { Title = s.Title + "!" })] }).Count.ShouldBe(d.Sources.Count);
        var forecast = d.WithPrediction("pr1", p => p with { Forecasts = [new Forecast("brand", PartialDate.Parse("2026-05-18"), 0.5)] });
        Check(forecast).ShouldBeEmpty();
        PastCheck.Of(forecast, d, SourceMap.Empty).ShouldHaveSingleItem().Address.ShouldBe("predictions/pr1/forecasts");
    }

    [Fact]
    public void Removing_a_source_that_is_not_there_names_the_nearest() =>
        Should.Throw<InputException>(() => SourceRemoval.Of(Debate.Dossier, "s-forg")).Message.ShouldContain("write s-forge");

    [Fact]
    public void Pages_of_absent_topics_and_versions_say_what_there_is()
    {
        Should.Throw<InputException>(() => TopicPage.Of(Debate.Index, "other")).Message.ShouldContain("open-closed-gap-debate");
        Should.Throw<InputException>(() => TopicPage.Of(Debate.Index, "open-closed-gap-debate", 7)).Message.ShouldContain("one of 1, 2");
    }

    private static void Require(DossierRecord dossier) =>
        DossierLint.Require(DossierIndex.Of(dossier), new LintOptions { AsOf = Debate.AsOf, Positions = Debate.File.Positions });
}
