using Tare.Numerics;
using Tare.Psychometrics;
using Tare.Records;
using static Tare.Analysis.Tests.Cases;

namespace Tare.Analysis.Tests;

/// <summary>The search for the smallest change, on evidence where the answer is known because it was planted there.</summary>
public sealed class SmallestChangeSearchTests
{
    private static readonly (string Id, double Difficulty, double Discrimination)[] s_benchmarks =
    [
        .. Enumerable.Range(0, 9).Select(k => ($"b{k}", -2.0 + (0.5 * k), 0.8 + (0.1 * (k % 3)))),
    ];

    /// <summary>Without a planted score o2 is the best open model, c3 the first closed one above it, and nothing is near a flip.</summary>
    private static readonly (string Id, string Group, DateOnly Date, double Ability)[] s_models =
    [
        ("c0", "closed", Start.AddDays(-300), -1.5),
        ("c1", "closed", Start.AddDays(-200), -0.6),
        ("c2", "closed", Start.AddDays(-100), 0.4),
        ("c3", "closed", Start.AddDays(50), 1.4),
        ("c4", "closed", Start.AddDays(200), 2.4),
        ("o0", "open", Start.AddDays(-20), -0.9),
        ("o1", "open", Start.AddDays(100), 0.83),
        ("o2", "open", Start.AddDays(250), 0.9),
    ];

    [Fact]
    public void A_planted_score_and_its_benchmark_are_the_only_ones_that_flip()
    {
        // Its rivals' abilities are 0.07 logits apart; the planted score is worth about 0.2, any other about 0.02.
        var evidence = Planted(("o1", "b4", 0.998));
        var (fit, gap) = Fitted(evidence);
        gap.Vertical.FollowerModel.Id.ShouldBe("o1");
        BruteForce(evidence).Where(b => b.Flips).Select(b => b.Name).ShouldBe(["O1 on B4"]);
        var search = Search(evidence, fit, gap);
        search.Tried[ChangeKind.Score].ShouldBe(evidence.Scores.Count);
        search.Tried[ChangeKind.Benchmark].ShouldBe(s_benchmarks.Length);
        search.Flipping[ChangeKind.Score].ShouldBe(1);
        search.Flipping[ChangeKind.Benchmark].ShouldBe(1);
        search.Smallest.Single(c => c.Kind == ChangeKind.Score).Description.ShouldStartWith("O1 on B4: 99.8 % becomes ");
        search.Smallest.Single(c => c.Kind == ChangeKind.Benchmark).Description.ShouldBe("B4 left out (8 scores)");
        search.Smallest.ShouldAllBe(c => c.Follower == "O2");
    }

    [Fact]
    public void Evidence_without_a_pivot_has_none()
    {
        var evidence = Planted();
        var (fit, gap) = Fitted(evidence);
        var search = Search(evidence, fit, gap);
        search.Smallest.ShouldBeEmpty();
        search.Flipping.Values.ShouldAllBe(n => n == 0);
        search.Strongest.ShouldBeEmpty();
    }

    [Fact]
    public void The_smallest_move_flips_and_anything_shorter_does_not()
    {
        var evidence = Planted(("o1", "b4", 0.998));
        var (fit, gap) = Fitted(evidence);
        var smallest = Search(evidence, fit, gap).Smallest.Single(c => c.Kind == ChangeKind.Score);
        var (model, benchmark) = Named(smallest.Description);
        var score = evidence.Scores.Single(s => s.ModelId == model && s.BenchmarkId == benchmark);
        var side = smallest.Description.Contains("becomes", StringComparison.Ordinal) ? Math.Sign(Towards(smallest.Description)) : 0;

        // The path is known to 1/4096 of its length, at most 100 points.
        const double Resolution = 100.0 / 4096;
        Headline(Moved(evidence, score, side * (smallest.Size + 0.001) / 100)).ShouldNotBe(Headline(evidence));
        Headline(Moved(evidence, score, side * (smallest.Size - (2 * Resolution)) / 100)).ShouldBe(Headline(evidence));

        // No other score flips within that length, in steps of a twentieth of it, in the direction of what the rest predicts.
        foreach (var other in BruteForce(evidence).Where(b => b.Name != $"{model.ToUpperInvariant()} on {benchmark.ToUpperInvariant()}"))
        {
            for (var step = 1; step < 20; step++)
            {
                var move = Math.Min(step / 20.0 * (smallest.Size - (2 * Resolution)) / 100, Math.Abs(other.Predicted - other.Score.Value));
                var moved = Moved(evidence, other.Score, Math.Sign(other.Predicted - other.Score.Value) * move);
                Headline(moved).ShouldBe(Headline(evidence), other.Name);
            }
        }
    }

