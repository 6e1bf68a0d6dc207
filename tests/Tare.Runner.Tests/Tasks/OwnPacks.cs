using Tare.Records;
using Tare.Sandboxes;
using Tare.Testing;

namespace Tare.Runner.Tests.Tasks;

/// <summary>The packs of this repository.</summary>
internal static class OwnPacks
{
    private static readonly string[] s_folders = [Repository.PathOf("tasks")];

    internal static IReadOnlyList<TaskPack> All => TaskSelection.Packs(s_folders);

    /// <summary>Draws the tasks that words choose into a folder.</summary>
    internal static async Task<IReadOnlyList<EvalTask>> DrawAsync(string words, string folder)
    {
        var open = await Hosting.SandboxesAsync();
        var selection = TaskSelection.Of(words.Split(','), s_folders, "tasks");
        return await selection.DrawAsync(folder, open, PlannedIsolation.BestEffort, cancel: Hosting.Cancel);
    }

    /// <summary>
    /// Tries tasks, two at one time: the oracle scores 1, doing nothing 0, no cheat scores. An item whose programs are missing is named and left out, or fails
    /// the test where the full set of data says that nothing may be missing.
    /// </summary>
    internal static async Task CheckAsync(IReadOnlyList<EvalTask> tasks)
    {
        var check = new TaskCheck(await Hosting.SandboxesAsync(), PlannedIsolation.BestEffort);
        var results = new TaskCheckResult[tasks.Count];
        await Parallel.ForAsync(
            0,
            tasks.Count,
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Hosting.Cancel },
            async (i, cancel) => results[i] = await check.RunAsync(tasks[i], cancel)
        );
        var missing = results
            .Where(r => r.MissingTools.Count > 0)
            .Select(r => $"{r.Task.Id}: {string.Join(", ", r.MissingTools)}")
            .ToList();
        Assert.True(missing.Count == 0 || !Hosting.NothingMayBeMissing, $"programs are missing here:\n{string.Join('\n', missing)}");
        var tried = results.Where(r => r.MissingTools.Count == 0).ToList();
        tried.SelectMany(r => r.Agents.Where(a => a.Problem is not null).Select(a => $"{r.Task.Id}: {a.Problem}\n{a.Log}")).ShouldBeEmpty();
        tried.Where(r => r.Remarks.Count > 0).Select(r => $"{r.Task.Id}: {string.Join("; ", r.Remarks)}").ShouldBeEmpty();
        tried.ShouldAllBe(r => r.Holds);
    }
}
