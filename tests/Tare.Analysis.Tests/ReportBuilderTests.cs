using Tare.Catalogue;
using Tare.Records;

namespace Tare.Analysis.Tests;

/// <summary>The whole report, on the curated data.</summary>
[Trait("tier", "gate")]
public sealed class ReportBuilderTests
{
    [Fact]
    public void The_report_is_complete_and_any_number_of_threads_gives_the_same_bits()
    {
        var one = Build(1);
        Print(Build(2)).ShouldBe(Print(one));
        one.Index.Converged.ShouldBeTrue();
        one.CaisiLike.Converged.ShouldBeTrue();
        one.IndexGap.Axis.ShouldBe(Axis.Weights);
        one.CaisiLikeGap.Axis.ShouldBe(Axis.Country);
        one.CaisiLikeGapOnWeights.Axis.ShouldBe(Axis.Weights);
        one.IndexGap.Definitions.Concat(one.CaisiLikeGap.Definitions).ShouldAllBe(d => d.Months != null && d.Interval != null);
        one.IndexToPrintedElo.Points.Count.ShouldBe(4);
        one.History.Count.ShouldBeGreaterThan(20);
        one.SmallestChange.Tried[ChangeKind.Score].ShouldBe(one.Index.ScoreCount);
    }

    private static Report Build(int threads) =>
        ReportBuilder.Of(
            CuratedData.Evidence(),
            CuratedData.CaisiTable(),
            CuratedData.CaisiElo().ToDictionary(p => p.ModelId, p => (p.Value, p.HalfWidth95), StringComparer.Ordinal),
            CuratedData.PublishedEciByModel(),
            Methodologies.Get("eci"),
            Methodologies.Get("caisi-2026"),
            new ReportOptions
            {
                Draws = 100,
                HistoryDraws = 6,
                Threads = threads,
            },
            null,
            TestContext.Current.CancellationToken
        );

    private static string Print(Report r) =>
        string.Join(
            '\n',
            r.IndexGap.Definitions.Concat(r.CaisiLikeGap.Definitions)
                .Concat(r.CaisiLikeGapOnWeights.Definitions)
                .Select(d => d.ToString())
                .Concat(r.History.Select(h => h.ToString()))
                .Concat(r.SmallestChange.Smallest.Concat(r.SmallestChange.Strongest).Select(c => $"{c.Description}{c.Months:R}{c.Size:R}"))
                .Concat(r.Index.Abilities.Rows.Concat(r.CaisiLike.Abilities.Rows).Select(a => a.ToString()))
        );
}
