namespace Tare.Sandboxes.Hosts;

/// <summary>
/// What every command sees of the host: its programs, and of <c>/etc</c> what programs need, nothing that says who uses the host or how.
/// Few places on purpose: bubblewrap reads the table of mounts again for each, so that ten more cost as much as the command.
/// </summary>
internal static class SystemView
{
    private static readonly string[] s_links = ["bin", "sbin", "lib", "lib32", "lib64", "libx32"];

    private static readonly Lazy<IReadOnlyList<string>> s_programs = new(FindPrograms);

    /// <summary>Names in <c>/etc</c> that are shown where the host has them: the loader's list, chosen alternatives, certificates, Java.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        .. new[] { "ld.so.cache", "alternatives", "ssl", "pki" }.Where(n => Path.Exists($"/etc/{n}")),
        .. new DirectoryInfo("/etc").EnumerateDirectories("java-*").Select(d => d.Name).Order(StringComparer.Ordinal),
    ];

    /// <summary>Options that show <c>/usr</c> and the folders of the root that belong to it.</summary>
    internal static IReadOnlyList<string> Programs => s_programs.Value;

    /// <summary>Options that show <see cref="Names"/>, in a folder that has an entry for each.</summary>
    internal static IEnumerable<string> Settings => Names.SelectMany(n => new[] { "--ro-bind", $"/etc/{n}", $"/etc/{n}" });

    private static string[] FindPrograms()
    {
        string[] options = ["--ro-bind", "/usr", "/usr"];
        foreach (var folder in s_links.Select(l => new DirectoryInfo($"/{l}")))
        {
            string[] one =
                folder.LinkTarget is { } target ? ["--symlink", target, folder.FullName]
                : folder.Exists ? ["--ro-bind", folder.FullName, folder.FullName]
                : [];
            options = [.. options, .. one];
        }

        return options;
    }
}
