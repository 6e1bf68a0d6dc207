using System.Globalization;
using System.Runtime.InteropServices;
using Tare.Sandboxes.Files;
using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Hosts;

/// <summary>Where everything lies that the commands of one sandbox can write: a file system of its own with a size where the host allows it.</summary>
internal sealed class WorkStore : IDisposable
{
    private const nuint NoSetUser = 2;
    private const nuint NoDevices = 4;
    private const int Detach = 2;

    private readonly Slot _slot;
    private readonly UserRange? _users;
    private readonly SandboxPolicy _policy;
    private CommandIdentity _owner = CommandIdentity.Agent;

    private WorkStore(Slot slot, UserRange? users, SandboxPolicy policy)
    {
        _slot = slot;
        _users = users;
        _policy = policy;
    }

    internal string Files => $"{_slot.Folder}/files";

    internal string Work => $"{Files}/work";

    internal string VerifierLogs => $"{Files}/verifier/logs";

    /// <summary>The folder that commands see as <c>/etc</c>.</summary>
    internal string Settings => $"{_slot.Folder}/etc";

    /// <summary>Opens a store.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="users">The user ids, or null where all is this user's.</param>
    /// <param name="policy">Sizes.</param>
    /// <param name="sized">True for a file system of its own.</param>
    internal static WorkStore Open(Slot slot, UserRange? users, SandboxPolicy policy, bool sized)
    {
        var store = new WorkStore(slot, users, policy);
        Directory.CreateDirectory(store.Files);
        if (sized && !TryMount(store.Files, policy, out var why))
        {
            throw new SandboxException(store.Files, why, "a file system of its own with a size", "use best-effort isolation");
        }

        foreach (
            var folder in new[]
            {
                "agent/tmp",
                "agent/home",
                "agent/shm",
                "verifier/tmp",
                "verifier/home",
                "verifier/shm",
                "verifier/logs",
                "work",
            }
        )
        {
            Directory.CreateDirectory($"{store.Files}/{folder}", (UnixFileMode)0x1C0);
            var identity = folder.StartsWith("verifier", StringComparison.Ordinal) ? CommandIdentity.Verifier : CommandIdentity.Agent;
            if (users is not null)
            {
                _ = Native.lchown($"{store.Files}/{folder}", store.UserOf(identity), store.UserOf(identity));
            }
        }

        store.WriteSettings();
        return store;
    }

    internal static bool TryMount(string folder, SandboxPolicy policy, out string why)
    {
        var size = policy.WorkFolderBytes.ToString(CultureInfo.InvariantCulture);
        // The folders that are made above and the root take a few of the files.
        var files = (policy.Files + 16).ToString(CultureInfo.InvariantCulture);
        var done = Native.mount("tare", folder, "tmpfs", NoSetUser | NoDevices, $"size={size},nr_inodes={files},mode=0700") == 0;
        why = done ? "" : $"mount of a tmpfs: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}";
        return done;
    }

    /// <summary>Gives back what the kernel holds for a slot's folder.</summary>
    internal static void Release(string slotFolder) => _ = Native.umount2($"{slotFolder}/files", Detach);

    internal string FolderOf(CommandIdentity identity) => $"{Files}/{(identity == CommandIdentity.Agent ? "agent" : "verifier")}";

    internal uint UserOf(CommandIdentity identity) =>
        _users is not { } users ? Native.geteuid()
        : identity == CommandIdentity.Agent ? users.Agent(_slot.Number)
        : users.Verifier(_slot.Number);

    /// <summary>Gives the work folder to the one whose command comes next. No command runs now, so nothing can be changed under the walk.</summary>
    internal void HandOverTo(CommandIdentity identity)
    {
        if (identity == _owner)
        {
            return;
        }

        if (_users is not null)
        {
            var user = UserOf(identity).ToString(CultureInfo.InvariantCulture);
            var code = HostTool.Run("/bin/chown", "-R", "-P", "-h", $"{user}:{user}", "--", Work);
            if (code != 0)
            {
                throw new SandboxException(
                    Work,
                    $"chown ended with {code}",
                    "that the work folder can be handed over",
                    "open a new sandbox"
                );
            }
        }

        _owner = identity;
    }

    /// <summary>The folder of the host and the rest of the path for a path as commands see it, and who owns what is written there.</summary>
    internal (string Folder, string Below, uint Owner) Resolve(string path)
    {
        (string Inside, string Host, CommandIdentity Owner)[] roots =
        [
            (_policy.WorkFolder, Work, _owner),
            (_policy.VerifierFolder, VerifierLogs, CommandIdentity.Verifier),
            (BubblewrapArguments.Scratch, $"{Files}/agent/tmp", CommandIdentity.Agent),
            (BubblewrapArguments.Home, $"{Files}/agent/home", CommandIdentity.Agent),
        ];
        var root = Array.Find(roots, r => path == r.Inside || InsidePath.IsBelow(path, r.Inside));
        if (root.Host is null || !InsidePath.IsPlain(path))
        {
            throw new SandboxException(
                path,
                "not in a folder that commands can write",
                $"an absolute path below {string.Join(", ", roots.Select(r => r.Inside))}, without '..'",
                "choose such a path"
            );
        }

        return (root.Host, path[root.Inside.Length..].Trim('/'), UserOf(root.Owner));
    }

    /// <summary>True when a store without a size of its own has grown past the policy's, or hides something from the count.</summary>
    internal bool IsFull()
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = false,
        };
        var (files, bytes) = (0L, 0L);
        try
        {
            foreach (var file in new DirectoryInfo(Files).EnumerateFileSystemInfos("*", options))
            {
                files++;
                // Between the listing and the look a file may go.
                bytes += FileStatus.Of(file.FullName) is { IsRegular: true } status ? status.Size : 0;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Deeper than a path can say, or closed even to its owner: what cannot be counted counts as too much.
            return true;
        }

        return bytes > _policy.WorkFolderBytes || files > _policy.Files + 16;
    }

    public void Dispose() => _slot.Dispose();

    private void WriteSettings()
    {
        var (agent, verifier) = _users is null ? (1000u, 1000u) : (UserOf(CommandIdentity.Agent), UserOf(CommandIdentity.Verifier));
        string Line(string name, uint id) => $"{name}:x:{id}:{id}::{BubblewrapArguments.Home}:/bin/bash\n";
        var settings = new (string Name, string Text)[]
        {
            (
                "passwd",
                $"root:x:0:0::/:/usr/sbin/nologin\n{Line("agent", agent)}{Line("verifier", verifier)}nobody:x:65534:65534::/:/usr/sbin/nologin\n"
            ),
            ("group", $"root:x:0:\nagent:x:{agent}:\nverifier:x:{verifier}:\nnogroup:x:65534:\n"),
            ("hosts", "127.0.0.1 localhost sandbox\n::1 localhost\n"),
            ("nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n"),
        };
        Directory.CreateDirectory(Settings);
        foreach (var (name, text) in settings)
        {
            File.WriteAllText($"{Settings}/{name}", text);
            // Readable whatever mask the runner was started with.
            File.SetUnixFileMode($"{Settings}/{name}", (UnixFileMode)0x1A4);
        }

        foreach (var name in SystemView.Names)
        {
            if (Directory.Exists($"/etc/{name}"))
            {
                Directory.CreateDirectory($"{Settings}/{name}");
            }
            else
            {
                File.WriteAllBytes($"{Settings}/{name}", []);
            }
        }

        File.CreateSymbolicLink($"{Settings}/os-release", "../usr/lib/os-release");
        File.SetUnixFileMode(Settings, (UnixFileMode)0x1ED);
    }
}
