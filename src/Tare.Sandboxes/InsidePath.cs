namespace Tare.Sandboxes;

/// <summary>Paths as commands see them: absolute, without <c>.</c>, <c>..</c>, empty parts or zero bytes.</summary>
internal static class InsidePath
{
    private static readonly string[] s_reserved =
    [
        "/usr",
        "/bin",
        "/sbin",
        "/lib",
        "/lib64",
        "/etc",
        "/proc",
        "/sys",
        "/dev",
        "/tmp",
        "/home",
    ];

    /// <summary>Refuses what cannot be a mount point of its own in a sandbox.</summary>
    internal static void Check(string place, string path)
    {
        if (!IsPlain(path) || s_reserved.Any(r => path == r || IsBelow(path, r)))
        {
            throw new SandboxException(
                place,
                $"'{path}'",
                "an absolute path without '..', outside " + string.Join(", ", s_reserved),
                "use a folder such as /work"
            );
        }
    }

    internal static bool IsPlain(string path) =>
        path.Length > 1
        && path[0] == '/'
        && !path.Contains('\0', StringComparison.Ordinal)
        && path[1..].Split('/').All(part => part is not ("" or "." or ".."));

    internal static bool IsBelow(string path, string folder) => path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
