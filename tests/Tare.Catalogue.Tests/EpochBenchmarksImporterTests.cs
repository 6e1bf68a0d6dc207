using Tare.Catalogue;
using Tare.Records;

namespace Tare.Catalogue.Tests;

/// <summary>Epoch's benchmark files of spring 2026, and the rules that turn runs into scores.</summary>
public sealed class EpochBenchmarksImporterTests
{
    [Fact]
    public void The_files_of_spring_give_the_stated_counts()
    {
        var (evidence, notKept) = EvidenceImporters.Import(Mirror.Source("epoch-2026-spring"));
        evidence.Scores.Count.ShouldBe(1376);
        evidence.Models.Count.ShouldBe(152);
        evidence.Benchmarks.Count.ShouldBe(38);
        notKept.ShouldContain(n => n.Reason.Contains("outside [0, 1]", StringComparison.Ordinal) && n.Count == 13);
        notKept.ShouldContain(n => n.Reason.Contains("before 2023", StringComparison.Ordinal));
    }
}
