namespace Tare.Psychometrics.Tests;

public sealed class ManyFacetDesignTests
{
    private static readonly FacetTerm[] s_main = [FacetTerm.Random("person"), FacetTerm.Random("tool"), FacetTerm.Random("item")];

    [Fact]
    public void A_facet_with_one_level_is_refused_by_name()
    {
        var data = Data(("p", "i", "x", 1, 2), ("q", "i", "x", 0, 2), ("p", "j", "x", 1, 2));
        var refusal = Should.Throw<NotIdentifiedException>(() => For(data, s_main));
        refusal.Message.ShouldContain("'tool' has 1 level ('x')");
        refusal.Message.ShouldContain("Leave its terms out");
    }

    [Fact]
    public void A_disconnected_design_is_refused_and_its_components_are_named()
    {
        var data = Data(
            ("p", "i", "x", 1, 2),
            ("p", "j", "y", 1, 2),
            ("q", "j", "x", 0, 2),
            ("s", "k", "z", 0, 2),
            ("s", "l", "w", 1, 2),
            ("t", "l", "z", 1, 2)
        );
        var message = Should.Throw<NotIdentifiedException>(() => For(data, s_main)).Message;
        message.ShouldContain("2 components");
        message.ShouldContain("(1) person 'p', person 'q', tool 'x', tool 'y' and 2 more");
        message.ShouldContain("(2) person 's', person 't', tool 'w', tool 'z' and 2 more");
    }

    [Fact]
    public void A_column_that_another_determines_does_not_divide_the_design()
    {
        // The tool is the item's domain here: each item belongs to one.
        var data = Data(("p", "i", "x", 1, 2), ("q", "i", "x", 0, 2), ("p", "j", "y", 1, 2), ("q", "j", "y", 1, 2), ("p", "k", "y", 1, 2));
        For(data, s_main).Facts.Pairs.Single(pair => pair is { First: "tool", Second: "item" }).Components.Count.ShouldBe(2);
    }

    [Fact]
    public void A_term_with_one_trial_at_each_level_is_refused()
    {
        var data = Data(("p", "i", "x", 1, 1), ("p", "j", "y", 1, 1), ("q", "i", "x", 0, 1), ("q", "j", "x", 0, 1));
        var terms = s_main.Append(FacetTerm.Random("item", "person"));
        Should.Throw<NotIdentifiedException>(() => For(data, terms)).Message.ShouldContain("one trial at each of its 4 levels");
    }

    [Fact]
    public void Two_terms_that_say_the_same_and_unknown_columns_are_refused()
    {
        var data = Data(("p", "i", "x", 1, 2), ("p", "j", "y", 1, 2), ("q", "i", "x", 0, 2), ("q", "j", "y", 0, 2));
        var same = Should.Throw<NotIdentifiedException>(() => For(data, [FacetTerm.Random("tool"), FacetTerm.Random("item")]));
        same.Message.ShouldContain("'tool'");
        same.Message.ShouldContain("'item'");
        Should
            .Throw<ArgumentException>(() => For(data, [FacetTerm.Random("judge")]))
            .Message.ShouldContain("'judge'; the columns are 'person'");
        Should.Throw<ArgumentException>(() => FacetTerm.Random("item", "item"));
        Should.Throw<ArgumentException>(() => FacetTerm.Random());
        Should.Throw<ArgumentException>(() => For(data, []));
    }

    [Fact]
    public void Shares_weights_and_frequencies_are_refused()
    {
        var share = ResponseMatrix.From([new Response("p", "i", 0.4), new Response("q", "j", 1)]);
        Should.Throw<ArgumentException>(() => For(share, [FacetTerm.Random("item")])).Message.ShouldContain("no k of n");
        var weight = ResponseMatrix.From([new Response("p", "i", 1, 2), new Response("q", "j", 1)]);
        Should.Throw<ArgumentException>(() => For(weight, [FacetTerm.Random("item")])).Message.ShouldContain("importance weights");
        var frequency = ResponseMatrix.From([new Response("p", "i", 1) { Frequency = 2 }, new Response("q", "j", 1)]);
        Should.Throw<ArgumentException>(() => For(frequency, [FacetTerm.Random("item")])).Message.ShouldContain("frequencies");
    }

    [Fact]
    public void Facts_count_levels_empty_cells_and_one_sided_levels()
    {
        var data = Data(("p", "i", "x", 2, 2), ("p", "j", "y", 1, 2), ("q", "i", "x", 2, 2), ("q", "j", "x", 0, 2));
        var facts = For(data, s_main).Facts;
        facts.Columns.Select(c => (c.Name, c.Levels)).ShouldBe([("person", 2), ("tool", 2), ("item", 2)]);
        facts.Columns[2].AllRight.ShouldBe(["i"]);
        facts.Columns[2].AllWrong.ShouldBeEmpty();
        var pair = facts.Pairs.Single(p => p is { First: "person", Second: "tool" });
        pair.Cells.ShouldBe(4);
        pair.EmptyCells.ShouldBe([("q", "y")]);
        pair.Components.Count.ShouldBe(1);
    }

    [Fact]
    public void Exclusive_items_are_those_that_one_level_alone_solves_although_others_tried()
    {
        var data = Data(
            ("p", "only x", "x", 1, 3),
            ("q", "only x", "y", 0, 4),
            ("p", "both", "x", 1, 3),
            ("q", "both", "y", 1, 3),
            ("p", "untried", "x", 2, 2),
            ("p", "nobody", "x", 0, 2),
            ("q", "nobody", "y", 0, 2)
        );
        ExclusiveItems.Of(data, "tool").ShouldBe([new ExclusiveItem("only x", "x", 1, 3, 4, 1)]);
        ExclusiveItems.Of(data, "tool", 5).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => ExclusiveItems.Of(data, "judge")).Message.ShouldContain("'tool'");
    }

    private static ManyFacet For(ResponseMatrix data, IEnumerable<FacetTerm> terms) =>
        ManyFacet.For(data, new ManyFacetOptions { Terms = [.. terms] });

    private static ResponseMatrix Data(params (string Person, string Item, string Tool, int Right, int Trials)[] rows) =>
        ResponseMatrix.From(rows.Select(r => Response.Of(r.Person, r.Item, r.Right, r.Trials) with { Levels = [r.Tool] }), ["tool"]);
}
