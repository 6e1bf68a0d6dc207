using System.Text;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>Programs that a solution leaves in the work folder, and what may be put in their place.</summary>
internal static class WorkFolderPrograms
{
    private const int Most = 20;

    /// <summary>Relative paths of source files in a known language that the environment does not have in the same form.</summary>
    internal static IReadOnlyList<string> Of(EvalTask task, ISandbox sandbox)
    {
        var copy = Directory.CreateTempSubdirectory("tare-check-").FullName;
        try
        {
            sandbox.CopyOut(sandbox.Policy.WorkFolder, copy);
            return
            [
                .. Directory
                    .EnumerateFiles(copy, "*", SearchOption.AllDirectories)
                    .Select(f => Path.GetRelativePath(copy, f))
                    .Where(f =>
                        Cheats.Program(f, "") is not null && !Same(Path.Combine(copy, f), Path.Combine(task.Folder, "environment", f))
                    )
                    .Order(StringComparer.Ordinal)
                    .Take(Most),
            ];
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>Puts a program in the place of each; says which.</summary>
    internal static string Replace(EvalTask task, ISandbox sandbox, IReadOnlyList<string> programs, bool cheats)
    {
        var script = $"{sandbox.Policy.WorkFolder}/{Cheats.ProgramScript}";
        sandbox.WriteFile(script, Cheats.ProgramContent(cheats));
        foreach (var program in programs)
        {
            var content = Cheats.Program(program, sandbox.PathSeenByCommands(script))!;
            sandbox.WriteFile($"{sandbox.Policy.WorkFolder}/{program}", Encoding.UTF8.GetBytes(content));
        }

        return $"replaced {string.Join(", ", programs.Select(TaskText.Line))}";
    }

    private static bool Same(string left, string right) =>
        File.Exists(right) && File.ReadAllBytes(left).AsSpan().SequenceEqual(File.ReadAllBytes(right));
}
