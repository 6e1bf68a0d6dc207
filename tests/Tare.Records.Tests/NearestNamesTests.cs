using Tare.Records;

namespace Tare.Records.Tests;

public sealed class NearestNamesTests
{
    [Fact]
    public void The_nearest_name_comes_first() => NearestNames.Of("rigde", ["sigma", "ridge", "level"]).ShouldBe(["ridge"]);

    [Fact]
    public void A_part_of_a_name_is_near() => NearestNames.Of("crossing", ["first-crossing", "records"]).ShouldBe(["first-crossing"]);

    [Fact]
    public void Case_does_not_count() => NearestNames.Of("HLE", ["hle", "mmlu"]).ShouldBe(["hle"]);

    [Theory]
    [InlineData("cft", "ctf")]
    [InlineData("tcf", "ctf")]
    [InlineData("mtah", "math")]
    public void Letters_that_changed_places_are_one_edit(string written, string meant) =>
        NearestNames.Of(written, ["arc", "ctf", "math", "port", "toolcall"], 1).ShouldBe([meant]);

    [Fact]
    public void The_next_step_is_the_nearest_name_or_what_else_there_is_to_do()
    {
        NearestNames.NextStep("rigde", ["sigma", "ridge"], "take one of them").ShouldBe("did you mean 'ridge'?");
        NearestNames.NextStep("zzzzzz", ["sigma", "ridge"], "take one of them").ShouldBe("take one of them");
    }

    [Fact]
    public void What_is_far_is_not_offered()
    {
        NearestNames.Of("zzzzzz", ["ridge", "sigma"]).ShouldBeEmpty();
        NearestNames.Of("", ["ridge"]).ShouldBeEmpty();
        NearestNames.Of(new string('x', 5000), ["ridge"]).ShouldBeEmpty();
    }
}
