using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>Epoch's benchmark files of spring 2026, and the rules that turn runs into scores.</summary>
public sealed class EpochBenchmarksImporterTests
{
    [Fact]
    public void The_files_of_spring_give_the_stated_counts()
    {
        var (evidence, notKept) = EvidenceImporters.Import(ImportSource.FromPath(Mirror.PathOf("epoch-2026-spring")));
        evidence.Scores.Count.ShouldBe(1376);
        evidence.Models.Count.ShouldBe(152);
        evidence.Benchmarks.Count.ShouldBe(38);
        notKept.ShouldContain(n => n.Reason.Contains("outside [0, 1]", StringComparison.Ordinal) && n.Count == 9);
        notKept.ShouldContain(n => n.Reason.Contains("before 2023", StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_of_versions_has_the_earliest_date_and_the_facts_of_its_file()
    {
        var models = EvidenceImporters
            .Import(ImportSource.FromPath(Mirror.PathOf("epoch-2026-spring")))
            .Evidence.Models.ToDictionary(m => m.Id);
        var group = models["gpt-4o"];
        (group.ListedDate, group.Country, group.Weights).ShouldBe((new DateOnly(2024, 5, 13), "US", Weights.Closed));
        var open = models["kimi-k2"];
        (open.ListedDate, open.Country, open.Weights).ShouldBe((new DateOnly(2025, 7, 12), "CN", Weights.Open));
        models["gpt-5"].ShouldBeSameAs(CuratedData.Models.Single(m => m.Id == "gpt-5"));
    }
}
