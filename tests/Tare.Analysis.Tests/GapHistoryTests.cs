using Tare.Catalogue;
using Tare.Records;

namespace Tare.Analysis.Tests;

/// <summary>The gap as it would have been computed earlier.</summary>
public sealed class GapHistoryTests
{
    private static readonly Lazy<(Evidence Evidence, FitFinding Fit)> s_curated = new(() =>
    {
        var evidence = CuratedData.Evidence();
        return (evidence, MethodologyFit.Of(evidence, Methodologies.Get("eci"), 0, 0.9));
    });

    [Fact]
    public void On_the_last_day_it_equals_todays_gap()
    {
        var (evidence, fit) = s_curated.Value;
        var gap = Cases.Gap(fit.Abilities, GapOptions.From(fit.Methodology));
        var dated = evidence with { Models = [.. evidence.Models.Where(m => m.ListedDate is not null)] };
        dated.Models.Count.ShouldBe(evidence.Models.Count);
        var today = History(gap.AsOf.AddDays(400)).Points.Single();

        // The link is the identity up to the rounding of two means and two standard deviations.
        today.VerticalGap.ShouldBe(gap.Vertical.Value, 1e-9);
        today.FollowerName.ShouldBe(gap.Vertical.FollowerModel.Name);
        today.Models.ShouldBe(fit.Abilities.Rows.Count);
    }

    [Fact]
    public void A_day_knows_no_model_and_no_benchmark_that_came_later()
    {
        var (evidence, fit) = s_curated.Value;
        var day = new DateOnly(2025, 6, 1);
        var point = History(day).Points.Single();
        var known = evidence with
        {
            Models = [.. evidence.Models.Where(m => m.ListedDate <= day)],
            Benchmarks = [.. evidence.Benchmarks.Where(b => b.ReleaseDate is null || b.ReleaseDate <= day)],
        };
        known = known with
        {
            Scores =
            [
                .. known.Scores.Where(s => known.Models.Any(m => m.Id == s.ModelId) && known.Benchmarks.Any(b => b.Id == s.BenchmarkId)),
            ],
        };
        var built = ResponseMatrixBuilder.Build(known, fit.Methodology);
        (point.Models, point.Scores).ShouldBe((built.Matrix.Persons.Count, built.Matrix.Count));
        evidence.Models.Single(m => m.Name == point.LeaderName).ListedDate!.Value.ShouldBeLessThanOrEqualTo(day);
    }

    [Fact]
    public void A_day_before_anything_is_listed_with_its_reason()
    {
        var history = History(new DateOnly(2019, 1, 1));
        history.Points.ShouldBeEmpty();
        history.Skipped.Single().Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var (evidence, fit) = s_curated.Value;
        var days = GapHistory.Months(new DateOnly(2025, 1, 1), new DateOnly(2025, 8, 1));
        string Print(int threads) =>
            string.Join('\n', GapHistory.Of(evidence, fit, days, 10, threads, TestContext.Current.CancellationToken).Points);
        Print(2).ShouldBe(Print(1));
        Print(5).ShouldBe(Print(1));
    }

    [Fact]
    public void Months_are_first_days()
    {
        GapHistory.Months(new DateOnly(2024, 1, 1), new DateOnly(2024, 3, 5)).ShouldBe([new(2024, 1, 1), new(2024, 2, 1), new(2024, 3, 1)]);
        GapHistory.Months(new DateOnly(2024, 1, 2), new DateOnly(2024, 2, 1)).ShouldBe([new(2024, 2, 1)]);
    }

    private static GapHistoryFinding History(DateOnly day) =>
        GapHistory.Of(s_curated.Value.Evidence, s_curated.Value.Fit, [day], 0, TestContext.Current.CancellationToken);
}
