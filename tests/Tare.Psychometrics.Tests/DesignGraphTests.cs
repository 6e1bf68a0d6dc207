namespace Tare.Psychometrics.Tests;

public sealed class DesignGraphTests
{
    private static readonly Response[] s_split =
    [
        new("ann", "algebra", 0.4),
        new("bob", "algebra", 0.5),
        new("bob", "calculus", 0.6),
        new("cyd", "drawing", 0.3),
        new("dan", "drawing", 0.7),
    ];

    [Theory]
    [InlineData("two-parameter")]
    [InlineData("spread")]
    public void A_disconnected_design_names_its_components_and_what_would_connect_them(string name)
    {
        var message = Should.Throw<NotIdentifiedException>(() => Family(name, s_split).Fit()).Message;

        message.ShouldContain("2 components");
        message.ShouldContain("(1) persons 'ann', 'bob'; items 'algebra', 'calculus'");
        message.ShouldContain("(2) persons 'cyd', 'dan'; items 'drawing'");
        message.ShouldContain("A response of a person of one component to an item of another would connect them");
    }

    [Theory]
    [InlineData("two-parameter")]
    [InlineData("spread")]
    public void One_response_between_the_components_connects_them(string name) =>
        Family(name, [.. s_split, new Response("ann", "drawing", 0.5)]).Fit().Convergence.Reached.ShouldBeTrue();

    [Fact]
    public void Long_lists_are_cut()
    {
        Response[] many = [.. Enumerable.Range(0, 9).Select(k => new Response($"p{k}", "one", 0.5)), new Response("z", "two", 0.5)];

        Should.Throw<NotIdentifiedException>(() => Family("spread", many).Fit()).Message.ShouldContain("'p3' and 5 more; items 'one'");
    }

    [Fact]
    public void Components_are_numbered_by_their_first_member()
    {
        DesignGraph.Components(ResponseMatrix.From(s_split), out var count).ShouldBe([0, 0, 1, 1, 0, 0, 1]);
        count.ShouldBe(2);
    }

    [Fact]
    public void No_responses_at_all_are_not_identified() =>
        Should.Throw<NotIdentifiedException>(() => Family("spread", []).Fit()).Message.ShouldContain("no responses");

    [Theory]
    [InlineData("two-parameter", true)]
    [InlineData("spread", false)]
    public void A_refit_that_cuts_the_design_does_not_throw(string name, bool isReached)
    {
        var family = Family(name, [.. s_split, new Response("ann", "drawing", 0.5)]);
        var multiplicity = family.Data.Value.ToArray().Select(_ => 1.0).ToArray();
        multiplicity[1] = 0;

        var refit = family.Refit(family.Fit(), multiplicity, []);

        // The ridge ties the components of the one family together; nothing does in the other.
        refit.Convergence.Reached.ShouldBe(isReached);
        refit.Convergence.ProjectedGradientNorm.ShouldBeLessThan(1e-10);
        refit.Abilities.ShouldAllBe(v => double.IsFinite(v));
    }

    private static IFamilyFit Family(string name, Response[] responses) =>
        name == "spread"
            ? OneParameterWithSpread.For(ResponseMatrix.From(responses), new OneParameterWithSpreadOptions())
            : TwoParameterLeastSquares.For(ResponseMatrix.From(responses), new TwoParameterLeastSquaresOptions());
}
