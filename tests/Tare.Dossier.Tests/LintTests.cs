using Tare.Records;

namespace Tare.Dossier.Tests;

public sealed class LintTests
{
    public static TheoryData<string> Content => [.. DossierLint.Rules.Select(r => r.Id)];

    /// <summary>For each rule a change of the clean dossier that it alone must report.</summary>
    private static readonly Dictionary<string, Func<DossierRecord, DossierRecord>> s_spoilers = new(StringComparer.Ordinal)
    {
        ["S1"] = d => d with { Timeline = [.. d.Timeline, d.Timeline[0]] },
        ["S2"] = d => d.WithClaim("c2", c => c with { EvidenceAgainst = ["e-three"] }),
        ["S3"] = d => d.WithClaim("c2", c => c with { Asserted = PartialDate.Parse("2027-01-01") }),
        ["S4"] = d => d.WithVersion(1, v => v with { Why = "Because." }),
        ["S5"] = d => Resealed(d, v => v with { ItemCount = 3 }),
        ["S6"] = d => d.WithPrediction("pr1", p => p with { Forecasts = [new Forecast("bob", PartialDate.Parse("2026-05-25"), 1.2)] }),
        ["S7"] = d => d with { Sources = [.. d.Sources.Select(s => s.Id == "s-table" ? s with { DerivedFrom = ["s-table"] } : s)] },
        ["S8"] = d =>
            d with
            {
                Quotes =
                [
                    new Quote
                    {
                        Id = "q1",
                        Source = "s-ann",
                        Speaker = "ann",
                        Text = "never said",
                        Gist = "something",
                    },
                ],
            },
        ["S9"] = d => d.WithClaim("c2", c => c with { Stance = Stance.Range(1, 2, "months") }) with { Tensions = [], Topics = [] },
        ["S10"] = d =>
            Resealed(d, v => v with { Perspectives = [v.Perspectives[0] with { Declared = EvolutionKind.Reversed }, v.Perspectives[1]] }),
        ["S11"] = d => d.WithClaim("c2", c => c with { Stance = Stance.Of(1) }),
        ["S13"] = d =>
            d with
            {
                Answers =
                [
                    new ClaimAnswer
                    {
                        Id = "a1",
                        Claim = "c1",
                        At = PartialDate.Parse("2026-05-30"),
                        Asked = "gap eci: result.x",
                        Source = "s-table",
                        DataDigest = "d",
                        Value = 1,
                    },
                ],
            },
        ["L1"] = d =>
            d with
            {
                Sources = [.. d.Sources, d.Sources[2] with { Id = "s-copy", DerivedFrom = ["s-bob"] }],
                Claims = [.. d.Claims.Select(c => c.Id == "c2" ? c with { CarriedIn = ["s-bob", "s-copy"] } : c)],
            },
        ["L2"] = d => d.WithClaim("c1", c => c with { Text = c.Text.Replace("May", "June") }),
        ["L3"] = d => d.WithClaim("c1", c => c with { States = [new StatedFact("acme", StatedField.Licence, "Apache-2.0")] }),
        ["L4"] = d => d.WithClaim("c1", c => c with { States = [new StatedFact("acme", StatedField.Members, "one, three")] }),
        ["L5"] = d => d.WithClaim("c1", c => c with { Lists = [new ListedMembers("releases", ["one", "two", "three"])] }),
        ["L6"] = d => d.WithClaim("c1", c => c with { States = [new StatedFact("acme", StatedField.Number, "27.0")] }),
        ["L7"] = d =>
            d.WithClaim("c1", c => c with { Reporter = "s-bob", KeyTerms = ["slower"] }) with
            {
                Readings = [d.Readings[0] with { Absent = ["slower"] }],
            },
        ["L8"] = d => Reissued(d, p => p with { Expectation = p.Expectation with { Low = 1, High = 2 } }),
        ["L9"] = d => d.WithClaim("c1", c => c with { States = [new StatedFact("acme", StatedField.Vendor, "Other")] }),
        ["L10"] = d => d.WithClaim("c2", c => c with { Text = "It is the most impressive result" }),
        ["L11"] = d => d.WithClaim("c1", c => c with { Scope = CleanDossier.Conditions("harness", "other loop") }),
        ["L12"] = d => d.WithClaim("c1", c => c with { Effect = new ClaimEffect("e-one", 9, EffectStatistic.Typical) }),
        ["L13"] = d =>
            d with
            {
                Claims = [.. d.Claims, d.Claims[1] with { Id = "c3", Holder = "ann", Cites = ["s-ann"], Stance = Stance.Of(-2) }],
            },
        ["L14"] = d => d.WithClaim("c1", c => c with { Inference = new Inference(["e-one", "e-two"], "harness") }),
        ["L15"] = d => Reissued(d, p => p with { Criteria = p.Criteria with { TrueWhen = null } }),
        ["L16"] = d => d.WithClaim("c2", c => c with { Domain = "market", Kind = ClaimKind.Description, About = ["acme"] }),
        ["L17"] = d => d with { Sources = [.. d.Sources.Select(s => s with { Feed = "press", Url = null })] },
    };

