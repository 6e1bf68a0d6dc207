namespace Tare.Psychometrics.Tests;

public sealed class ResponseLayoutTests
{
    private static readonly ResponseLayout s_layout = new()
    {
        Person = "model",
        Item = "task",
        Facets = ["harness"],
        Split = new ColumnSplit("id", "^(?<harness>[^_]+)_(?<model>[^,]+)$"),
    };

    [Fact]
    public void A_column_taken_apart_gives_persons_and_facets_in_CSV_and_in_JSON_lines()
    {
        const string Csv = "id,task,successes,trials,note\nh1_a,x,1,2,n\nh2_a,y,0,1,n\n\"h1_a,b\",x,1,1,n\n";
        const string Json =
            "{\"id\":\"h1_a\",\"note\":{},\"responses\":{\"x\":{\"successes\":1,\"trials\":2}}}\n"
            + "{\"id\":\"h2_a\",\"note\":{},\"responses\":{\"y\":{\"successes\":0,\"trials\":1}}}\n"
            + "{\"id\":\"h1_a,b\",\"responses\":{\"x\":1}}\n";
        foreach (var text in new[] { Csv, Json })
        {
            var read = ResponseReader.Read(new StringReader(text), "text", s_layout);
            read.LeftOut.ShouldBe(["h1_a,b"]);
            read.Data.Persons.ShouldBe(["a"]);
            read.Data.Items.ShouldBe(["x", "y"]);
            read.Data.Facets.Single().Levels.ShouldBe(["h1", "h2"]);
            read.Data.Trials.ToArray().ShouldBe([2, 1]);
            read.Data.Value.ToArray().ShouldBe([0.5, 0]);
        }
    }

    [Fact]
    public void A_column_that_is_not_there_and_a_pattern_that_matches_nothing_are_refused_with_their_names()
    {
        Should
            .Throw<ResponseFormatException>(() => ResponseReader.Read(new StringReader("id,task,response\nz,x,1\n"), "f.csv", s_layout))
            .Message.ShouldContain("'z'");
        Should
            .Throw<ResponseFormatException>(() => ResponseReader.Read(new StringReader("person,task,response\nz,x,1\n"), "f.csv", s_layout))
            .Message.ShouldContain("a column id");
        Should.Throw<ArgumentException>(() => new ColumnSplit("id", "^[a-z]+$")).Message.ShouldContain("no named group");
    }

    [Fact]
    public void The_crossed_core_keeps_what_both_columns_met_twice_and_stops_when_nothing_changes()
    {
        // c falls, with it the third harness, and with that b.
        string[] cells = ["a h1", "a h2", "d h1", "d h2", "b h2", "b h3", "c h3"];
        var rows = cells.Select(c => new Response(c[..1], "x", 1) { Trials = 1, Levels = [c[2..]] });
        var data = ResponseMatrix.From(rows, ["harness"]);
        var core = CrossedCore.Of(data, "person", "harness");
        core.Persons.ShouldBe(["a", "d"]);
        core.Facets[0].Levels.ShouldBe(["h1", "h2"]);
        core.Count.ShouldBe(4);
        CrossedCore.Of(core, "person", "harness").ShouldBeSameAs(core);
        Should.Throw<NotIdentifiedException>(() => CrossedCore.Of(ResponseMatrix.From(rows.Take(1), ["harness"]), "person", "harness"));
        Should.Throw<ArgumentException>(() => CrossedCore.Of(data, "person", "tool")).Message.ShouldContain("harness");
    }
}
