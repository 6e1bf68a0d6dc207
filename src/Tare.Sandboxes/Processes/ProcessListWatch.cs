namespace Tare.Sandboxes.Processes;

/// <summary>
/// Sees a tree by descent in <c>/proc</c>. In a process name space that is all of it, since orphans become children of its first process.
/// The owner of <c>/proc/PID</c> would be no guide: a process can make it root's (prctl, PR_SET_DUMPABLE).
/// </summary>
/// <param name="memoryLimit">Above it memory is counted again, exactly, bytes.</param>
internal sealed class ProcessListWatch(long memoryLimit) : ITreeWatch
{
    private readonly Dictionary<int, long> _seen = [];

    public TreeUsage Measure(int root)
    {
        var tree = Tree(root);
        var memory = tree.Sum(p => ProcessFile.MemoryOf(p.Id));
        if (memory > memoryLimit)
        {
            memory = tree.Sum(p => ProcessFile.ProportionalMemoryOf(p.Id));
        }

        return new TreeUsage(tree.Aggregate(TimeSpan.Zero, (sum, p) => sum + p.Cpu), memory, tree.Sum(p => p.Threads), OutOfMemory: false);
    }

    public long? PeakBytes() => null;

    public bool KillRemaining(int root)
    {
        var left = Tree(root).Where(p => p.Id != root && !p.Ended).ToArray();
        foreach (var process in left)
        {
            _ = Native.kill(process.Id, Native.Kill);
        }

        return left.Length == 0;
    }

    public void Dispose() { }

    private List<ProcessFile.Stat> Tree(int root)
    {
        var all = ProcessFile.AllIds().Select(ProcessFile.StatOf).OfType<ProcessFile.Stat>().ToDictionary(p => p.Id);
        var members = all.Values.Where(p => p.Id == root || IsKnown(p) || Descends(p, root, all)).ToList();
        members.ForEach(p => _seen[p.Id] = p.StartTicks);
        return members;
    }

    // A process whose parent has ended is no descendant any more: what was seen once stays known, by number and start.
    private bool IsKnown(ProcessFile.Stat process) => _seen.TryGetValue(process.Id, out var start) && start == process.StartTicks;

    private static bool Descends(ProcessFile.Stat process, int root, Dictionary<int, ProcessFile.Stat> all)
    {
        for (var steps = 0; steps < all.Count; steps++)
        {
            if (process.Parent == root)
            {
                return true;
            }

            if (!all.TryGetValue(process.Parent, out process))
            {
                return false;
            }
        }

        return false;
    }
}
