using Tare.Sandboxes.Files;

namespace Tare.Sandboxes.Hosts;

/// <summary>The runner's own way to the files of a sandbox, by the paths that commands see.</summary>
internal sealed class StoreFiles(WorkStore store, long bytesAllowed)
{
    private const UnixFileMode Plain = (UnixFileMode)0x1A4;

    internal CopyReport CopyIn(string hostPath, string path)
    {
        HostPath.Check("CopyIn", hostPath);
        return In(path, (tree, below, owner) => HostCopy.Into(tree, hostPath, below, owner, path));
    }

    internal CopyReport CopyOut(string path, string hostFolder)
    {
        if (Directory.Exists(hostFolder) && Directory.EnumerateFileSystemEntries(hostFolder).Any())
        {
            throw new SandboxException(hostFolder, "is not empty", "a folder that does not exist or is empty", "choose another folder");
        }

        return In(path, (tree, below, _) => tree.CopyOut(below, hostFolder, bytesAllowed, path));
    }

    internal void Write(string path, ReadOnlySpan<byte> content)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        _ = In(path, (tree, below, owner) => tree.Write(below, stream, owner, Plain, path));
    }

    internal byte[]? Read(string path, int limit) => In(path, (tree, below, _) => tree.Read(below, limit, path));

    private T In<T>(string path, Func<GuardedTree, string, uint, T> use)
    {
        var (folder, below, owner) = store.Resolve(path);
        using var tree = new GuardedTree(folder);
        try
        {
            return use(tree, below, owner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException(
                $"{path}: {e.Message}\n  expected: that it can be read or written\n  next:     free space, or raise WorkFolderBytes",
                e
            );
        }
    }
}
