namespace Tare.Sandboxes;

/// <summary>The environment of commands: what a policy lists, and nothing of the runner's.</summary>
internal static class CommandEnvironment
{
    internal static void Check(string place, IReadOnlyDictionary<string, string> variables)
    {
        foreach (var (name, value) in variables)
        {
            var plain = name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(name[0]);
            if (!plain || value.Contains('\0', StringComparison.Ordinal))
            {
                throw new SandboxException(
                    $"{place}[{name}]",
                    plain ? "its value holds a zero byte" : "no name of a variable",
                    "letters, digits and '_' in the name, no zero byte in the value",
                    "correct the variable"
                );
            }
        }
    }

    /// <summary><c>NAME=VALUE</c> lines in the order of their names.</summary>
    internal static IReadOnlyList<string> Of(SandboxPolicy policy, SandboxedCommand command, string home, string scratch)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = home,
            ["LANG"] = "C.UTF-8",
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["TMPDIR"] = scratch,
            ["USER"] = command.Identity == CommandIdentity.Agent ? "agent" : "verifier",
        };
        foreach (var (name, value) in policy.Environment.Concat(command.Environment))
        {
            variables[name] = value;
        }

        return [.. variables.Select(v => $"{v.Key}={v.Value}")];
    }
}
