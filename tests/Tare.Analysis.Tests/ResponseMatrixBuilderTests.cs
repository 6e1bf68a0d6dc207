using Tare.Records;
using static Tare.Analysis.Tests.Cases;

namespace Tare.Analysis.Tests;

/// <summary>From scores to responses: weights, and nothing dropped in silence.</summary>
public sealed class ResponseMatrixBuilderTests
{
    private static readonly Evidence s_evidence = WithDomains(
        Evidence(
            [.. Enumerable.Range(0, 4).Select(k => ($"m{k}", "open", Start.AddDays(k), k - 1.5))],
            [("b0", -1, 1), ("b1", 0, 1), ("b2", 1, 1)]
        )
    );

    [Fact]
    public void Domains_weigh_the_same_and_benchmarks_the_same_inside()
    {
        var built = ResponseMatrixBuilder.Build(s_evidence, Eci("m0", "m1") with { Weighting = WeightRule.EqualDomains });
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var k = 0; k < built.Matrix.Count; k++)
        {
            var item = built.Matrix.Items[built.Matrix.ItemOf[k]];
            sums[item] = sums.GetValueOrDefault(item) + built.Matrix.Importance[k];
        }

        (sums["b0"] + sums["b1"]).ShouldBe(sums["b2"], 1e-12);
        sums["b0"].ShouldBe(sums["b1"], 1e-12);
    }

    [Fact]
    public void A_benchmark_left_out_leaves_its_weight_to_its_domain()
    {
        var built = ResponseMatrixBuilder.Build(
            s_evidence,
            Eci("m0", "m1") with
            {
                Weighting = WeightRule.EqualDomains,
                ExcludeBenchmarks = ["b1"],
            }
        );
        built.Matrix.Importance.ToArray().ShouldAllBe(w => w == 1);
        built.Exclusions.Single().What.ShouldBe("benchmarks left out by name");
    }

    [Fact]
    public void A_benchmark_without_domain_is_left_out_of_equal_domains_and_counted()
    {
        var without = s_evidence with { Benchmarks = [.. s_evidence.Benchmarks.Select(b => b.Id == "b1" ? b with { Domain = null } : b)] };
        var built = ResponseMatrixBuilder.Build(without, Eci("m0", "m1") with { Weighting = WeightRule.EqualDomains });
        built.Matrix.Items.ShouldNotContain("b1");
        var exclusion = built.Exclusions.Single();
        exclusion.What.ShouldBe("benchmarks without a domain, which domain weights cannot place");
        exclusion.Count.ShouldBe(1);
        ResponseMatrixBuilder.Build(without, Eci("m0", "m1")).Matrix.Items.ShouldContain("b1");
    }

    [Fact]
    public void Equal_benchmarks_weigh_one_each()
    {
        var fewer = s_evidence with { Scores = [.. s_evidence.Scores.Where(s => !(s.ModelId == "m3" && s.BenchmarkId == "b2"))] };
        var matrix = ResponseMatrixBuilder.Build(fewer, Eci("m0", "m1") with { Weighting = WeightRule.EqualBenchmarks }).Matrix;
        for (var item = 0; item < 3; item++)
        {
            Enumerable.Range(0, matrix.Count).Where(k => matrix.ItemOf[k] == item).Sum(k => matrix.Importance[k]).ShouldBe(1, 1e-12);
        }
    }

    [Fact]
    public void Every_drop_and_every_move_is_counted_with_examples()
    {
        var scores = s_evidence
            .Scores.Where(s => !(s.ModelId == "m3" && s.BenchmarkId == "b2"))
            .Select(s => s is { ModelId: "m2", BenchmarkId: "b0" } ? s with { Value = 1.2 } : s);
        var evidence = s_evidence with { Scores = [.. scores] };
        var methodology = Eci("m0", "m1") with { MinimumBenchmarks = 3, ReleasedFrom = Start.AddDays(1), ExcludeBenchmarks = ["nowhere"] };
        var built = ResponseMatrixBuilder.Build(evidence, methodology);
        string Of(string what) =>
            string.Join(";", built.Exclusions.Single(e => e.What.StartsWith(what, StringComparison.Ordinal)).Examples);
        Of("models released before").ShouldBe("M0");
        Of("models with fewer than 3").ShouldBe("M3");
        Of("scores above").ShouldBe("m2 on b0: 1.2");
        Of("benchmarks that the methodology names").ShouldBe("nowhere");
        built.Matrix.Count.ShouldBe(6);
        built.Matrix.Value.ToArray().Max().ShouldBeLessThanOrEqualTo(0.999);
        var dropped = ResponseMatrixBuilder.Build(evidence, methodology with { OutOfRange = OutOfRangeRule.Drop, MinimumBenchmarks = 1 });
        dropped.Matrix.Count.ShouldBe(7);
    }

    [Fact]
    public void A_score_that_is_no_number_is_an_error_with_its_place()
    {
        var broken = s_evidence with
        {
            Scores = [.. s_evidence.Scores.Select(s => s is { ModelId: "m2", BenchmarkId: "b0" } ? s with { Value = double.NaN } : s)],
        };
        Should
            .Throw<InputException>(() => ResponseMatrixBuilder.Build(broken, Eci("m0", "m1")))
            .Message.ShouldContain("model 'm2', benchmark 'b0'");
    }

    private static Evidence WithDomains(Evidence evidence) =>
        evidence with
        {
            Benchmarks = [.. evidence.Benchmarks.Select(b => b with { Domain = b.Id == "b2" ? "second" : "first" })],
        };
}
