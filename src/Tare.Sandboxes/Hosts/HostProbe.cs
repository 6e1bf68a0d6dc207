using System.Globalization;
using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Hosts;

/// <summary>Finds what a host can promise by running sandboxes in it.</summary>
internal sealed class HostProbe(UserRange? users, string parent, Func<Mechanisms, Mechanisms> without)
{
    private const int ProbedProcesses = 6;
    private const long MiB = 1 << 20;

    // Prints one fact a line. Two files of 700 KiB do not fit into 1 MiB, while each is below the largest file.
    private const string FactScript = """
        echo "uid=$(id -u)"
        grep -E '^(CapEff|Seccomp):' /proc/self/status | sed 's/:[[:space:]]*/=/'
        echo "interfaces=$(grep -c : /proc/net/dev)"
        echo "processes=$(ls /proc | grep -c '^[0-9]')"
        if (: >/probe) 2>/dev/null || (: >/usr/probe) 2>/dev/null || [ -e /etc/shadow ] || [ -e "$1" ]; then echo files=open; else echo files=closed; fi
        if unshare --user true 2>/dev/null; then echo userns=open; else echo userns=closed; fi
        if { head -c 700K /dev/zero >a && head -c 700K /dev/zero >/tmp/b; } 2>/dev/null; then echo size=open; else echo size=closed; fi
        """;

    private static readonly SandboxPolicy s_policy = new()
    {
        Isolation = IsolationLevel.BestEffort,
        WorkFolderBytes = MiB,
        MemoryBytes = 16 * MiB,
        WallClock = TimeSpan.FromSeconds(20),
    };

    internal async Task<(Mechanisms?, SandboxCapabilities)> RunAsync(CancellationToken cancel)
    {
        var bubblewrap = new[] { "/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap" }.FirstOrDefault(File.Exists);
        if (bubblewrap is null)
        {
            return (null, Nothing("bubblewrap (bwrap) is not installed"));
        }

        var tools = new[] { "/usr/bin/setpriv", "/usr/bin/prlimit", "/usr/bin/env", "/bin/sh", "/bin/chown", "/bin/rm" };
        if (tools.Where(t => !File.Exists(t)).ToArray() is { Length: > 0 } lacking)
        {
            return (null, Nothing($"{string.Join(", ", lacking)} not found"));
        }

        var isRoot = Native.geteuid() == 0;
        var why = new Dictionary<Guarantee, string>();
        var found = without(
            new Mechanisms
            {
                Bubblewrap = bubblewrap,
                OwnUsers = isRoot && users is not null,
                SizedFileSystem = isRoot && CanMount(why),
                MemoryGroup = CanGroup(why),
                ProcessLimit = true,
                Filter = SyscallFilter.IsAvailable,
            }
        );
        return await WithAsync(found, why, cancel);
    }

    private async Task<(Mechanisms?, SandboxCapabilities)> WithAsync(
        Mechanisms found,
        Dictionary<Guarantee, string> why,
        CancellationToken cancel
    )
    {
        // Root inside a container may lack the right to mount, while a name space of one's own user still works; and the other way round.
        Mechanisms[] tries = found.OwnUsers ? [found, found with { OwnUsers = false }] : [found];
        var failures = new List<string>();
        foreach (var mechanisms in tries)
        {
            try
            {
                var facts = await FactsAsync(mechanisms, cancel);
                var settled = mechanisms with
                {
                    // What does not hold is replaced by the watchdog, not kept for its name.
                    SizedFileSystem = mechanisms.SizedFileSystem && facts.GetValueOrDefault("size") == "closed",
                    ProcessLimit = mechanisms.ProcessLimit && await ProcessLimitHoldsAsync(mechanisms, cancel),
                    MemoryGroup = mechanisms.MemoryGroup && await MemoryLimitHoldsAsync(mechanisms, cancel),
                };
                return (settled, new SandboxCapabilities([.. Judged(settled, facts, why)]));
            }
            catch (SandboxException e)
            {
                failures.Add(e.Message.Split('\n')[0]);
            }
        }

        return (null, Nothing(string.Join("; ", failures)));
    }

