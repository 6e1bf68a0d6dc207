using Tare.Sandboxes.Hosts;

namespace Tare.Sandboxes.Tests;

/// <summary>The host that the tests run on, probed once, and small policies for it.</summary>
internal static class Hosting
{
    private static readonly Lazy<Task<SandboxHost>> s_host = new(() => SandboxHost.ProbeAsync());
    private static readonly Lazy<Task<SandboxHost>> s_watched = new(() => WithoutAsync(m => m with { MemoryGroup = false }));

    internal static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Small sizes, so that reaching a limit costs the machine nothing.</summary>
    internal static SandboxPolicy Small { get; } =
        new()
        {
            Isolation = IsolationLevel.BestEffort,
            WorkFolderBytes = 8 << 20,
            MemoryBytes = 64 << 20,
            Processes = 20,
            CpuTime = TimeSpan.FromSeconds(20),
            WallClock = TimeSpan.FromSeconds(20),
            OutputBytes = 64 << 10,
        };

    /// <summary>The probed host; where it lacks what a test needs the test skips, and fails where the full set of data says that nothing may be missing.</summary>
    internal static async Task<SandboxHost> NeedAsync(params Guarantee[] enforced) => Checked(await s_host.Value, enforced);

    /// <summary>The same host as if it delegated no control groups.</summary>
    internal static async Task<SandboxHost> NeedWatchedAsync() => Checked(await s_watched.Value, []);

    internal static Task<SandboxHost> WithoutAsync(Func<Mechanisms, Mechanisms> change) =>
        SandboxHost.ProbeAsync(change, CancellationToken.None);

    /// <summary>Runs a line of shell in a fresh sandbox.</summary>
    internal static async Task<CommandResult> BashAsync(
        SandboxHost host,
        string script,
        SandboxPolicy? policy = null,
        Protection on = Protection.All
    )
    {
        using var sandbox = host.Open(policy ?? Small, on);
        return await sandbox.RunAsync(SandboxedCommand.Bash(script), Cancel);
    }

    /// <summary>Ids of the processes of a user.</summary>
    internal static int[] ProcessesOf(uint user) =>
        [.. Processes.ProcessFile.AllIds().Where(id => Files.FileStatus.Of($"/proc/{id}")?.User == user)];

    private static SandboxHost Checked(SandboxHost host, Guarantee[] enforced)
    {
        Guarantee[] always = [Guarantee.FileSystem, Guarantee.Network, Guarantee.ProcessTree];
        var lacking = always.Concat(enforced).Select(host.Capabilities.Of).Where(c => c.Level != GuaranteeLevel.Enforced).ToArray();
        if (lacking.Length > 0)
        {
            var reason = "this host gives no sandbox: " + string.Join("; ", lacking.Select(c => $"{c.Guarantee}: {c.Evidence}"));
            Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TARE_DATA_MIRROR")), reason);
            Assert.Skip(reason);
        }

        return host;
    }
}
