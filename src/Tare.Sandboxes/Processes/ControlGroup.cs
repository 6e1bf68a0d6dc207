using System.Globalization;

namespace Tare.Sandboxes.Processes;

/// <summary>A control group for one command, below this process's own group: version 2, or version 1's memory and cpuacct.</summary>
internal sealed class ControlGroup : ITreeWatch
{
    private readonly string _memory;
    private readonly string _cpu;
    private readonly bool _second;

    private ControlGroup(string memory, string cpu, bool second)
    {
        _memory = memory;
        _cpu = cpu;
        _second = second;
    }

    /// <summary>Files into which a process writes 0 to join.</summary>
    internal IReadOnlyList<string> JoinFiles => _second ? [$"{_memory}/cgroup.procs"] : [$"{_memory}/cgroup.procs", $"{_cpu}/cgroup.procs"];

    /// <summary>Makes a group with a memory limit, or says why it cannot.</summary>
    internal static ControlGroup? TryCreate(string name, long memoryBytes, out string why)
    {
        var made = new List<string>();
        try
        {
            var parents = Parents();
            var group = new ControlGroup($"{parents.Memory}/{name}", $"{parents.Cpu}/{name}", parents.Second);
            foreach (var folder in new[] { group._memory, group._cpu }.Distinct(StringComparer.Ordinal))
            {
                Directory.CreateDirectory(folder);
                made.Add(folder);
            }

            group.Limit(memoryBytes);
            why = parents.Second ? "memory control group, version 2" : "memory control group, version 1";
            return group;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            made.ForEach(RemoveIfEmpty);
            why = $"no memory control group: {e.Message}";
            return null;
        }
    }

    /// <summary>Removes the groups of a name that an ended process left behind.</summary>
    internal static void RemoveStale(string name)
    {
        try
        {
            var parents = Parents();
            RemoveIfEmpty($"{parents.Memory}/{name}");
            RemoveIfEmpty($"{parents.Cpu}/{name}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without control groups there is nothing to remove.
        }
    }

    public TreeUsage Measure(int root) =>
        new(Cpu(), Number($"{_memory}/{(_second ? "memory.current" : "memory.usage_in_bytes")}"), Threads(), OutOfMemory());

    public long? PeakBytes()
    {
        var peak = Number($"{_memory}/{(_second ? "memory.peak" : "memory.max_usage_in_bytes")}");
        return peak > 0 ? peak : null;
    }

    public bool KillRemaining(int root)
    {
        var left = (ProcessFile.Read($"{_memory}/cgroup.procs") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in left)
        {
            _ = Native.kill(int.Parse(line, CultureInfo.InvariantCulture), Native.Kill);
        }

        return left.Length == 0;
    }

    public void Dispose()
    {
        RemoveIfEmpty(_memory);
        RemoveIfEmpty(_cpu);
    }

    private TimeSpan Cpu() =>
        _second
            ? TimeSpan.FromMicroseconds(Entry($"{_cpu}/cpu.stat", "usage_usec"))
            : TimeSpan.FromMicroseconds(Number($"{_cpu}/cpuacct.usage") / 1000.0);

    private int Threads() => (ProcessFile.Read($"{_memory}/{(_second ? "cgroup.threads" : "tasks")}") ?? "").Count(c => c == '\n');

    private bool OutOfMemory() => Entry($"{_memory}/{(_second ? "memory.events" : "memory.oom_control")}", "oom_kill") > 0;

    private void Limit(long bytes)
    {
        var text = bytes.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText($"{_memory}/{(_second ? "memory.max" : "memory.limit_in_bytes")}", text);
        var withSwap = $"{_memory}/{(_second ? "memory.swap.max" : "memory.memsw.limit_in_bytes")}";
        if (File.Exists(withSwap))
        {
            File.WriteAllText(withSwap, _second ? "0" : text);
        }

        if (_second)
        {
            File.WriteAllText($"{_memory}/memory.oom.group", "1");
        }
    }

    private static (string Memory, string Cpu, bool Second) Parents()
    {
        // Lines of /proc/self/cgroup: number, controllers, path; version 2 has number 0 and no controllers.
        var lines = File.ReadAllLines("/proc/self/cgroup").Select(l => l.Split(':', 3)).ToArray();
        string? PathOf(string controller) => Array.Find(lines, l => l[1].Split(',').Contains(controller, StringComparer.Ordinal))?[2];
        if (PathOf("memory") is { } memory)
        {
            var cpu = PathOf("cpuacct") ?? throw new IOException("the controller cpuacct is not mounted");
            return ($"/sys/fs/cgroup/memory{memory}".TrimEnd('/'), $"{CpuMount()}{cpu}".TrimEnd('/'), false);
        }

        var own = Array.Find(lines, l => l[0] == "0")?[2] ?? throw new IOException("/proc/self/cgroup names no group");
        var folder = $"/sys/fs/cgroup{own}".TrimEnd('/');
        if (!File.ReadAllText($"{folder}/cgroup.subtree_control").Split(' ', '\n').Contains("memory", StringComparer.Ordinal))
        {
            throw new IOException($"the controller memory is not delegated below {folder}");
        }

        return (folder, folder, true);
    }

    private static string CpuMount() =>
        Directory.Exists("/sys/fs/cgroup/cpuacct") ? "/sys/fs/cgroup/cpuacct" : "/sys/fs/cgroup/cpu,cpuacct";

    private static long Number(string file) =>
        long.TryParse(ProcessFile.Read(file)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static long Entry(string file, string key)
    {
        var line = ProcessFile.Read(file)?.Split('\n').FirstOrDefault(l => l.StartsWith(key + " ", StringComparison.Ordinal));
        return long.TryParse(line?[(key.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
    }

    private static void RemoveIfEmpty(string folder)
    {
        try
        {
            // The files in it are the kernel's and go with it: rmdir, never a recursive delete.
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Still in use for a moment: swept when the next host is probed.
        }
    }
}
