using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Files;

/// <summary>
/// A folder whose content somebody hostile has made, as the runner reads and writes it. Every step is taken from an open folder to a name in
/// it by openat2 with RESOLVE_BENEATH and RESOLVE_NO_SYMLINKS: the kernel refuses links and ways out, whatever is changed meanwhile.
/// </summary>
internal sealed unsafe class GuardedTree : IDisposable
{
    internal const int LargestDepth = 64;

    private const int ReadOnly = 0;
    private const int WriteOnly = 1;
    private const int Create = 0x40;
    private const int Exclusive = 0x80;
    private const int PathOnly = 0x200000;
    private const int NoFollow = 0x20000;
    private const int FolderOnly = 0x10000;
    private const ulong NoMagicLinks = 2;
    private const ulong NoSymbolicLinks = 4;
    private const ulong Beneath = 8;
    private const int ErrorLoop = 40;
    private const int ErrorCrossDevice = 18;
    private const int ErrorNotFolder = 20;

    private readonly Descriptor _root;

    /// <param name="hostFolder">A folder that only the runner can replace.</param>
    internal GuardedTree(string hostFolder)
    {
        var how = stackalloc ulong[] { FolderOnly | Native.CloseOnExec, 0, 0 };
        _root = new Descriptor(Descriptor.Checked(Native.OpenAt2(-100, hostFolder, how, 24), $"opening '{hostFolder}'"));
    }

    public void Dispose() => _root.Dispose();

    /// <summary>Reads a regular file; null where there is none.</summary>
    internal byte[]? Read(string path, int limit, string shown)
    {
        using var file = Open(_root, path, ReadOnly | Native.NonBlocking | NoFollow, shown);
        if (file is null)
        {
            return null;
        }

        var status = FileStatus.Of(file) ?? throw Refused(shown, "its status cannot be read");
        if (!status.IsRegular)
        {
            throw Refused(shown, $"a {status.Kind}");
        }

        if (status.Size > limit)
        {
            throw new SandboxException(shown, $"{status.Size} bytes", $"at most {limit}", "write less, or read with a larger limit");
        }

        using var stream = Stream(file, FileAccess.Read);
        var content = new byte[(int)status.Size];
        return content[..stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Writes a file, gives it to a user, and returns its bytes; what stood at its name is removed first, never written through.</summary>
    internal long Write(string path, Stream content, uint owner, UnixFileMode mode, string shown)
    {
        var slash = path.LastIndexOf('/');
        using var folder = MakeFolder(slash < 0 ? "" : path[..slash], owner, shown);
        var name = path[(slash + 1)..];
        if (Native.unlinkat(folder.Number, name, 0) != 0 && Marshal.GetLastPInvokeError() != Native.NoEntry)
        {
            throw Refused(shown, Descriptor.Reason());
        }

        using var file = Open(folder, name, WriteOnly | Create | Exclusive | NoFollow, shown, 0x180)!;
        using var stream = Stream(file, FileAccess.Write);
        content.CopyTo(stream);
        File.SetUnixFileMode(stream.SafeFileHandle, mode);
        GiveTo(file, owner, shown);
        return stream.Length;
    }

    /// <summary>Opens a folder and makes what is missing on the way.</summary>
    internal Descriptor MakeFolder(string path, uint owner, string shown)
    {
        var current = Open(_root, ".", FolderOnly, shown)!;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            using var parent = current;
            var made = Native.mkdirat(parent.Number, part, 0x1ED) == 0;
            current = Open(parent, part, FolderOnly | NoFollow, shown) ?? throw Refused(shown, $"'{part}' is no folder");
            if (made)
            {
                GiveTo(current, owner, shown);
            }
        }

        return current;
    }

    /// <summary>Copies regular files and folders to a folder of the host, which gets no link and no more bytes than allowed.</summary>
    internal CopyReport CopyOut(string path, string hostFolder, long bytesAllowed, string shown)
    {
        using var from = Open(_root, path.Length == 0 ? "." : path, FolderOnly | NoFollow, shown) ?? throw Refused(shown, "no such folder");
        var copy = new Copy(bytesAllowed);
        Directory.CreateDirectory(hostFolder);
        copy.Folder(from, hostFolder, "", 0);
        return new CopyReport(copy.Files, copy.Bytes, copy.Left);
    }

    private static Descriptor? Open(Descriptor folder, string path, int flags, string shown, ulong mode = 0)
    {
        var how = stackalloc ulong[] { (ulong)(flags | Native.CloseOnExec), mode, Beneath | NoSymbolicLinks | NoMagicLinks };
        var number = Native.OpenAt2(folder.Number, path, how, 24);
        return number >= 0
            ? new Descriptor(number)
            : Marshal.GetLastPInvokeError() switch
            {
                Native.NoEntry => null,
                ErrorLoop or ErrorCrossDevice => throw Refused(shown, "reached through a symbolic link"),
                ErrorNotFolder => throw Refused(shown, "no folder"),
                _ => throw Refused(shown, Descriptor.Reason()),
            };
    }

    private static void GiveTo(Descriptor file, uint owner, string shown)
    {
        // Where this process is not root everything is its own already.
        if (Native.geteuid() == 0 && Native.fchown(file.Number, owner, owner) != 0)
        {
            throw Refused(shown, Descriptor.Reason());
        }
    }

    private static FileStream Stream(Descriptor file, FileAccess access) =>
        new(new SafeFileHandle(file.Number, ownsHandle: false), access, bufferSize: 0);

    private static SandboxException Refused(string path, string found) =>
        new(
            path,
            found,
            "a regular file or folder below the sandbox's folders, reached without a link",
            "remove it, or choose another path"
        );

    private sealed class Copy(long bytesAllowed)
    {
        internal int Files { get; private set; }

        internal long Bytes { get; private set; }

        internal List<NotCopied> Left { get; } = [];

        internal void Folder(Descriptor from, string to, string path, int depth)
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries($"/proc/self/fd/{from.Number}").Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(entry);
                var child = path.Length == 0 ? name : $"{path}/{name}";
                try
                {
                    One(from, name, Path.Combine(to, name), child, depth);
                }
                catch (SandboxException e)
                {
                    Left.Add(new NotCopied(child, e.Message.Split('\n')[0]));
                }
            }
        }

