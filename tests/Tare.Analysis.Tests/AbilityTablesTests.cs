using Tare.Numerics;
using Tare.Records;
using static Tare.Analysis.Tests.Cases;

namespace Tare.Analysis.Tests;

/// <summary>Tables of published values, and changes of dates and groups.</summary>
public sealed class AbilityTablesTests
{
    [Fact]
    public void Draws_of_a_row_have_its_bounds_as_percentiles_and_rows_without_bounds_are_constant()
    {
        var rows = new[] { Row("a", "open", Start, 10) with { Lower = 9, Upper = 14 }, Row("b", "open", Start, 5) };
        var table = AbilityTables.FromScores(rows, "points", 0.9, 4000, "test/split-normal");
        var a = table.Draws.Select(d => d[0]).ToArray();

        // Monte-Carlo error of a 5 % quantile: sqrt(0.05 x 0.95 / 4000) / density; 4 of them. Densities at the ends are 0.103 / s with s = 0.61 and 2.43.
        Quantiles.Of(a, 0.05).ShouldBe(9, 4 * 0.0034 * 0.61 / 0.103);
        Quantiles.Of(a, 0.95).ShouldBe(14, 4 * 0.0034 * 2.43 / 0.103);
        Quantiles.Of(a, 0.5).ShouldBe(10, 4 * 0.0079 * 2.43 / 0.399);
        table.Draws.ShouldAllBe(d => d[1] == 5);
        table.Contains.ShouldContain("split-normal");
    }

    [Fact]
    public void Bad_rows_are_errors_with_the_model()
    {
        AbilityTable Make(params AbilityRow[] rows) => AbilityTables.FromScores(rows, "points", 0.9, 1, "test");
        var row = Row("a", "open", Start, 10);
        Should.Throw<InputException>(() => Make(row with { Lower = 11, Upper = 12 })).Message.ShouldContain("'a'");
        Should.Throw<InputException>(() => Make(row with { Lower = 9 })).Message.ShouldContain("'a'");
        Should.Throw<InputException>(() => Make(row with { Value = double.NaN })).Message.ShouldContain("NaN");
        Should.Throw<InputException>(() => Make(row, row)).Message.ShouldContain("twice");
    }

    [Fact]
    public void A_model_is_found_by_identifier_or_name_and_an_unknown_one_gives_the_nearest()
    {
        var table = Table(Row("kimi-k2", "open", Start, 1), Row("gpt-5", "closed", Start, 2));
        var moved = AbilityTables.Redated(
            table,
            new Dictionary<string, DateOnly>(StringComparer.Ordinal) { ["KIMI-K2"] = Start.AddDays(3) }
        );
        moved.Rows.Single(r => r.Id == "kimi-k2").Date.ShouldBe(Start.AddDays(3));
        var error = Should.Throw<InputException>(() =>
            AbilityTables.Redated(table, new Dictionary<string, DateOnly>(StringComparer.Ordinal) { ["kimi-k3"] = Start })
        );
        error.Message.ShouldContain("near: ");
        error.Message.ShouldContain("kimi-k2");
        var regrouped = AbilityTables.Regrouped(
            table,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["gpt-5"] = "open", ["kimi-k2"] = "unknown" }
        );
        regrouped.Rows.Select(r => r.Group).ShouldBe(["open", null]);
        Should
            .Throw<InputException>(() =>
                AbilityTables.Regrouped(table, new Dictionary<string, string>(StringComparer.Ordinal) { ["gpt-5"] = "opne" })
            )
            .Message.ShouldContain("closed, open");
    }
}
