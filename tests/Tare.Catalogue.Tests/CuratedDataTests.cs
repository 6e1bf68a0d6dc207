using Tare.Catalogue;
using Tare.Records;

namespace Tare.Catalogue.Tests;

/// <summary>The curated data against the counts that its sources state.</summary>
public sealed class CuratedDataTests
{
    [Fact]
    public void The_curated_evidence_has_the_scores_that_its_source_counts()
    {
        var evidence = CuratedData.Evidence();
        evidence.Name.ShouldBe("curated");
        evidence.Scores.Count.ShouldBe(1291);
        evidence.Models.Count.ShouldBe(106);
        evidence.Benchmarks.Count.ShouldBe(32);
        CuratedData.Models.Count.ShouldBe(222);
        evidence.Scores.ShouldAllBe(s => s.Value >= 0 && s.Value <= 1);
        evidence.Benchmarks.ShouldAllBe(b => b.Domain != null);
    }

    [Fact]
    public void The_table_of_caisi_has_nine_benchmarks_and_one_hole()
    {
        var evidence = CuratedData.CaisiTable();
        evidence.Name.ShouldBe("caisi-2026-05");
        evidence.Scores.Count.ShouldBe(35);
        evidence.Models.Select(m => m.Id).ShouldBe(["claude-opus-4.6", "deepseek-v4-pro", "gpt-5.4-mini", "gpt-5.5"]);
        evidence.Benchmarks.Count.ShouldBe(9);
        evidence.Benchmarks.Select(b => b.Domain).Distinct().Count().ShouldBe(5);
        evidence.Scores.Single(s => s is { ModelId: "gpt-5.5", BenchmarkId: "otis-mock-aime-2025" }).Value.ShouldBe(1);
        evidence
            .Scores.Single(s => s is { ModelId: "deepseek-v4-pro", BenchmarkId: "ctf-archive-diamond" })
            .Note.ShouldNotBeNull()
            .ShouldContain("imputed");
        evidence.Scores.ShouldNotContain(s => s.ModelId == "gpt-5.4-mini" && s.BenchmarkId == "arc-agi-2-semi-private");
    }

    [Fact]
    public void Guessing_is_not_removed_from_the_table_of_caisi() =>
        CuratedData.CaisiTable().Benchmarks.ShouldAllBe(b => b.ChanceLevel == 0);

    [Fact]
    public void The_printed_elo_values_are_those_of_the_table() =>
        CuratedData
            .CaisiElo()
            .ShouldBe([
                new("gpt-5.5", 1260, 28),
                new("claude-opus-4.6", 999, 27),
                new("deepseek-v4-pro", 800, 28),
                new("gpt-5.4-mini", 749, 46),
            ]);

    [Fact]
    public void Submissions_and_harness_tables_have_the_rows_of_their_sources()
    {
        var submissions = CuratedData.Submissions();
        submissions.Count.ShouldBe(83);
        submissions.Count(s => s.Model is null).ShouldBe(4);
        submissions.ShouldAllBe(s => s.Model == null || (s.Weights != Weights.Unknown && s.Kind != null));
        submissions.ShouldNotContain(s => s.Weights == Weights.Open && s.Kind == HarnessKind.Vendor);
        CuratedData
            .HarnessScores()
            .GroupBy(s => s.Study)
            .Select(g => (g.Key, g.Count()))
            .ShouldBe([("wildclawbench", 16), ("arxiv-2605.23950", 9)]);
        CuratedData.SelfReports().ShouldAllBe(r => CuratedData.Names.Model(r.ModelId) == r.ModelId);
    }

    [Fact]
    public void Overrides_carry_their_reason()
    {
        var glm = CuratedData.Models.Single(m => m.Id == "glm-5.1");
        (glm.Weights, glm.Terms).ShouldBe((Weights.Open, LicenceTerms.Permissive));
        glm.OverrideReason.ShouldNotBeNull().ShouldContain("MIT");
        var pro = CuratedData.Models.Single(m => m.Id == "o3-pro");
        (pro.Weights, pro.Terms).ShouldBe((Weights.Closed, LicenceTerms.Closed));
        CuratedData.Models.Count(m => m.OverrideReason != null).ShouldBe(2);
    }

    [Fact]
    public void O3_is_announced_in_december_and_released_in_april()
    {
        var o3 = CuratedData.Models.Single(m => m.Id == "o3");
        o3.ReleaseDates.Select(d => d.Kind).ShouldBe([ReleaseDateKind.Announcement, ReleaseDateKind.Release]);
        o3.DateUnder(DateRule.AsListed).ShouldBe(new DateOnly(2024, 12, 20));
        o3.DateUnder(DateRule.Announcement).ShouldBe(new DateOnly(2024, 12, 20));
        o3.DateUnder(DateRule.Release).ShouldBe(new DateOnly(2025, 4, 16));
    }

    [Fact]
    public void Every_model_has_a_date_and_nine_have_two_that_differ()
    {
        CuratedData.Models.ShouldAllBe(m => m.ListedDate != null);
        CuratedData
            .Models.Where(m => m.ReleaseDates.Select(d => d.Date).Distinct().Count() > 1)
            .Select(m => m.Id)
            .ShouldBe([
                "deepseek-v3",
                "glm-5",
                "glm-5.2",
                "grok-4.20",
                "kimi-k2.5",
                "o3",
                "qwen-3.6-35b-a3b",
                "qwen-3.6-plus",
                "qwen3.7-max",
            ]);
    }

    [Fact]
    public void The_published_index_knows_its_anchors()
    {
        CuratedData.PublishedEci().Count.ShouldBe(369);
        CuratedData.PublishedEciByModel()["gpt-5"].ShouldBe(150);
        CuratedData.PublishedEciByModel()["claude-3.5-sonnet"].ShouldBe(130);
        CuratedData.PublishedEciByModel().Count.ShouldBe(137);
    }

    [Fact]
    public void Names_and_aliases_lead_to_identifiers_and_nothing_else_does()
    {
        CuratedData.Names.Model("DeepSeek-V4-Pro").ShouldBe("deepseek-v4-pro");
        CuratedData.Names.Model("deepseek v4 pro").ShouldBe("deepseek-v4-pro");
        CuratedData.Names.Benchmark("GPQA-Diamond").ShouldBe("gpqa-diamond");
        CuratedData.Names.Model("GPT 5").ShouldBeNull();
    }
}
