using Tare.Catalogue.Dossiers;
using Tare.Records;

namespace Tare.Dossier.Tests;

/// <summary>The acceptance tests that the specification of the tracker lists, T1 to T12.</summary>
public sealed class AcceptanceTests
{
    [Fact]
    public void T1_every_reference_of_the_debate_resolves()
    {
        var report = Debate.Lint(Debate.Dossier);
        report.HasErrors.ShouldBeFalse(string.Join('\n', report.Findings.Where(f => f.Severity == LintSeverity.Error)));
        Debate.Dossier.Claims.Count.ShouldBe(53);
    }

    [Fact]
    public void T2_four_documents_say_that_MiMo_is_level_and_have_one_root()
    {
        var support = ClaimSupport.Of(Debate.Index, Debate.Index.Claim("c21")!);
        support.Documents.ShouldBe(4);
        support.Roots.ShouldBe(["s-int21"]);
        Debate
            .Lint(Debate.Dossier)
            .Of("L1")
            .ShouldContain(f => f.Address == "claims/c21/carried_in" && f.Found.StartsWith("4 documents, 1 root"));
    }

    [Theory]
    [InlineData("t1", TensionVerdict.Opposed, false, "p-widening")]
    [InlineData("t2", TensionVerdict.Opposed, false, "p-brandlambert")]
    [InlineData("t3", TensionVerdict.Opposed, true, "p-compound")]
    [InlineData("t4", TensionVerdict.CrossProposition, false, "p-scaffold, p-widening")]
    [InlineData("t5", TensionVerdict.CrossProposition, false, "p-widening, p-gapsize")]
    public void T3_tensions_are_judged_by_the_stances_of_their_sides(
        string id,
        TensionVerdict verdict,
        bool isImplicit,
        string propositions
    )
    {
        var finding = TensionFinding.Of(Debate.Index, Debate.Index.Tension(id)!);
        finding.Verdict.ShouldBe(verdict);
        finding.Implicit.ShouldBe(isImplicit);
        string.Join(", ", finding.Propositions).ShouldBe(propositions);
    }

    [Fact]
    public void T4_version_2_announces_the_4_items_that_it_lists()
    {
        Debate.Topic.Versions[1].ItemCount.ShouldBe(4);
        Debate.Topic.Versions[1].Sources.Count.ShouldBe(4);
        var three = Debate.Dossier.WithVersion(2, v => v with { ItemCount = 3 });
        Debate.Lint(three).Of("S5").ShouldHaveSingleItem().Found.ShouldBe("the head announces 3 items, the list has 4");
    }

    [Fact]
    public void T5_Forge_appears_first_in_version_2_and_Brand_is_consistent_with_support_from_others()
    {
        var evolution = HolderEvolution.Of(Debate.Index, Debate.Topic, 2).ToDictionary(e => e.Holder, StringComparer.Ordinal);
        evolution["forge-author"].Kind.ShouldBe(EvolutionKind.FirstAppearance);
        evolution["brand"].Kind.ShouldBe(EvolutionKind.Consistent);
        evolution["brand"].SupportedFrom.ShouldBe(["s-forge"]);
        evolution.Values.Where(e => e.Holder is not "brand").ShouldAllBe(e => !e.IsExternallySupported);
    }