    private static IEnumerable<Capability> Judged(Mechanisms found, Dictionary<string, string> facts, Dictionary<Guarantee, string> why)
    {
        Capability Kernel(Guarantee guarantee, bool holds, string evidence, GuaranteeLevel otherwise = GuaranteeLevel.None) =>
            new(guarantee, holds ? GuaranteeLevel.Enforced : otherwise, evidence);
        bool Is(string fact, string value) => facts.GetValueOrDefault(fact) == value;

        yield return Kernel(
            Guarantee.FileSystem,
            Is("files", "closed"),
            $"writing outside and seeing the host's files: {facts.GetValueOrDefault("files")}"
        );
        yield return Kernel(
            Guarantee.Network,
            Is("interfaces", "1"),
            $"network interfaces in the sandbox, its own loopback included: {facts.GetValueOrDefault("interfaces")}"
        );
        // The first process, the shell, and those of the counting pipe.
        var seen = int.TryParse(facts.GetValueOrDefault("processes"), CultureInfo.InvariantCulture, out var count) ? count : int.MaxValue;
        yield return Kernel(Guarantee.ProcessTree, seen <= ProbedProcesses, $"processes that a command sees: {seen}");
        var apart = found.OwnUsers && Is("CapEff", "0000000000000000") && !Is("uid", "0");
        yield return Kernel(
            Guarantee.Identity,
            apart,
            apart
                ? $"ran as user {facts["uid"]} without any capability"
                : "commands run as the user who started this program: not root, or no range of free user ids"
        );
        yield return Kernel(
            Guarantee.SystemCalls,
            found.Filter && Is("Seccomp", "2") && Is("userns", "closed"),
            found.Filter
                ? $"seccomp mode {facts.GetValueOrDefault("Seccomp")}, new user name space: {facts.GetValueOrDefault("userns")}"
                : "the filter knows x86-64 only"
        );
        yield return Kernel(
            Guarantee.ProcessCount,
            found.ProcessLimit,
            found.ProcessLimit
                ? $"at a limit of {ProbedProcesses} a fork failed"
                : "the limit of processes did not hold: the watchdog counts them",
            GuaranteeLevel.Watched
        );
        yield return Kernel(
            Guarantee.Memory,
            found.MemoryGroup,
            found.MemoryGroup
                ? why[Guarantee.Memory]
                : "the watchdog adds up what the processes use every 20 ms" + Because(why, Guarantee.Memory),
            GuaranteeLevel.Watched
        );
        yield return Kernel(
            Guarantee.WorkFolderSize,
            found.SizedFileSystem && Is("size", "closed"),
            found.SizedFileSystem
                ? $"writing more than the size: {facts.GetValueOrDefault("size")}"
                : "the watchdog adds up the files every 20 ms" + Because(why, Guarantee.WorkFolderSize),
            GuaranteeLevel.Watched
        );
    }

    private static string Because(Dictionary<Guarantee, string> why, Guarantee guarantee) =>
        why.TryGetValue(guarantee, out var text) ? $" ({text})" : "";

    private async Task<Dictionary<string, string>> FactsAsync(Mechanisms mechanisms, CancellationToken cancel)
    {
        var result = await RunAsync(mechanisms, s_policy, ["sh", "-c", FactScript, "sh", parent], cancel);
        return result
            .Output.ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split('=', 2))
            .Where(f => f.Length == 2)
            .ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
    }

    private async Task<bool> ProcessLimitHoldsAsync(Mechanisms mechanisms, CancellationToken cancel)
    {
        var policy = s_policy with { Processes = ProbedProcesses };
        const string Script = "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do sleep 5 & done; echo all";
        var result = await RunAsync(mechanisms with { ProcessLimit = true }, policy, ["sh", "-c", Script], cancel);
        return !result.Output.ToString().Contains("all", StringComparison.Ordinal);
    }

    private async Task<bool> MemoryLimitHoldsAsync(Mechanisms mechanisms, CancellationToken cancel)
    {
        var result = await RunAsync(mechanisms, s_policy, ["sh", "-c", "head -c 64M /dev/zero | tail -c 64M >/dev/null"], cancel);
        return result.End == CommandEnd.Memory;
    }

    private async Task<CommandResult> RunAsync(Mechanisms mechanisms, SandboxPolicy policy, string[] command, CancellationToken cancel)
    {
        using var sandbox = IsolatedSandbox.Open(mechanisms, users, parent, policy, []);
        return await sandbox.RunAsync(new SandboxedCommand(command), cancel);
    }

    private bool CanMount(Dictionary<Guarantee, string> why)
    {
        using var slot = Slot.Take(parent);
        var folder = $"{slot.Folder}/files";
        Directory.CreateDirectory(folder);
        var can = WorkStore.TryMount(folder, s_policy, out var reason);
        why[Guarantee.WorkFolderSize] = reason;
        return can;
    }

    private bool CanGroup(Dictionary<Guarantee, string> why)
    {
        using var slot = Slot.Take(parent);
        using var group = ControlGroup.TryCreate(slot.Name, s_policy.MemoryBytes, out var reason);
        why[Guarantee.Memory] = reason;
        return group is not null;
    }

    internal static SandboxCapabilities Nothing(string evidence) =>
        new([.. Enum.GetValues<Guarantee>().Select(g => new Capability(g, GuaranteeLevel.None, evidence))]);
}
