namespace Tare.Records.Tests;

public sealed class PlanTests
{
    [Fact]
    public void Keys_are_the_product_once_each_and_name_folders()
    {
        var plan = new Plan
        {
            Models = [new PlannedModel("a", "sim:ability=0"), new PlannedModel("b", "sim:ability=1")],
            Harnesses = ["bash-loop/1"],
            Items = [new PlannedItem("port/wc", new string('0', 64)), new PlannedItem("ctf/rot", new string('1', 64))],
            Attempts = 3,
        };
        var ids = plan.Keys().Select(k => k.Id).ToList();
        ids.Count.ShouldBe(2 * 2 * 3);
        ids.Distinct().Count().ShouldBe(ids.Count);
        ids[0].ShouldBe("a/bash-loop-1/port/wc/1");
    }
}
