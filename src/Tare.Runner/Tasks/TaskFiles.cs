using Tare.Records;

namespace Tare.Runner;

/// <summary>The files of a task folder: regular files and folders alone, so that the folder means the same wherever it lies.</summary>
internal static class TaskFiles
{
    private const int Most = 20_000;
    private const long LargestTotal = 1L << 30;

    /// <summary>Relative paths with <c>/</c>, in ordinal order.</summary>
    internal static IReadOnlyList<string> Of(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw InputException.At(folder, "no such folder", "a task folder with task.toml", "correct the path");
        }

        var found = new List<string>();
        var bytes = 0L;
        var pending = new Stack<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (pending.TryPop(out var next))
        {
            foreach (var entry in next.EnumerateFileSystemInfos())
            {
                CheckKind(entry);
                if (entry is DirectoryInfo inner)
                {
                    pending.Push(inner);
                    continue;
                }

                found.Add(Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/'));
                bytes += ((FileInfo)entry).Length;
                if (found.Count > Most || bytes > LargestTotal)
                {
                    throw InputException.At(
                        folder,
                        $"more than {Most} files or {LargestTotal >> 20} MiB",
                        "a task of less",
                        "make large data in a generator, or leave out what is not needed"
                    );
                }
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    internal static void Need(string folder, string file, string nextStep)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw InputException.At(path, "is missing", $"a task folder with {file}", nextStep);
        }
    }

    private static void CheckKind(FileSystemInfo entry)
    {
        const FileAttributes special = FileAttributes.ReparsePoint | FileAttributes.Device;
        if (entry.LinkTarget is not null || (entry.Attributes & special) != FileAttributes.None)
        {
            throw InputException.At(
                TaskText.Line(entry.FullName),
                "a link, pipe or device",
                "regular files and folders alone in a task",
                "put the file itself there"
            );
        }
    }
}
