using System.Collections.Concurrent;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>Which programs commands find. All sandboxes of a kind show the same system, so that each program is looked for once a kind, image and search path.</summary>
internal sealed class ToolProbe
{
    private readonly ConcurrentDictionary<(Type Kind, string Image, string Path, string Tool), bool> _known = new();

    internal async Task<IReadOnlyList<string>> MissingAsync(EvalTask task, ISandbox sandbox, CancellationToken cancel)
    {
        var tools = task.Tools;
        var image = task.Container is null ? "" : TaskImages.NameOf(task);
        var path = sandbox.Policy.Environment.TryGetValue("PATH", out var own) ? own : "";
        (Type, string, string, string) Key(string tool) => (sandbox.GetType(), image, path, tool);
        string[] unknown = [.. tools.Where(t => !_known.ContainsKey(Key(t))).Distinct(StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            var look = new SandboxedCommand([
                "bash",
                "--noprofile",
                "--norc",
                "-c",
                "for t; do command -v -- \"$t\" > /dev/null && echo \"$t\"; done; true",
                "bash",
                .. unknown,
            ]);
            var result = await sandbox.RunAsync(look, cancel);
            cancel.ThrowIfCancellationRequested();
            if (result is not { End: CommandEnd.Exited, ExitCode: 0 })
            {
                throw new SandboxException(
                    $"looking for {string.Join(", ", unknown)} in the sandbox ended with {result.End}: {TaskText.Line(result.Error.ToString())}"
                );
            }

            var found = result.Output.ToString().Split('\n');
            foreach (var tool in unknown)
            {
                _known[Key(tool)] = found.Contains(tool);
            }
        }

        return [.. tools.Where(t => !_known[Key(t)])];
    }
}