    [Fact]
    public void Leaving_a_score_out_equals_moving_it_to_what_the_rest_predicts()
    {
        var evidence = Planted();
        var (fit, _) = Fitted(evidence);
        var handle = fit.Handle!;
        var data = handle.Family.Data;
        for (var k = 0; k < data.Count; k += 7)
        {
            var multiplicity = Enumerable.Repeat(1.0, data.Count).ToArray();
            multiplicity[k] = 0;
            var without = handle.Family.Refit(handle.Solution, multiplicity, []);
            var values = data.Value.ToArray();
            var (person, item) = (data.PersonOf[k], data.ItemOf[k]);
            values[k] = ResponseCurve
                .Of(fit.Methodology)
                .At(without.Abilities[person], without.Difficulties[item], without.Discriminations[item])
                .Share;
            var moved = handle.Family.Refit(handle.Solution, [], values);

            // Both are optima to a projected gradient of 1e-10; the smallest curvature is the ridge, about 0.003.
            moved.Abilities.Zip(without.Abilities, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-6);
        }
    }

    [Fact]
    public void Every_score_and_benchmark_agrees_with_a_cold_refit()
    {
        var evidence = Planted(("o1", "b4", 0.998), ("o2", "b2", 0.3), ("c3", "b6", 0.2));
        var (fit, gap) = Fitted(evidence);
        var search = Search(evidence, fit, gap);
        var brute = BruteForce(evidence);
        search.Flipping[ChangeKind.Score].ShouldBe(brute.Count(b => b.Flips));
        var benchmarks = s_benchmarks.Count(b =>
        {
            var changed = fit.Methodology with { ExcludeBenchmarks = [b.Id], PinnedBenchmark = b.Id == "b0" ? null : "b0" };
            var question = new HeadlineQuestion(fit, gap);
            return question.IsFlipped(BenchmarkChanges.Refitted(evidence, changed, question));
        });
        search.Flipping[ChangeKind.Benchmark].ShouldBe(benchmarks);
        search.Tried[ChangeKind.Benchmark].ShouldBe(9);
    }

    [Fact]
    public void A_planted_date_is_found_and_no_other()
    {
        // c3 is the first closed model above o2; its second date puts c4 before it. The second date of c0 decides nothing.
        var evidence = Planted();
        var conflict = evidence.Models.Select(m =>
            m.Id == "c3"
                ? m with
                {
                    ReleaseDates = [.. m.ReleaseDates, new ReleaseDate(Start.AddDays(260), ReleaseDateKind.Release, "other")],
                }
            : m.Id == "c0"
                ? m with
                {
                    ReleaseDates = [.. m.ReleaseDates, new ReleaseDate(Start.AddDays(-305), ReleaseDateKind.Announcement, "other")],
                }
            : m
        );
        evidence = evidence with { Models = [.. conflict] };
        var (fit, gap) = Fitted(evidence);
        var search = Search(evidence, fit, gap);
        search.Tried[ChangeKind.Date].ShouldBe(2);
        search.Flipping[ChangeKind.Date].ShouldBe(1);
        var smallest = search.Smallest.Single(c => c.Kind == ChangeKind.Date);
        smallest.Size.ShouldBe(210);
        smallest.Description.ShouldContain("C3");
        smallest.CrossedBy.ShouldBe("C4");
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var evidence = Planted(("o1", "b4", 0.998));
        var (fit, gap) = Fitted(evidence);
        string Print(int threads)
        {
            var found = SmallestChangeSearch.Of(evidence, fit, gap, threads, null, TestContext.Current.CancellationToken);
            return string.Join('\n', found.Smallest.Concat(found.Strongest).Select(c => $"{c.Description} {c.Size:R} {c.Months:R}"));
        }

        Print(2).ShouldBe(Print(1));
        Print(7).ShouldBe(Print(1));
    }

