namespace Tare.Sandboxes.Files;

/// <summary>Copies a file or folder of the host into a sandbox.</summary>
internal static class HostCopy
{
    internal static CopyReport Into(GuardedTree tree, string hostPath, string path, uint owner, string shown)
    {
        var left = new List<NotCopied>();
        var (files, bytes) = (0, 0L);
        if (FileStatus.Of(hostPath) is { IsRegular: true } single)
        {
            One(hostPath, path, single);
            return new CopyReport(files, bytes, left);
        }

        tree.MakeFolder(path, owner, shown).Dispose();
        var pending = new Stack<(string Host, string Inside)>([(hostPath, path)]);
        while (pending.TryPop(out var folder))
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(folder.Host).Order(StringComparer.Ordinal))
            {
                var inside = $"{folder.Inside}/{Path.GetFileName(entry)}";
                var status = FileStatus.Of(entry);
                if (status is { IsFolder: true })
                {
                    tree.MakeFolder(inside, owner, shown).Dispose();
                    pending.Push((entry, inside));
                }
                else if (status is { IsRegular: true } regular)
                {
                    One(entry, inside, regular);
                }
                else
                {
                    left.Add(new NotCopied(Path.GetRelativePath(hostPath, entry), status?.Kind ?? "gone"));
                }
            }
        }

        return new CopyReport(files, bytes, left);

        void One(string host, string inside, FileStatus status)
        {
            using var content = File.OpenRead(host);
            bytes += tree.Write(inside, content, owner, (UnixFileMode)(status.Mode & 0x1FF), shown);
            files++;
        }
    }
}
