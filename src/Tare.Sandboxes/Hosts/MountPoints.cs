namespace Tare.Sandboxes.Hosts;

/// <summary>Places at which something of the host is shown must not lie where commands can write, nor hidden things where all see them.</summary>
internal static class MountPoints
{
    private static readonly string[] s_shadowed = [BubblewrapArguments.Scratch, BubblewrapArguments.Home, "/proc", "/dev", "/etc", "/usr"];

    internal static void Check(SandboxPolicy policy)
    {
        Apart("policy.VerifierFolder", policy.VerifierFolder, policy.WorkFolder);
        foreach (var path in policy.ReadOnlyPaths)
        {
            if (path == "/" || !InsidePath.IsPlain(path))
            {
                throw new SandboxException(
                    "policy.ReadOnlyPaths",
                    $"'{path}'",
                    "a folder or file, without '..'",
                    "name what commands need"
                );
            }

            Array.ForEach([.. s_shadowed, policy.WorkFolder, policy.VerifierFolder], f => Apart("policy.ReadOnlyPaths", path, f));
        }
    }

    internal static void Check(SandboxPolicy policy, SandboxedCommand command)
    {
        foreach (var hidden in command.HiddenFolders)
        {
            Apart("command.HiddenFolders", hidden.Path, policy.WorkFolder);
            Apart("command.HiddenFolders", hidden.Path, policy.VerifierFolder);
            var real = HostPath.Real(hidden.HostPath);
            var shown = policy
                .ReadOnlyPaths.Append("/usr")
                .Select(HostPath.Real)
                .FirstOrDefault(p => real == p || InsidePath.IsBelow(real, p));
            if (shown is not null)
            {
                throw new SandboxException(
                    "command.HiddenFolders",
                    $"'{hidden.HostPath}' lies below '{shown}', which every command sees",
                    "a folder that no other command sees",
                    "move it, or take the other out of policy.ReadOnlyPaths"
                );
            }
        }
    }

    private static void Apart(string place, string path, string other)
    {
        if (path == other || InsidePath.IsBelow(path, other) || InsidePath.IsBelow(other, path))
        {
            throw new SandboxException(place, $"'{path}'", $"a path that neither holds nor lies in '{other}'", "choose another path");
        }
    }
}
