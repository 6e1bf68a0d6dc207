using Tare.Records;

namespace Tare.Records.Tests;

public sealed class KebabCaseTests
{
    [Fact]
    public void Words_are_joined_by_hyphens()
    {
        KebabCase.Of(LagDefinition.FirstCrossing).ShouldBe("first-crossing");
        KebabCase.Of("MinimumBenchmarks").ShouldBe("minimum-benchmarks");
        KebabCase.All<Axis>().ShouldBe(["weights", "country", "licence", "model"]);
    }

    [Fact]
    public void Every_member_is_found_by_its_name_and_by_nothing_else()
    {
        foreach (var value in Enum.GetValues<LagDefinition>())
        {
            KebabCase.TryParse<LagDefinition>(KebabCase.Of(value), out var found).ShouldBeTrue();
            found.ShouldBe(value);
        }

        KebabCase.TryParse<LagDefinition>("CatchUp", out _).ShouldBeFalse();
        KebabCase.TryParse<LagDefinition>("0", out _).ShouldBeFalse();
        KebabCase.TryParse<LagDefinition>(null, out _).ShouldBeFalse();
    }
}