        private void One(Descriptor folder, string name, string to, string path, int depth)
        {
            // Looked at before it is opened: opening a device or a pipe can have an effect.
            using var looked = Open(folder, name, PathOnly | NoFollow, path);
            var status = looked is null ? null : FileStatus.Of(looked);
            if (status is not { } known || !(known.IsRegular || known.IsFolder))
            {
                Left.Add(new NotCopied(path, status?.Kind ?? "gone"));
            }
            else if (known.IsFolder && depth == LargestDepth)
            {
                Left.Add(new NotCopied(path, $"more than {LargestDepth} folders deep"));
            }
            else if (known.IsFolder)
            {
                using var inner = Open(folder, name, FolderOnly | NoFollow, path)!;
                Directory.CreateDirectory(to);
                Folder(inner, to, path, depth + 1);
            }
            else if (known.Size > bytesAllowed - Bytes)
            {
                Left.Add(new NotCopied(path, $"{known.Size} bytes: the copy would exceed {bytesAllowed}"));
            }
            else
            {
                RegularFile(folder, name, to, path, known);
            }
        }

        private void RegularFile(Descriptor folder, string name, string to, string path, FileStatus status)
        {
            using var file = Open(folder, name, ReadOnly | Native.NonBlocking | NoFollow, path)!;
            using var source = Stream(file, FileAccess.Read);
            using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
            source.CopyTo(target);
            const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            var executable = ((UnixFileMode)(status.Mode & 0x1FF) & Execute) != UnixFileMode.None;
            File.SetUnixFileMode(target.SafeFileHandle, (UnixFileMode)0x1A4 | (executable ? Execute : UnixFileMode.None));
            Files++;
            Bytes += target.Length;
        }
    }
}
