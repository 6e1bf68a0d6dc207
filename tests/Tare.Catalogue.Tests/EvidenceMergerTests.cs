using Tare.Records;

namespace Tare.Catalogue.Tests;

/// <summary>The merged base: nothing is lost, nothing is merged that is not the same measurement, and every benchmark names its source.</summary>
public sealed class EvidenceMergerTests
{
    private static readonly Evidence s_merged = EvidenceMerger.Merge("merged", CuratedData.Evidence(), CuratedData.CaisiTable());

    [Fact]
    public void Every_score_of_every_part_is_there_once()
    {
        s_merged.Scores.Count.ShouldBe(CuratedData.Evidence().Scores.Count + CuratedData.CaisiTable().Scores.Count);
        s_merged.Benchmarks.Count.ShouldBe(CuratedData.Evidence().Benchmarks.Count + CuratedData.CaisiTable().Benchmarks.Count);
        s_merged.Benchmarks.ShouldAllBe(b => b.SourceId != null);
    }

    [Fact]
    public void A_benchmark_that_another_laboratory_ran_stays_apart()
    {
        s_merged.Benchmarks.Select(b => b.Id).ShouldContain("gpqa-diamond");
        var caisi = s_merged.Benchmarks.Single(b => b.Id == "gpqa-diamond.caisi-2026-05");
        caisi.SourceId.ShouldBe("caisi-2026-05");
        s_merged.Scores.Single(s => s.ModelId == "gpt-5.5" && s.BenchmarkId == caisi.Id).Value.ShouldBe(0.96);
    }

    [Fact]
    public void A_model_is_one_model_with_the_facts_of_the_first_part() => s_merged.Models.Select(m => m.Id).ShouldBeUnique();

    [Fact]
    public void Sources_are_part_of_the_digest_and_of_the_snapshot()
    {
        var read = EvidenceSnapshot.Read(EvidenceSnapshot.Write(s_merged), "merged.json");
        read.Digest.ShouldBe(s_merged.Digest);
        read.Benchmarks.ShouldBe(s_merged.Benchmarks);
        var other = s_merged with { Benchmarks = [.. s_merged.Benchmarks.Select(b => b with { SourceId = "x" })] };
        other.Digest.ShouldNotBe(s_merged.Digest);
    }
}
