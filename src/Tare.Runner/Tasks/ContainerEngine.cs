using System.ComponentModel;
using System.Diagnostics;

namespace Tare.Runner;

/// <summary>Whether a container engine works on this host, found by starting a container: a program that is installed proves nothing.</summary>
internal static class ContainerEngine
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly Lazy<string> s_probed = new(Probe);

    /// <summary>One line: which engine works here, or why none does.</summary>
    internal static string Probed => s_probed.Value;

    private static string Probe()
    {
        var failures = new List<string>();
        foreach (var engine in new[] { "podman", "docker" })
        {
            var failure = Failure(engine);
            if (failure is null)
            {
                return $"{engine} works on this host";
            }

            failures.Add($"{engine}: {failure}");
        }

        return $"no container engine works on this host: {string.Join("; ", failures)}";
    }

    // An image is not fetched for the probe; that it is missing is the answer of an engine that works.
    private static string? Failure(string engine)
    {
        var start = new ProcessStartInfo(engine, ["run", "--rm", "--pull", "never", "--network", "none", "hello-world"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            var error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(s_patience))
            {
                process.Kill(entireProcessTree: true);
                return "it does not answer";
            }

            var said = error.Result;
            var works =
                process.ExitCode == 0
                || said.Contains("Unable to find image", StringComparison.OrdinalIgnoreCase)
                || said.Contains("No such image", StringComparison.OrdinalIgnoreCase)
                || said.Contains("image not known", StringComparison.OrdinalIgnoreCase);
            return works ? null : TaskText.Line(said.Split('\n')[0]);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return "not installed";
        }
    }
}
