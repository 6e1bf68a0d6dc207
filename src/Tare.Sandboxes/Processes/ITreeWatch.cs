namespace Tare.Sandboxes.Processes;

/// <summary>Sees and ends all processes of a command.</summary>
internal interface ITreeWatch : IDisposable
{
    /// <summary>What the tree uses now.</summary>
    /// <param name="root">The process that was started.</param>
    TreeUsage Measure(int root);

    /// <summary>Largest memory at any time by the kernel's count; null where it keeps none.</summary>
    long? PeakBytes();

    /// <summary>Ends what still runs after the first process has ended; true when nothing is left.</summary>
    bool KillRemaining(int root);
}
