using Tare.Sandboxes.Files;

namespace Tare.Sandboxes.Containers;

/// <summary>Copies regular files and folders alone, so that an engine sees no link of the host.</summary>
internal static class HostStage
{
    internal static CopyReport Into(string from, string to)
    {
        var left = new List<NotCopied>();
        var (files, bytes) = (0, 0L);
        var pending = new Stack<(string From, string To)>([(from, to)]);
        while (pending.TryPop(out var next))
        {
            var status = FileStatus.Of(next.From);
            if (status is { IsFolder: true })
            {
                Directory.CreateDirectory(next.To);
                File.SetUnixFileMode(next.To, (UnixFileMode)0x1ED);
                foreach (var entry in Directory.EnumerateFileSystemEntries(next.From))
                {
                    pending.Push((entry, Path.Combine(next.To, Path.GetFileName(entry))));
                }
            }
            else if (status is { IsRegular: true } regular)
            {
                File.Copy(next.From, next.To);
                File.SetUnixFileMode(next.To, (UnixFileMode)(regular.Mode & 0x1FF));
                files++;
                bytes += new FileInfo(next.To).Length;
            }
            else
            {
                left.Add(new NotCopied(Path.GetRelativePath(from, next.From), status?.Kind ?? "gone"));
            }
        }

        return new CopyReport(files, bytes, left);
    }
}
