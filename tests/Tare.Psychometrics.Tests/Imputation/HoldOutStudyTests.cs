using Tare.Numerics;
using Tare.Testing;

namespace Tare.Psychometrics.Tests.Imputation;

/// <summary>The hold-out study of imputed scores.</summary>
public sealed class HoldOutStudyTests(ITestOutputHelper output)
{
    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var data = Simulated(24, 30, 1, "hold-out/threads");
        Cells(1).ShouldBe(Cells(2));

        IReadOnlyList<HoldOutCell> Cells(int threads) =>
            HoldOutStudy
                .Of(
                    data,
                    null,
                    _ => null,
                    new HoldOutOptions
                    {
                        Repeats = 3,
                        Shares = [0.2],
                        Imputation = new ImputationOptions { Threads = threads },
                    },
                    cancel: TestContext.Current.CancellationToken
                )
                .Cells;
    }

    [Fact]
    public void Fewer_than_four_complete_persons_are_no_study()
    {
        var data = ResponseMatrix.From(
            Simulated(8, 10, 1, "hold-out/incomplete")
                .Persons.SelectMany((p, k) => Enumerable.Range(0, k < 3 ? 10 : 9).Select(i => new Response(p, $"i{i}", (k + i) % 2)))
        );
        Should
            .Throw<NotIdentifiedException>(() =>
                HoldOutStudy.Of(data, null, _ => null, new HoldOutOptions(), cancel: TestContext.Current.CancellationToken)
            )
            .Message.ShouldContain("3 persons");
    }

    /// <summary>
    /// 400 persons whom the family describes, each twice. With true coverage 0.9 the share of hits has a standard deviation of at most
    /// √(0.09 / 400) = 0.015 (the two parts of a person as one); 0.84 ... 0.96 is four of them: false alarm 6e-5. True coverage of 0.80, which
    /// leaving out the responses' part gives, is accepted in 2 % of runs.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [Trait("tier", "statistical")]
    public void Intervals_hold_the_truth_as_often_as_they_say(int trials)
    {
        var study = HoldOutStudy.Of(
            Simulated(400, 40, trials, "hold-out/coverage"),
            null,
            _ => null,
            new HoldOutOptions { Repeats = 2, Shares = [0.25] },
            cancel: TestContext.Current.CancellationToken
        );
        foreach (var cell in study.Cells.Where(c => c.Third == 0))
        {
            output.WriteLine($"{trials} {cell}");
            cell.Coverage.ShouldBeInRange(0.84, 0.96, cell.Variant.ToString());
            Math.Abs(cell.Bias).ShouldBeLessThan(4 * cell.BiasError, "bias within its Monte-Carlo error");
        }
    }

    /// <summary>
    /// Real submissions: what docs/methods/subset-imputation.md says. The bounds are wide enough for other subsets: errors have a relative
    /// Monte-Carlo error of about 1 / √(2 · 800) = 2.5 %, coverage one of 0.011 and more within persons.
    /// </summary>
    [Theory]
    [InlineData("terminalbench/responses_raw.jsonl", null, 0.25, ImputationVariant.OwnBenchmark, 0.035, 0.050, 0.82, 0.95)]
    [InlineData("terminalbench/responses_raw.jsonl", null, 0.25, ImputationVariant.PlainMean, 0.060, 0.080, 0.84, 0.95)]
    [InlineData("swebench_verified/responses.jsonl", null, 0.25, ImputationVariant.OwnBenchmark, 0.020, 0.028, 0.84, 0.94)]
    [InlineData("swebench_verified/responses.jsonl", "sympy", 0.25, ImputationVariant.OwnBenchmark, 0.050, 0.070, 0.86, 0.96)]
    [InlineData("swebench_verified/responses.jsonl", "sympy", 0.25, ImputationVariant.AllBenchmarks, 0.035, 0.055, 0.72, 0.87)]
    [Trait("tier", "gate")]
    public void Real_submissions_give_the_documented_errors(
        string file,
        string? benchmark,
        double share,
        ImputationVariant variant,
        double leastError,
        double mostError,
        double leastCoverage,
        double mostCoverage
    )
    {
        using var reader = new StreamReader(Mirror.PathOf($"agent-psychometrics/{file}"));
        var study = HoldOutStudy.Of(
            ResponseReader.Read(reader, file),
            benchmark,
            i => i.Split("__")[0],
            new HoldOutOptions { MostPersons = 40, Shares = [share] },
            cancel: TestContext.Current.CancellationToken
        );
        foreach (var c in study.Cells)
        {
            output.WriteLine($"{c}");
        }

        var cell = study.Cells.Single(c => c.Variant == variant && c.Third == 0);
        cell.RootMeanSquare.ShouldBeInRange(leastError, mostError);
        cell.Coverage.ShouldBeInRange(leastCoverage, mostCoverage);
        Math.Abs(cell.Bias).ShouldBeLessThan(0.02);
    }

    /// <summary>The whole study of every person on both data sets: no common bias at a quarter of the items, by any variant.</summary>
    [Theory]
    [InlineData("terminalbench/responses_raw.jsonl")]
    [InlineData("swebench_verified/responses.jsonl")]
    [Trait("tier", "statistical")]
    public void All_submissions_show_no_common_bias_from_a_quarter_on(string file)
    {
        using var reader = new StreamReader(Mirror.PathOf($"agent-psychometrics/{file}"));
        var study = HoldOutStudy.Of(
            ResponseReader.Read(reader, file),
            null,
            _ => null,
            new HoldOutOptions { Repeats = 40 },
            cancel: TestContext.Current.CancellationToken
        );
        foreach (var c in study.Cells)
        {
            output.WriteLine($"{c}");
        }

        study.Cells.Where(c => c is { Third: 0, Share: >= 0.25 }).ShouldAllBe(c => Math.Abs(c.Bias) < 0.02);
    }

    internal static ResponseMatrix Simulated(int persons, int items, int trials, string stream)
    {
        var responses = new List<Response>();
        for (var p = 0; p < persons; p++)
        {
            var random = RandomSource.For(stream, p);
            var theta = 1.2 * random.NextNormal();
            for (var i = 0; i < items; i++)
            {
                var probability = Logistic.Sigmoid(theta - (3.0 * (((i + 0.5) / items) - 0.5)));
                var right = Enumerable.Range(0, trials).Count(_ => random.NextDouble() < probability);
                responses.Add(Response.Of($"p{p:000}", $"i{i:00}", right, trials));
            }
        }

        return ResponseMatrix.From(responses);
    }
}
