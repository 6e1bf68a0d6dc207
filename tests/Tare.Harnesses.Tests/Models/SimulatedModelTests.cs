using Tare.Records;

namespace Tare.Harnesses.Tests;

public sealed class SimulatedModelTests
{
    [Theory]
    [InlineData(0.5, -1.3)]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    public void The_share_of_items_solved_is_the_logistic_of_ability_less_difficulty(double ability, double difficulty)
    {
        const int Items = 20_000;
        var solved = Enumerable.Range(1, Items).Count(n => SimulatedModel.Solves(ability, difficulty, Context("pack/item", n)));
        var probability = 1 / (1 + Math.Exp(difficulty - ability));

        // Four standard errors of a share: false alarm 6e-5. An ability that is off by 0.1 logit moves the share by 0.014 or more, which is at least
        // four standard errors again.
        ((double)solved / Items).ShouldBe(probability, 4 * Math.Sqrt(probability * (1 - probability) / Items));
    }

    [Fact]
    public void A_draw_depends_on_seed_label_item_and_number_and_on_nothing_else()
    {
        var draw = SimulatedModel.Draw(Context("pack/item", 1));

        // SHA-256 of "15:simulated-model4:seed4:test9:pack/item1:1", first 53 bits over 2^53, by Python's hashlib: the same on every machine.
        draw.ShouldBe(0.14908205436181332);
        SimulatedModel.Draw(Context("pack/item", 1)).ShouldBe(draw);
        SimulatedModel.Draw(Context("pack/item", 2)).ShouldNotBe(draw);
        SimulatedModel.Draw(Context("pack/other", 1)).ShouldNotBe(draw);
        SimulatedModel.Draw(Context("pack/item", 1) with { Seed = "2" }).ShouldNotBe(draw);
        SimulatedModel.Draw(new AttemptContext(new AttemptKey("b", "bash-loop/1", "pack/item", 1), "seed")).ShouldNotBe(draw);
        SimulatedModel.Draw(new AttemptContext(new AttemptKey("test", "other/1", "pack/item", 1), "seed")).ShouldBe(draw);
    }

    [Fact]
    public async Task It_says_that_it_is_done_when_it_fails_and_after_the_solution()
    {
        using var weak = new SimulatedModel(-1000);
        using var strong = new SimulatedModel(1000);
        var folder = Directory.CreateTempSubdirectory("tare-sim").FullName;
        File.WriteAllText(Path.Combine(folder, "solve.sh"), "true\n");
        var context = Context("pack/item", 1) with { SolutionFolder = folder };
        var cancel = TestContext.Current.CancellationToken;
        (await weak.Open(context).AskAsync(Provider.Question, cancel)).Text.ShouldBe("DONE");
        (await strong.Open(context).AskAsync(Provider.Question, cancel)).ToolCalls.ShouldHaveSingleItem().Name.ShouldBe("bash");
        (await strong.Open(context).AskAsync(ScriptedModelTests.Turn(2), cancel)).Text.ShouldBe("DONE");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_task_without_a_difficulty_is_the_tasks_fault()
    {
        using var model = new SimulatedModel(0);
        var client = model.Open(Context("pack/item", 1) with { SimulatedDifficulty = null });
        var thrown = await Should.ThrowAsync<ModelFaultException>(() =>
            client.AskAsync(Provider.Question, TestContext.Current.CancellationToken)
        );
        thrown.Error.Cause.ShouldBe(MissingCause.Benchmark);
        thrown.Message.ShouldContain("states no simulated_difficulty");
    }

    private static AttemptContext Context(string item, int number) =>
        new(new AttemptKey("test", "bash-loop/1", item, number), "seed") { SimulatedDifficulty = 0 };
}
