using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>Grids: what the shipped one holds, what a combination is, and the texts of refusals.</summary>
public sealed class MethodGridsTests : IDisposable
{
    private readonly Workbench _bench = new();

    private const string Good = """
        name: small
        title: Two by two
        base: eci
        choices:
          - name: definition
            alternatives:
              - name: records
                set: [lag=records]
              - name: daily
                set: [lag=daily]
          - name: dates
            alternatives:
              - name: as listed
                set: []
              - name: release
                set: [date-rule=release]
        """;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_shipped_grid_has_thousands_of_specifications_and_each_is_a_methodology()
    {
        var grid = MethodGrids.Get(MethodGrids.DefaultName);
        grid.Count.ShouldBeGreaterThan(2000);
        for (var k = 0; k < grid.Count; k += 97)
        {
            var (methodology, reason) = grid.At(k);
            reason.ShouldBeNull();
            methodology!.Axis.ShouldBe(Axis.Weights);
        }
    }

    [Fact]
    public void The_last_choice_runs_fastest()
    {
        var grid = MethodGrids.Read(Good, "small.yaml");
        grid.Count.ShouldBe(4);
        (LagDefinition, DateRule) At(int k) => (grid.At(k).Methodology!.Lag, grid.At(k).Methodology!.DateRule);
        At(0).ShouldBe((LagDefinition.Records, DateRule.AsListed));
        At(1).ShouldBe((LagDefinition.Records, DateRule.Release));
        At(2).ShouldBe((LagDefinition.Daily, DateRule.AsListed));
    }

    [Fact]
    public void A_combination_that_contradicts_itself_is_told_and_not_thrown()
    {
        var text = Good.Replace("lag=daily", "since=2026-07-01", StringComparison.Ordinal)
            .Replace("date-rule=release", "as-of=2026-05-16", StringComparison.Ordinal);
        var (methodology, reason) = MethodGrids.Read(text, "small.yaml").At(3);
        methodology.ShouldBeNull();
        reason!.ShouldContain("as-of");
    }

    [Fact]
    public void What_cannot_be_used_says_where_and_what_was_expected()
    {
        (string What, string From, string To)[] damages =
        [
            ("an unknown key", "title: Two", "tittle: Two"),
            ("no title", "title: Two by two\n", ""),
            ("a base that does not exist", "base: eci", "base: ecy"),
            ("a setting of an unknown field", "lag=daily", "lagg=daily"),
            ("a value that is none", "lag=daily", "lag=dayly"),
            ("a contradiction with the base", "lag=daily", "sigma=3"),
            ("two alternatives of one name", "name: release", "name: as listed"),
            ("two choices of one name", "name: dates", "name: definition"),
            ("one key in two choices", "date-rule=release", "lag=levels"),
            (
                "an empty list of alternatives",
                "    alternatives:\n      - name: as listed\n        set: []\n      - name: release\n        set: [date-rule=release]",
                "    alternatives: []"
            ),
            ("settings that are no list", "set: [lag=daily]", "set: lag=daily"),
        ];
        var complaints = new Complaints(_bench);
        foreach (var (what, from, to) in damages)
        {
            Good.ShouldContain(from, customMessage: what);
            complaints.Add(what, () => MethodGrids.Read(Good.Replace(from, to, StringComparison.Ordinal), "mine.yaml"));
        }

        complaints.Add("an empty file", () => MethodGrids.Read("", "mine.yaml"));
        complaints.Add("a grid that does not exist", () => MethodGrids.Get("months"));
        Approval.Check(complaints.ToString(), "bad-grids");
    }
}
