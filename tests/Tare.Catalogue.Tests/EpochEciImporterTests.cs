using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>Epoch's matrix of August 2026, counted independently with a CSV reader of another language.</summary>
public sealed class EpochEciImporterTests
{
    private static ImportResult August() =>
        EvidenceImporters.Import(ImportSource.FromPath(Mirror.PathOf("epoch-2026-08/eci_benchmarks.csv")));

    [Fact]
    public void The_matrix_of_august_is_complete()
    {
        var (evidence, notKept) = August();
        evidence.Models.Count.ShouldBe(222);
        evidence.Benchmarks.Count.ShouldBe(57);
        evidence.Scores.Count.ShouldBe(2249);
        evidence.Models.Select(m => m.Id).ShouldBe(CuratedData.Models.Select(m => m.Id));
        notKept.Select(n => n.What).ShouldBe(["columns"]);
    }

    [Fact]
    public void Its_models_are_the_curated_ones()
    {
        var models = August().Evidence.Models.ToDictionary(m => m.Id);
        foreach (var id in new[] { "o3", "kimi-k2.6", "deepseek-v4-pro", "glm-5.1", "claude-3.5-sonnet", "gpt-5" })
        {
            models[id].ShouldBeSameAs(CuratedData.Models.Single(m => m.Id == id));
        }
    }

    [Fact]
    public void The_curated_scores_are_its_scores_rounded_to_four_places()
    {
        var scores = August().Evidence.Scores.ToDictionary(s => (s.ModelId, s.BenchmarkId), s => s.Value);
        foreach (var score in CuratedData.Evidence().Scores)
        {
            score.Value.ShouldBe(scores[(score.ModelId, score.BenchmarkId)], 0.5e-4 + 1e-12);
        }
    }
}
