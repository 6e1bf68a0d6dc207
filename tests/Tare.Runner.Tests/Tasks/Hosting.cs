using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner.Tests.Tasks;

/// <summary>The host that the tests run on, probed once.</summary>
internal static class Hosting
{
    private static readonly Lazy<Task<SandboxHost>> s_host = new(() => SandboxHost.ProbeAsync());

    /// <summary>Whether what a test needs must be here: so it is where the full set of data is.</summary>
    internal static bool NothingMayBeMissing => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TARE_DATA_MIRROR"));

    internal static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens sandboxes with name spaces; the test skips where there are none, and fails where the full set of data says that nothing may be missing.</summary>
    internal static async Task<Func<SandboxPolicy, ISandbox>> SandboxesAsync()
    {
        var host = await s_host.Value;
        var missing = host.Capabilities.MissingFor(IsolationLevel.BestEffort);
        if (missing.Count > 0)
        {
            var reason = "this host gives no sandbox: " + string.Join("; ", missing.Select(c => $"{c.Guarantee}: {c.Evidence}"));
            Assert.False(NothingMayBeMissing, reason);
            Assert.Skip(reason);
        }

        return host.Open;
    }

    /// <summary>Lets an agent's script run at a task, then verifies.</summary>
    internal static async Task<Verification> AttemptAsync(
        EvalTask task,
        string script,
        PlannedIsolation isolation = PlannedIsolation.BestEffort
    )
    {
        var open = isolation == PlannedIsolation.None ? ProcessSandbox.Open : await SandboxesAsync();
        using var sandbox = TaskEnvironment.Open(task, open, isolation);
        await sandbox.RunAsync(SandboxedCommand.Bash(script), Cancel);
        return await new TaskVerifier().RunAsync(task, sandbox, Cancel);
    }
}
