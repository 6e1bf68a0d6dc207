using System.Formats.Tar;
using System.Security.Cryptography;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary>
/// What a model server says that solves every task: it knows a task by the instruction in the request, and where several tasks have one instruction by what
/// it finds in the work folder; then it sends the task's solution through the tool <c>bash</c>.
/// </summary>
/// <param name="tasks">Folder of drawn tasks, <c>PACK/ITEM</c>, which need not be there before the first request.</param>
internal sealed class SolvingModel(string tasks)
{
    private readonly Lazy<ILookup<string, string>> _byInstruction = new(() =>
        Directory
            .EnumerateDirectories(tasks)
            .SelectMany(Directory.EnumerateDirectories)
            .ToLookup(t => File.ReadAllText(Path.Combine(t, "instruction.md")).Trim(), StringComparer.Ordinal)
    );

    /// <summary>The answer to a request.</summary>
    public ScriptedReply Answer(ScriptedRequest request)
    {
        var known = _byInstruction.Value.Where(g => Says(request, g.Key)).ShouldHaveSingleItem().ToList();
        if (known.Count == 1)
        {
            return request.Turn == 1 ? Solve(known[0]) : ScriptedReply.Say("DONE");
        }

        return request.Turn switch
        {
            1 => ScriptedReply.Bash("sha256sum *"),
            2 => Solve(known.Where(t => Files(t).All(h => Says(request, h))).ShouldHaveSingleItem()),
            _ => ScriptedReply.Say("DONE"),
        };
    }

    private static bool Says(ScriptedRequest request, string text) =>
        request.Messages.Any(m => m.Text.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<string> Files(string task) =>
        Directory
            .EnumerateFiles(Path.Combine(task, "environment"))
            .Select(f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f))));

    private static ScriptedReply Solve(string task)
    {
        using var archive = new MemoryStream();
        TarFile.CreateFromDirectory(Path.Combine(task, "solution"), archive, includeBaseDirectory: false);
        var packed = Convert.ToBase64String(archive.ToArray());
        return ScriptedReply.Bash($"d=$(mktemp -d) && base64 -d <<'END' | tar -x -C \"$d\" && bash \"$d/solve.sh\"\n{packed}\nEND\n");
    }
}
