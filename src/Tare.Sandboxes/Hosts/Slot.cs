using System.Globalization;
using System.Runtime.InteropServices;
using Tare.Sandboxes.Files;
using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Hosts;

/// <summary>A number that one open sandbox on this host has: its folder is the lock, so that several runners share the user ids.</summary>
internal sealed class Slot : IDisposable
{
    private static readonly TimeSpan s_unclaimed = TimeSpan.FromMinutes(1);

    private Slot(int number, string folder)
    {
        Number = number;
        Folder = folder;
    }

    internal int Number { get; }

    internal string Folder { get; }

    /// <summary>Name of what belongs to the slot outside of its folder.</summary>
    internal string Name => NameOf(Number);

    /// <summary>The folder of all slots: this user's, and no link that somebody else has laid.</summary>
    internal static string Parent()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"tare-sandboxes-{Native.geteuid()}");
        _ = Native.mkdir(folder, 0x1C0);
        var status = FileStatus.Of(folder);
        if (status is not { IsFolder: true } known || known.User != Native.geteuid() || (known.Mode & 0x3F) != 0)
        {
            throw new SandboxException(
                folder,
                status is null ? "cannot be made" : "belongs to somebody else, or others can enter it",
                "a folder of this user alone (mode 0700)",
                "remove it, or set TMPDIR to a folder of your own"
            );
        }

        return folder;
    }

    internal static Slot Take(string parent)
    {
        for (var number = 0; number < UserRange.Sandboxes; number++)
        {
            var folder = Path.Combine(parent, number.ToString(CultureInfo.InvariantCulture));
            if (Native.mkdir(folder, 0x1C0) == 0)
            {
                File.WriteAllText(Path.Combine(folder, "owner"), Owner(Environment.ProcessId));
                return new Slot(number, folder);
            }

            var error = Marshal.GetLastPInvokeError();
            if (error != Native.Exists)
            {
                throw new SandboxException(folder, Marshal.GetPInvokeErrorMessage(error), "a new folder", "free space, or set TMPDIR");
            }
        }

        throw new SandboxException(parent, $"{UserRange.Sandboxes} sandboxes are open", "fewer at one time", "close some");
    }

    /// <summary>Removes what runners left that were killed.</summary>
    internal static void Sweep(string parent)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent))
        {
            var owner = ProcessFile.Read(Path.Combine(folder, "owner"));
            var young = Directory.GetCreationTimeUtc(folder) > TimeProvider.System.GetUtcNow().UtcDateTime - s_unclaimed;
            // Empty for the moment between the making of the file and its first byte.
            var alive = string.IsNullOrEmpty(owner)
                ? young
                : int.TryParse(owner.Split(' ')[0], CultureInfo.InvariantCulture, out var id) && Owner(id) == owner;
            if (!alive && int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                ControlGroup.RemoveStale(NameOf(number));
                Remove(folder);
            }
        }
    }

    public void Dispose() => Remove(Folder);

    private static string NameOf(int number) => $"tare-sandbox-{Native.geteuid()}-{number}";

    // The number of a process is used again after its end; with its start it is not.
    private static string Owner(int process) => $"{process} {ProcessFile.StatOf(process)?.StartTicks ?? 0}";

    private static void Remove(string folder)
    {
        WorkStore.Release(folder);
        HostTool.Run("/bin/rm", "-rf", "--one-file-system", "--", folder);
    }
}
