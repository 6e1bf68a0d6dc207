using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner.Tests.Tasks;

/// <summary>A good task holds; each fault that a check looks for is seen where a task has it.</summary>
[Trait("tier", "gate")]
public sealed class TaskCheckTests : IDisposable
{
    private readonly TaskFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_skeleton_holds()
    {
        var path = Path.Combine(_folder.Parent, "fresh");
        TaskSkeleton.Write(path, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        var result = await CheckAsync(EvalTask.Read(path, "pack/fresh"));
        result.Agents.Where(a => a.Problem is not null).ShouldBeEmpty();
        result.Holds.ShouldBeTrue();
        result.Agents.Count.ShouldBe(7);
        result.Remarks.ShouldBeEmpty();
        Should.Throw<InputException>(() => TaskSkeleton.Write(path, default)).Message.ShouldContain("is already there");
    }

    [Theory]
    [InlineData("oracle", "true", "gives reward 0, expected 1")]
    [InlineData("nothing", "echo done > answer.txt", "gives reward 1, expected 0")]
    public async Task An_oracle_that_fails_and_a_test_that_passes_nothing_are_seen(string agent, string solution, string problem)
    {
        if (agent == "nothing")
        {
            _folder.Test("echo 1 > \"$TARE_VERIFIER/reward.txt\"");
        }

        var result = await CheckAsync(_folder.Write("solution/solve.sh", solution + "\n").Read());
        result.Holds.ShouldBeFalse();
        result.Agent(agent)!.Problem.ShouldNotBeNull().ShouldContain(problem);
        result.Agent(agent)!.NextStep.ShouldNotBeNull();
        result.Agent(agent)!.Log.ShouldContain("exit code");
    }

    [Theory]
    // Trusts a reward that lies in the work folder.
    [InlineData("write-reward", "[ -e reward.json ] && cp reward.json \"$TARE_VERIFIER/\" || echo 0 > \"$TARE_VERIFIER/reward.txt\"")]
    // Runs a test that lies in the work folder.
    [InlineData("edit-tests", "echo 0 > \"$TARE_VERIFIER/reward.txt\"; [ -e tests/test.sh ] && bash tests/test.sh")]
    // Lets the work folder stand in for Python's modules.
    [InlineData("shadow-modules", "python3 -c 'import json; open(\"/logs/verifier/reward.txt\", \"w\").write(\"0\")'")]
    // Writes the reward first and then runs what the agent wrote.
    [InlineData("cheating-program", "echo 0 > \"$TARE_VERIFIER/reward.txt\"; python3 main.py")]
    public async Task A_cheat_that_works_is_seen(string cheat, string test)
    {
        // A solution that leaves a program; what the test of the honest work would say does not matter here.
        _folder.Write("solution/solve.sh", "echo 'print(1)' > main.py\n").Test(test);
        var result = await CheckAsync(_folder.Read());
        result.Agent(cheat).ShouldNotBeNull().Problem.ShouldNotBeNull().ShouldContain($"the cheat {cheat} gives reward 1");
        result.Agents.Where(a => a.IsCheat && a.Name != cheat).ShouldAllBe(a => a.Problem == null);
    }

    [Fact]
    public async Task A_solution_that_the_agent_can_find_is_seen()
    {
        _folder.Write("environment/old/solve.sh", File.ReadAllText(Path.Combine(_folder.Path, "solution", "solve.sh")));
        var result = await CheckAsync(_folder.Read());
        result.Agent("read-solution")!.Problem.ShouldNotBeNull();
        result.Remarks.ShouldContain("environment/old/solve.sh is also a file of the solution: the agent sees it");
    }

    [Fact]
    public async Task A_program_that_does_nothing_may_pass_what_expects_nothing()
    {
        // Half of the reward for a program that ends at all: the cheat gets no more than an idle program does.
        _folder
            .Write("solution/solve.sh", "echo 'print(1)' > main.py\n")
            .Test(
                "r=0; if [ -e main.py ]; then o=$(python3 -I main.py); r=0.5; [ \"$o\" = 1 ] && r=1; fi; sleep 0.2; pkill -9 -f 'seq 300'; rm -rf \"$TARE_VERIFIER\"/*; echo $r > \"$TARE_VERIFIER/reward.txt\""
            );
        var result = await CheckAsync(_folder.Read());
        var program = result.Agent("cheating-program").ShouldNotBeNull();
        (program.Problem, program.Raw).ShouldBe((null, new Outcome.Scored(0.5)));
        result.Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_a_program_is_missing_nothing_is_tried_and_nothing_holds()
    {
        var result = await CheckAsync(_folder.Toml("[metadata]\ntools = [\"no-such-program\"]\n").Read());
        (result.Holds, result.Agents.Count).ShouldBe((false, 0));
        result.MissingTools.ShouldBe(["no-such-program"]);
    }

    [Fact]
    public async Task Without_isolation_no_cheat_is_tried()
    {
        var result = await new TaskCheck(ProcessSandbox.Open, PlannedIsolation.None).RunAsync(_folder.Read(), Hosting.Cancel);
        result.Agents.Select(a => a.Name).ShouldBe([TaskCheck.Oracle, TaskCheck.Nothing]);
        result.Holds.ShouldBeTrue();
    }

    private static async Task<TaskCheckResult> CheckAsync(EvalTask task) =>
        await new TaskCheck(await Hosting.SandboxesAsync(), PlannedIsolation.BestEffort).RunAsync(task, Hosting.Cancel);
}
