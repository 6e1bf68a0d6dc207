using System.Text;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary><c>tare impute</c>: a part of a benchmark filled in, and how good that is.</summary>
public sealed class ImputeCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_part_is_filled_in_by_three_variants()
    {
        var file = _cli.Write("parts.csv", Parts());
        var result = await _cli.RunAsync(140, "impute", file, "--person", "m9", "--benchmark", "left", "--repeats", "4");
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, "impute");
    }

    [Fact]
    public async Task One_benchmark_has_no_variant_from_others()
    {
        var rows = Parts().Split('\n').Where(l => l.Length > 0).Select(l => l[..l.LastIndexOf(',')]);
        var file = _cli.Write("one.csv", string.Join('\n', rows) + "\n");
        var scores = (await _cli.JsonAsync("impute", file, "--person", "m9", "--repeats", "2"))
            .GetProperty("result")
            .GetProperty("imputation")
            .GetProperty("scores");
        scores.EnumerateArray().Select(s => s.GetProperty("variant").GetString()).ShouldBe(["plain-mean", "own-benchmark"]);
    }

    [Fact]
    public async Task A_study_shows_bias_error_and_coverage_by_size()
    {
        var file = _cli.Write("parts.csv", Parts());
        var result = await _cli.RunAsync(140, "impute", file, "--benchmark", "left", "--hold-out", "--shares", "25,50", "--repeats", "4");
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, "impute-hold-out");
    }

    [Theory]
    [InlineData("impute-no-person", "--benchmark", "left")]
    [InlineData("impute-unknown-person", "--person", "m99", "--benchmark", "left")]
    [InlineData("impute-no-benchmark", "--person", "m9")]
    [InlineData("impute-unknown-benchmark", "--person", "m9", "--benchmark", "lef")]
    [InlineData("impute-share", "--hold-out", "--benchmark", "left", "--shares", "25,150")]
    public async Task Bad_input_is_refused_with_its_place(string name, params string[] words)
    {
        var result = await _cli.RunAsync(["impute", _cli.Write("parts.csv", Parts()), .. words]);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    [Fact]
    public async Task Answers_in_the_order_of_ability_give_a_reason_and_no_number()
    {
        var rows = Enumerable
            .Range(0, 6)
            .SelectMany(p => Enumerable.Range(0, p == 5 ? 3 : 8).Select(i => $"m{p},i{i},{(i <= p ? 1 : 0)}\n"));
        var file = _cli.Write("ordered.csv", "person,item,response\n" + string.Concat(rows));
        var score = (await _cli.JsonAsync("impute", file, "--person", "m5", "--repeats", "2"))
            .GetProperty("result")
            .GetProperty("imputation")
            .GetProperty("scores")[1];
        score.GetProperty("score").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        score.GetProperty("reason").GetString()!.ShouldContain("did not converge");
    }

    /// <summary>Sixteen persons, two benchmarks of twenty items; one has a quarter of the first. By whole-number arithmetic, the same everywhere.</summary>
    internal static string Parts()
    {
        var rows = new StringBuilder("person,item,response,benchmark\n");
        for (var p = 0; p < 16; p++)
        {
            for (var i = 0; i < 40; i++)
            {
                var isLeft = i < 20;
                if (p == 9 && isLeft && i % 4 != 0)
                {
                    continue;
                }

                var luck = ((p * 7919) + (i * 104729) + (p * i * 31)) % 997;
                var isRight = luck < 100 + (45 * p) - (30 * ((i % 20) - 10));
                rows.Append(
                    FormattableString.Invariant(
                        $"m{p},{(isLeft ? "l" : "r")}{i % 20:00},{(isRight ? 1 : 0)},{(isLeft ? "left" : "right")}\n"
                    )
                );
            }
        }

        return rows.ToString();
    }
}
