using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Hosts;

/// <summary>
/// A program of the host that walks a folder of hostile content: the core utilities go from open folder to name and follow no link, at any
/// depth, which a recursion over paths does not.
/// </summary>
internal static class HostTool
{
    /// <summary>Runs it to its end; its exit code.</summary>
    internal static int Run(string program, params string[] arguments)
    {
        using var nothing = Descriptor.OfBytes([]);
        using var output = Descriptor.OfBytes([]);
        using var process = SpawnedProcess.Start([program, .. arguments], ["PATH=/usr/bin:/bin", "LC_ALL=C"], [nothing, output, output]);
        _ = process.WaitForEnd(-1);
        return process.ExitCode;
    }
}
