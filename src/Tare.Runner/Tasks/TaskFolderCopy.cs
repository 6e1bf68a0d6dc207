using System.Runtime.Versioning;

namespace Tare.Runner;

/// <summary>Copies a task folder, so that a run carries the tasks that it ran.</summary>
internal static class TaskFolderCopy
{
    internal static EvalTask To(EvalTask task, string folder)
    {
        foreach (var file in TaskFiles.Of(task.Folder))
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(task.Folder, file), target);
        }

        OpenToAll(folder);
        return EvalTask.Read(folder, task.Id);
    }

    /// <summary>Tests and solutions are shown to commands of other users, whatever mask the runner was started with.</summary>
    internal static void OpenToAll(string folder)
    {
        // There are no sandboxes and no such modes elsewhere.
        if (OperatingSystem.IsLinux())
        {
            OpenOnLinux(folder);
        }
    }

    [SupportedOSPlatform("linux")]
    private static void OpenOnLinux(string folder)
    {
        const UnixFileMode forAll = (UnixFileMode)0x1ED;
        const UnixFileMode readable = (UnixFileMode)0x1A4;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            entry.UnixFileMode = entry is DirectoryInfo || entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? forAll : readable;
        }

        File.SetUnixFileMode(folder, forAll);
    }
}
