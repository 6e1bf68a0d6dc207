using Tare.Records;

namespace Tare.Catalogue.Tests;

/// <summary>The table of a multiverse: interrupted, cut off and taken up again, and refused where it belongs to another run.</summary>
public sealed class SpecificationTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tare-table-").FullName;
    private readonly MethodGrid _grid = MethodGrids.Read(
        "name: small\ntitle: t\nbase: eci\nchoices:\n  - name: definition\n    alternatives:\n"
            + "      - name: records, all\n        set: [lag=records]\n      - name: daily\n        set: [lag=daily]\n"
            + "      - name: levels\n        set: [lag=levels]\n",
        "small.yaml"
    );

    private static SpecificationRow Row(int index) =>
        index == 2
            ? new SpecificationRow(2, null, null, null, 0, 3, "an anchor, \"gpt-5\", is missing")
            : new SpecificationRow(index, 5.25 + index, 4, 6.5, 9, 0, null);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_interrupted_table_becomes_the_bytes_of_one_that_was_not()
    {
        var whole = Path.Combine(_folder, "whole");
        var once = SpecificationTable.Open(whole, _grid, "{}");
        once.Add([Row(0), Row(1), Row(2)]);
        once.Finish();

        var parts = Path.Combine(_folder, "parts");
        SpecificationTable.Open(parts, _grid, "{}").Add([Row(2)]);
        File.AppendAllText(Path.Combine(parts, "specifications.csv"), "1,daily,6.2");
        var again = SpecificationTable.Open(parts, _grid, "{}");
        again.Rows.Keys.ShouldBe([2]);
        again.Rows[2].ShouldBe(Row(2));
        again.Add([Row(1), Row(0)]);
        again.Finish();
        File.ReadAllText(Path.Combine(parts, "specifications.csv")).ShouldBe(File.ReadAllText(Path.Combine(whole, "specifications.csv")));
    }

    [Fact]
    public void The_table_of_another_run_is_refused()
    {
        SpecificationTable.Open(_folder, _grid, "{\"draws\":0}");
        Should.Throw<InputException>(() => SpecificationTable.Open(_folder, _grid, "{\"draws\":200}")).Message.ShouldContain("other draws");
    }

    [Theory]
    [InlineData("7,daily,5,4,6,1,0,")]
    [InlineData("x,daily,5,4,6,1,0,")]
    [InlineData("0,daily,five,4,6,1,0,")]
    [InlineData("0,daily,5,4,6,-1,0,")]
    public void A_row_that_cannot_be_read_says_where(string line)
    {
        SpecificationTable.Open(_folder, _grid, "{}");
        File.AppendAllText(Path.Combine(_folder, "specifications.csv"), line + "\n");
        Should.Throw<InputException>(() => SpecificationTable.Open(_folder, _grid, "{}")).Message.ShouldContain("line 2");
    }
}