    [Fact]
    public void A_clean_dossier_is_silent()
    {
        var report = Debate.Lint(CleanDossier.Record);
        report.Findings.ShouldBeEmpty(string.Join('\n', report.Findings));
        report.Unchecked.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Content))]
    public void Each_rule_reports_its_own_fault_and_no_other_does(string rule)
    {
        var report = DossierLint.Of(
            DossierIndex.Of(s_spoilers[rule](CleanDossier.Record)),
            new LintOptions
            {
                AsOf = Debate.AsOf,
                Texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["s-ann"] = "faster" },
            }
        );
        report.Findings.ShouldNotBeEmpty();
        report.Findings.Select(f => f.Rule).Distinct(StringComparer.Ordinal).ShouldBe([rule], string.Join('\n', report.Findings));
        report.Findings.ShouldAllBe(f => f.Found.Length > 0 && f.Expected.Length > 0 && f.Suggestion.Length > 0);
    }

    [Fact]
    public void Seventeen_rules_judge_content()
    {
        DossierLint
            .Rules.Select(r => r.Id)
            .Where(id => id[0] == 'L')
            .ShouldBe(Enumerable.Range(1, 17).Select(i => $"L{i}"), ignoreOrder: true);
        DossierLint.Rules.DistinctBy(r => r.Id, StringComparer.Ordinal).Count().ShouldBe(DossierLint.Rules.Count);
    }

    /// <summary>What section 4 of the tracker says each rule trips on, in the debate itself.</summary>
    [Theory]
    [InlineData("L1", "claims/c01/carried_in", "5 documents, 1 root: s-int21")]
    [InlineData("L1", "claims/c21/carried_in", "4 documents, 1 root: s-int21")]
    [InlineData("L2", "claims/c34/text", "the text names November")]
    [InlineData("L2", "claims/c35/text", "the text names May")]
    [InlineData("L2", "claims/c33/text", "'two weeks'")]
    [InlineData("L3", "claims/c23/states", "licence of mimo-v2.5-pro: Apache-2.0")]
    [InlineData("L4", "claims/c36/states", "members of gemma-4: 4B, 9B, 31B, 26B-A4B")]
    [InlineData("L5", "claims/c33/lists", "the text counts 6 labs")]
    [InlineData("L5", "claims/c46/lists", "the text counts 6 MoEs")]
    [InlineData("L6", "claims/c48/states", "term of csa: compressed sequence attention")]
    [InlineData("L6", "claims/c42/states", "baseline of deepseek-v4: DeepSeek V3")]
    [InlineData("L7", "claims/c01/key_terms", "'widening' is put into the mouth of caisi by s-int21")]
    [InlineData("L8", "predictions/pr1/expectation", "5 to 10 elo and a share of 0.5 at once; 10 Elo are 51.4 % win odds")]
    [InlineData("L9", "claims/c38/states", "vendor of opencode: OpenAI")]
    [InlineData("L9", "claims/c38/states", "vendor of codex-cli: Codex")]
    [InlineData("L10", "claims/c32/text", "'most concentrated' without a measure")]
    [InlineData("L10", "claims/c12/text", "'canonical example' without a measure")]
    [InlineData("L11", "claims/c06/evidence_for", "e-forge was measured with harness 'loop that stops at the first malformed call'")]
    [InlineData("L11", "claims/c13/evidence_for", "e-forge was measured with population 'small and frontier models'")]
    [InlineData("L12", "claims/c12/effect", "18 points is the largest of 4 rows (MiMo V2 Pro), put forward as the usual effect")]
    [InlineData("L12", "claims/c13/effect", "53 percent has no row in e-forge")]
    [InlineData("L13", "claims/c55/text", "d003 gives lambert's stance on p-compound as -1")]
    [InlineData("L14", "claims/c11/inference", "the difference of e-caisi-lag and e-eci-lag is credited to method alone")]
    [InlineData("L15", "predictions/pr1/criteria", "the prediction lacks a bound between true and false, a criterion of the issuer's own")]
    [InlineData("L15", "predictions/pr3/criteria", "the prediction lacks a criterion of the issuer's own")]
    [InlineData("L16", "claims/c61/cites", "wiki004 states a fact about anthropic, microsoft without a source")]
    [InlineData("L17", "sources/s-forge/feed", "the feed 'reactive:open-model-capability-gap' stands where the address should")]
    public void Each_lint_trips_on_its_example(string rule, string address, string found) =>
        Debate.Lint(Debate.Dossier).Of(rule).ShouldContain(f => f.Address == address && f.Found == found);

    [Fact]
    public void Findings_of_a_file_give_file_line_and_column()
    {
        var report = DossierLint.Of(Debate.Index, new LintOptions { AsOf = Debate.AsOf, Positions = Debate.File.Positions });
        report.Findings.ShouldAllBe(f => f.Position != null && f.Position.Line > 1 && f.Position.Column > 1);
        var lines = Tare.Catalogue.Dossiers.CuratedDossiers.Text("open-closed-gap-2026").Split('\n');
        var finding = report.Of("L7").Single();
        lines[finding.Position!.Line - 1].ShouldBe("    key_terms: [widening]");
        finding.ToString().ShouldContain("data/dossier/open-closed-gap-2026.yaml:");
    }

    [Fact]
    public void What_cannot_be_judged_is_listed_not_passed_over()
    {
        var gaps = Debate.Lint(Debate.Dossier).Unchecked;
        gaps.Select(g => g.Address).ShouldBe(["quotes/q1/text", "quotes/q2/text", "quotes/q3/text"]);
        var unfrozen = CleanDossier.Record.WithPrediction("pr1", p => p with { Frozen = null });
        Debate
            .Lint(unfrozen)
            .Unchecked.ShouldHaveSingleItem()
            .Reason.ShouldContain(PredictionDigest.Of(CleanDossier.Record.Predictions[0]));
    }

    private static DossierRecord Resealed(DossierRecord d, Func<TopicVersion, TopicVersion> change)
    {
        var changed = d.WithVersion(1, change);
        return changed.WithVersion(1, v => v with { Digest = TopicHistory.DigestOf(changed.Topics[0], 1) });
    }

    private static DossierRecord Reissued(DossierRecord d, Func<Prediction, Prediction> change)
    {
        var changed = d.WithPrediction("pr1", change);
        return changed.WithPrediction("pr1", p => p with { Frozen = PredictionDigest.Of(p) });
    }
}
