namespace Tare.Sandboxes;

/// <summary>What a sandbox must be able to promise before it runs anything.</summary>
public enum IsolationLevel
{
    /// <summary>Every guarantee by the kernel; memory at least by the watchdog. For commands that a model writes.</summary>
    Strict,

    /// <summary>File system, network and process tree by the kernel; the others as far as the host can, each weaker one named in <see cref="ISandbox.Warnings"/>.</summary>
    BestEffort,
}