    private static Evidence Planted(params (string Model, string Benchmark, double Value)[] changes)
    {
        var evidence = Cases.Evidence(s_models, s_benchmarks);
        return evidence with
        {
            Scores =
            [
                .. evidence.Scores.Select(s =>
                    changes.FirstOrDefault(c => c.Model == s.ModelId && c.Benchmark == s.BenchmarkId) is { Model: not null } c
                        ? s with
                        {
                            Value = c.Value,
                        }
                        : s
                ),
            ],
        };
    }

    private static (FitFinding Fit, GapFinding Gap) Fitted(Evidence evidence)
    {
        var fit = MethodologyFit.Of(evidence, Eci("c1", "c3", "b0"), 0, 0.9, null, TestContext.Current.CancellationToken);
        return (fit, Gap(fit.Abilities, new GapOptions()));
    }

    private static SmallestChange Search(Evidence evidence, FitFinding fit, GapFinding gap) =>
        SmallestChangeSearch.Of(evidence, fit, gap, null, TestContext.Current.CancellationToken);

    private static string Headline(Evidence evidence) => HeadlineOf(evidence, Eci("c1", "c3", "b0"));

    private static string HeadlineOf(Evidence evidence, Methodology methodology)
    {
        var fit = MethodologyFit.Of(evidence, methodology, 0, 0.9, null, TestContext.Current.CancellationToken);
        var gap = Gap(fit.Abilities, new GapOptions());
        var first = gap.Models.FirstOrDefault(m => m.Id == gap.Vertical.FollowerModel.Id)?.CrossedById;
        return $"{gap.Vertical.FollowerModel.Id} {gap.Vertical.LeaderModel.Id} {first ?? "none"}";
    }

    private static Evidence Moved(Evidence evidence, Score score, double by) =>
        evidence with
        {
            Scores = [.. evidence.Scores.Select(s => s == score ? s with { Value = Math.Clamp(s.Value + by, 0, 1) } : s)],
        };

    private static (string Model, string Benchmark) Named(string description)
    {
        var parts = description.Split(':')[0].Split(" on ");
        return (parts[0].ToLowerInvariant(), parts[1].ToLowerInvariant());
    }

    private static double Towards(string description)
    {
        var numbers = System
            .Text.RegularExpressions.Regex.Matches(description, @"(\d+\.\d) %")
            .Select(m => double.Parse(m.Groups[1].Value))
            .ToList();
        return numbers[2] - numbers[0];
    }

    /// <summary>Every score left out, by a cold fit of evidence that lacks it.</summary>
    private static List<(string Name, Score Score, double Predicted, bool Flips)> BruteForce(Evidence evidence)
    {
        var before = Headline(evidence);
        return
        [
            .. evidence.Scores.Select(score =>
            {
                var less = evidence with { Scores = [.. evidence.Scores.Where(s => s != score)] };
                var fit = MethodologyFit.Of(less, Eci("c1", "c3", "b0"), 0, 0.9, null, TestContext.Current.CancellationToken);
                var row = fit.Abilities.Rows.Single(r => r.Id == score.ModelId);
                var item = fit.Items.Single(i => i.Id == score.BenchmarkId);
                var predicted = Logistic.Sigmoid(item.RawDiscrimination * (row.Raw!.Value - item.RawDifficulty));
                return (
                    $"{score.ModelId.ToUpperInvariant()} on {score.BenchmarkId.ToUpperInvariant()}",
                    score,
                    predicted,
                    Headline(less) != before
                );
            }),
        ];
    }
}
