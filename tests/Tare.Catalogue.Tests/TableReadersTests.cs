using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>The two small tables of a user: published abilities, and the scores of one model.</summary>
public sealed class TableReadersTests : IDisposable
{
    private const string Header = "name,value,lower,upper,release_date,group\n";
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    private AbilityList Abilities(string rows) => AbilityListReader.Read(_bench.Source("abilities.csv", rows));

    private PlacementList Placement(string rows) =>
        PlacementReader.Read(_bench.Source("mine.csv", rows), CuratedData.Evidence().Benchmarks);

    [Fact]
    public void An_ability_without_bounds_is_fixed_by_definition()
    {
        var list = Abilities(
            "name,value,lower,upper,release_date,group,note\nGPT-5,150,,,2025-08-07,closed,x\nMy Model,140.5,139,142,,,\n"
        );
        list.Rows.ShouldBe([
            new AbilityEntry("gpt-5", "GPT-5", 150, null, null, new DateOnly(2025, 8, 7), "closed"),
            new AbilityEntry("my-model", "My Model", 140.5, 139, 142, null, null),
        ]);
        list.NotKept.ShouldHaveSingleItem().Example.ShouldBe("note");
    }

    [Fact]
    public void A_benchmark_is_found_by_identifier_name_or_alias() =>
        Placement("benchmark,score\ngpqa-diamond,0.8\nHLE,0.2\nMATH Level 5,0.9\n")
            .Scores.Select(s => s.BenchmarkId)
            .ShouldBe(["gpqa-diamond", "hle", "math-level-5"]);

    [Fact]
    public void Bad_tables_are_refused()
    {
        var complaints = new Complaints(_bench);
        complaints.Add("one bound", () => Abilities(Header + "A,1,,2,2025-01-01,open\n"));
        complaints.Add("bounds in the wrong order", () => Abilities(Header + "A,1,2,0,2025-01-01,open\n"));
        complaints.Add("a value above its upper bound", () => Abilities(Header + "A,3,1,2,2025-01-01,open\n"));
        complaints.Add("a model twice", () => Abilities(Header + "GPT-5,1,,,2025-01-01,open\ngpt-5,1,,,2025-01-01,open\n"));
        complaints.Add("a value that is no number", () => Abilities(Header + "A,NaN,,,2025-01-01,open\n"));
        complaints.Add("no rows", () => Abilities(Header));
        complaints.Add("a missing column", () => Abilities("name,value,lower,upper,date,group\n"));
        complaints.Add("an unknown benchmark", () => Placement("benchmark,score\nGPQA diamand,0.5\n"));
        complaints.Add("a benchmark without scores in the evidence", () => Placement("benchmark,score\nANLI,0.5\n"));
        complaints.Add("nothing that is near", () => Placement("benchmark,score\nzzzzzzzzzzzzzzzzzzzzzzzzzz,0.5\n"));
        complaints.Add("a benchmark twice", () => Placement("benchmark,score\nHLE,0.5\nhle,0.4\n"));
        complaints.Add("a score of 1.3", () => Placement("benchmark,score\nHLE,1.3\n"));
        Approval.Check(complaints.ToString(), "table-readers");
    }
}
