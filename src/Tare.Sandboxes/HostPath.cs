namespace Tare.Sandboxes;

/// <summary>Paths of the host that a policy or a command names.</summary>
internal static class HostPath
{
    internal static void Check(string place, string path)
    {
        if (!Path.IsPathFullyQualified(path) || path.Contains('\0', StringComparison.Ordinal) || !Path.Exists(path))
        {
            throw new SandboxException(place, $"'{path}'", "an absolute path of an existing file or folder", "correct the path");
        }
    }

    /// <summary>The path without any symbolic link in it.</summary>
    internal static string Real(string path)
    {
        var resolved = "/";
        foreach (var part in Path.GetFullPath(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(resolved, part);
            FileSystemInfo info = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            // The target of a link may itself lie behind links further up.
            resolved = info.LinkTarget is null ? next : Real(info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next);
        }

        return resolved;
    }
}
