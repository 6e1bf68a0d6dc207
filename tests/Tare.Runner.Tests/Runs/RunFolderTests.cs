using Tare.Records;

namespace Tare.Runner.Tests;

public class RunFolderTests
{
    [Fact]
    public async Task A_plan_that_was_edited_is_refused_with_what_differs()
    {
        using var run = new TestRun();
        await run.RunAsync();
        var plan = Path.Combine(run.Path, "plan.yaml");
        File.WriteAllText(plan, File.ReadAllText(plan).Replace("attempts: 2", "attempts: 5", StringComparison.Ordinal));
        var e = Should.Throw<InputException>(() => RunFolder.Open(run.Path));
        e.Message.ShouldContain("'attempts: 5', but the run began with 'attempts: 2'");
        e.Message.ShouldMatch("plan.yaml, line [0-9]+:");
    }

    [Fact]
    public void A_task_that_was_edited_is_refused()
    {
        using var run = new TestRun();
        File.AppendAllText(
            Path.Combine(RunFolder.TasksFolder(run.Path), "pack/item-2/tests/test.sh"),
            "echo 1 > /logs/verifier/reward.txt\n"
        );
        Should.Throw<InputException>(() => RunFolder.Open(run.Path)).Message.ShouldContain("pack/item-2");
    }

    [Fact]
    public void What_is_no_run_folder_is_refused()
    {
        using var folder = new JournalSamples.Folder();
        Should.Throw<InputException>(() => RunFolder.Open(folder["nowhere"])).Message.ShouldContain("does not exist");
        Should.Throw<InputException>(() => RunFolder.Open(folder.FullPath)).Message.ShouldContain("holds no plan.yaml");
        File.WriteAllText(folder["thesis.tex"], "");
        Should.Throw<InputException>(() => RunFolder.CheckFree(folder.FullPath)).Message.ShouldContain("'thesis.tex'");
        using var run = new TestRun();
        Should.Throw<InputException>(() => RunFolder.Create(run.Path, run.Folder.Plan)).Message.ShouldContain("tare resume");
    }

    [Fact]
    public async Task A_second_runner_is_refused_by_the_name_of_the_first()
    {
        using var run = new TestRun(items: 1, attempts: 1);
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        run.Answer = async (_, _) =>
        {
            inside.SetResult();
            await go.Task;
            return TestRun.Done();
        };
        var first = run.RunAsync();
        await inside.Task;

        var e = await Should.ThrowAsync<InputException>(() =>
            new PlanRunner(run.Folder, run.Services).RunAsync(null, CancellationToken.None)
        );
        e.Message.ShouldContain(FormattableString.Invariant($"process {Environment.ProcessId} on "));
        run.Folder.ReadState().Open.Count.ShouldBe(1, "the state can be read beside a runner");
        run.Folder.Runner().ShouldStartWith(FormattableString.Invariant($"process {Environment.ProcessId} on "));
        go.SetResult();
        (await first).Scored.ShouldBe(1);
        run.Folder.Runner().ShouldBeNull();
    }

    [Fact]
    public async Task Who_asks_for_the_runner_keeps_no_other_out()
    {
        using var run = new TestRun(items: 1, attempts: 1);
        run.Folder.Runner().ShouldBeNull("nobody ran it yet");
        var asked = new FileStream(Path.Combine(run.Path, "lock"), FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        var taking = Task.Run(() => RunLock.Take(run.Path, "the next"), TestContext.Current.CancellationToken);
        await Task.Delay(60, TestContext.Current.CancellationToken);
        await asked.DisposeAsync();
        using var taken = await taking;
        run.Folder.Runner().ShouldBe("the next");
    }

    [Fact]
    public async Task A_damaged_journal_loses_only_what_came_after_and_the_run_goes_on()
    {
        using var run = new TestRun(items: 4, attempts: 1);
        await run.RunAsync();
        var results = run.Results;
        var lines = File.ReadAllLines(run.Journal).ToList();
        var second = lines.FindIndex(
            lines.FindIndex(l => l.Contains("attempt-finished", StringComparison.Ordinal)) + 1,
            l => l.Contains("attempt-finished", StringComparison.Ordinal)
        );
        lines[second] = lines[second].Replace("\"value\":1", "\"value\":0", StringComparison.Ordinal);
        File.WriteAllText(run.Journal, string.Join('\n', lines) + "\n");
        var damaged = run.Folder.ReadState();
        (damaged.Scored, damaged.Open.Count, damaged.Damage!.Line).ShouldBe((1, 1, second + 1));
        run.Calls.Clear();

        var state = await run.RunAsync();

        (state.Scored, state.Damage).ShouldBe((4, null));
        run.Results.ShouldBe(results);
        run.Calls.Count.ShouldBe(4, "two attempts whose answers were lost; the second one replays its two");
        state.Warnings.Single().ShouldContain("journal.damaged-1");
        File.ReadAllText(run.Journal + ".damaged-1").ShouldStartWith(lines[second]);
    }
}
