using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Containers;

/// <summary>A small root file system made of programs of the host and the libraries that they need: an image that nobody has to fetch.</summary>
internal static class HostRootFolder
{
    private static readonly string[] s_programs = ["bash", "cat", "chmod", "chown", "head", "ls", "mkdir", "rm", "sleep"];

    /// <summary>Writes <c>Dockerfile</c> and <c>root/</c>.</summary>
    internal static void Write(string folder)
    {
        foreach (var program in s_programs)
        {
            var path = new[] { "/usr/bin/", "/bin/" }.Select(f => f + program).FirstOrDefault(File.Exists) ?? throw Lacks(program);
            Copy(path, $"{folder}/root/bin/{program}");
            foreach (var library in Libraries(path))
            {
                Copy(library, $"{folder}/root{library}");
            }
        }

        File.WriteAllText($"{folder}/Dockerfile", "FROM scratch\nCOPY root/ /\nWORKDIR /work\n");
    }

    private static IEnumerable<string> Libraries(string program)
    {
        var launch = new Launch { Arguments = ["/usr/bin/ldd", program], Environment = ["PATH=/usr/bin:/bin", "LC_ALL=C"] };
        var limits = new CommandLimits
        {
            WallClock = TimeSpan.FromSeconds(10),
            Cpu = TimeSpan.MaxValue,
            OutputBytes = 64 << 10,
        };
        var result = Supervisor
            .RunAsync(launch, limits, new ProcessListWatch(long.MaxValue), CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        // "name => path (address)" or "path (address)".
        return result
            .Output.ToString()
            .Split('\n')
            .Select(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length >= 2 && w[^1].StartsWith("(0x", StringComparison.Ordinal) && w[^2].StartsWith('/'))
            .Select(w => w[^2]);
    }

    private static void Copy(string from, string to)
    {
        if (!File.Exists(to))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }
    }

    private static SandboxException Lacks(string program) =>
        new("container engine", $"the host has no {program} to try it with", "the core utilities and bash", "install them");
}