    [Fact]
    public void T6_as_of_18_May_hides_Forge()
    {
        var then = AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.Instant("2026-05-18")));
        then.Dossier.Claims.ShouldNotContain(c => c.Id == "c13");
        then.Dossier.Sources.ShouldNotContain(s => s.Id == "s-forge");
        then.Dossier.Timeline.ShouldNotContain(e => e.Id == "ev-forge");
        then.Dossier.Claims.ShouldContain(c => c.Id == "c02");
        var dayLater = AsOfView.Of(Debate.Dossier, new AsOfInstants(Debate.Instant("2026-05-19")));
        dayLater.Dossier.Claims.ShouldContain(c => c.Id == "c13");
    }

    [Theory]
    [InlineData("pr1", "2026-07-16")]
    [InlineData("pr2", "2026-06-16")]
    [InlineData("pr3", "2026-07-16")]
    [InlineData("pr4", "2030-12-31")]
    public void T7_deadlines_count_from_the_issue_and_expire_at_midnight(string id, string deadline)
    {
        var prediction = Debate.Index.Prediction(id)!;
        prediction.Deadline.ShouldBe(DateOnly.Parse(deadline));
        var midnight = PartialDate.Parse(deadline).Earliest!.Value;
        StatusAt(id, midnight.AddTicks(-1)).ShouldBe(PredictionStatus.Open);
        StatusAt(id, midnight).ShouldBe(PredictionStatus.ExpiredUnresolved);
        var off = Debate.Dossier.WithPrediction(id, p => p with { WindowDays = 61 });
        Debate.Lint(off).Of("S6").ShouldContain(f => f.Address == $"predictions/{id}/deadline");
    }

    [Fact]
    public void T8_without_the_Forge_source_tension_t4_has_one_side()
    {
        var removal = SourceRemoval.Of(Debate.Dossier, "s-forge");
        removal.Removed.ShouldBe(["sources/s-forge", "evidence/e-forge", "claims/c13", "items/i-forge"], ignoreOrder: true);
        var index = DossierIndex.Of(removal.Dossier);
        var finding = TensionFinding.Of(index, index.Tension("t4")!);
        finding.Verdict.ShouldBe(TensionVerdict.OneSided);
        finding.IsValid.ShouldBeFalse();
        Debate.Lint(removal.Dossier).Of("S11").ShouldContain(f => f.Severity == LintSeverity.Error && f.Address == "tensions/t4/sides");
        TensionFinding.Of(Debate.Index, Debate.Index.Tension("t4")!).Verdict.ShouldBe(TensionVerdict.CrossProposition);
    }

    [Fact]
    public void T9_a_quotation_with_its_opening_words_cut_passes_only_as_elided()
    {
        // The wording is made for this test; the dossier keeps the gist of what it quotes.
        const string Text = "In other words, a comparison is fair\n only with “every model’s” own tools.";
        var quote = Debate.Dossier.Quotes.First(q => q.Id == "q3") with
        {
            Text = "A comparison is fair only with \"every model's\" own tools.",
        };
        quote.Elided.ShouldBeTrue();
        Check(quote).ShouldBeEmpty();
        Check(quote with { Elided = false }).ShouldHaveSingleItem().Expected.ShouldBe("elided: true");
        Check(quote with { Text = "A comparison is never fair." }).ShouldHaveSingleItem().Found.ShouldContain("do not stand");
        Check(quote with { Elided = false, Text = "a comparison is fair only with 'every model's' own" }).ShouldNotBeEmpty();
        Check(quote with { Elided = false, Text = "a comparison  is fair only" }).ShouldBeEmpty();

        static IReadOnlyList<LintFinding> Check(Quote quote)
        {
            var dossier = Debate.Dossier with { Quotes = [quote], Items = [] };
            var texts = new Dictionary<string, string>(StringComparer.Ordinal) { [quote.Source] = Text };
            return DossierLint.Of(DossierIndex.Of(dossier), new LintOptions { AsOf = Debate.AsOf, Texts = texts }).Of("S8");
        }
    }

    [Fact]
    public void T10_renumbering_citations_leaves_the_record_diff_empty()
    {
        var version = Debate.Topic.Versions[1];
        var renumbered = version with { Number = 3, Sources = [.. version.Sources.Reverse()] };
        CitationList.Of(version).Render(version.What!).ShouldContain("[2]");
        CitationList.Of(renumbered).Render(version.What!).ShouldContain("[3]");
        var diff = VersionDiff.Of(Debate.Index, version, renumbered);
        diff.Records.ShouldBeEmpty();
        diff.Sections.ShouldBeEmpty();
    }

    [Fact]
    public void T11_the_conflict_list_has_the_ten_of_the_tracker()
    {
        Debate.Dossier.Conflicts.Select(c => c.Id).ShouldBe(["k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "k10"]);
        Debate.Dossier.Conflicts.ShouldAllBe(c => c.Values.Count >= 2 && c.Resolution != null);
    }

    [Fact]
    public void T12_the_file_is_what_the_writer_writes_byte_for_byte()
    {
        var text = CuratedDossiers.Text("open-closed-gap-2026");
        DossierYaml.Write(Debate.Dossier).ShouldBe(text);
        DossierYaml.Read(DossierYaml.Write(Debate.Dossier), "again.yaml").Dossier.ShouldBe(Debate.Dossier);
    }

    [Fact]
    public void Every_status_is_computed_as_the_tracker_has_it()
    {
        using var stream = typeof(AcceptanceTests).Assembly.GetManifestResourceStream("golden/claim-statuses.json")!;
        using var golden = System.Text.Json.JsonDocument.Parse(stream);
        var expected = golden
            .RootElement.GetProperty("expected")
            .EnumerateObject()
            .ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
        expected.Count.ShouldBe(46);
        var computed = ClaimStanding.All(Debate.Index).ToDictionary(s => s.Claim.Id, s => KebabCase.Of(s.Status), StringComparer.Ordinal);
        foreach (var (claim, status) in expected)
        {
            computed[claim].ShouldBe(status, claim);
        }
    }

    [Fact]
    public void The_page_says_who_holds_what_since_when_on_what_evidence()
    {
        var page = TopicPage.Of(Debate.Index, "open-closed-gap-debate");
        page.Version.Number.ShouldBe(2);
        page.What.ShouldNotBeNull().ShouldContain("[1]");
        page.What.ShouldNotContain("[@");
        page.Questions.Count.ShouldBe(4);
        page.Timeline.Select(e => e.Id).ShouldBe(["ev-lambert", "ev-int21", "ev-raschka", "ev-forge"]);
        page.Perspectives.Select(p => p.HolderId).ShouldBe(["caisi", "brand", "lambert", "raschka", "epoch", "forge-author"]);
        page.Perspectives[1].Claims.Select(c => c.Status).ShouldContain(ClaimStatus.Corroborated);
        page.Tensions.Count.ShouldBe(4);
        page.Disputed.Select(d => d.Proposition.Id).ShouldBe(["p-widening", "p-gapsize", "p-brandlambert", "p-compound"]);
        page.RootCount.ShouldBe(4);
        page.Sources.Select(s => s.Number).ShouldBe([1, 2, 3, 4]);
    }

    private static PredictionStatus StatusAt(string id, DateTimeOffset at) =>
        PredictionState.All(Debate.Dossier, at).Single(s => s.Prediction.Id == id).Status;
}
