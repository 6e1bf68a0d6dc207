using System.Text.Json;
using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Hosts;

/// <summary>What bubblewrap writes about the sandbox that it has built.</summary>
internal static class BubblewrapInfo
{
    private const int LargestInfo = 4096;

    /// <summary>The first process of the sandbox, by its number on the host; null before it exists.</summary>
    internal static int? ChildOf(Descriptor info)
    {
        try
        {
            using var document = JsonDocument.Parse(info.ReadFromStart(LargestInfo));
            return document.RootElement.TryGetProperty("child-pid", out var child) ? child.GetInt32() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A sandbox that was never built is not a command that failed.</summary>
    internal static void ThrowIfNotStarted(Descriptor info, CommandResult result)
    {
        if (result.End == CommandEnd.Exited && ChildOf(info) is null)
        {
            throw new SandboxException(
                "bubblewrap",
                $"exit code {result.ExitCode}: {result.Error.ToString().Trim()}",
                "that it builds the sandbox",
                "probe the host again; see docs/design/sandboxes.md"
            );
        }
    }
}
