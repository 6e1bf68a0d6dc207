using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>Draws task folders from a pack: its generator runs in a sandbox that sees the pack and its library, and nothing else of the host.</summary>
internal static class PackDrawing
{
    // The pack and its library are seen beside each other, as they lie on the host.
    private const string Packs = "/packs";
    private const string Drawn = "drawn";
    private const int LinesShown = 12;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    internal static async Task<IReadOnlyList<EvalTask>> DrawAsync(
        TaskPack pack,
        string seed,
        IReadOnlyList<string> items,
        string folder,
        Func<SandboxPolicy, ISandbox> open,
        PlannedIsolation isolation,
        CancellationToken cancel
    )
    {
        var policy = new SandboxPolicy
        {
            Isolation = TaskEnvironment.Level(isolation),
            WallClock = s_patience,
            CpuTime = s_patience,
        };
        CopyReport report;
        using (var sandbox = open(policy))
        {
            var result = await sandbox.RunAsync(Command(pack, seed, items, sandbox), cancel);
            cancel.ThrowIfCancellationRequested();
            if (result is not { End: CommandEnd.Exited, ExitCode: 0 })
            {
                throw Failed(pack, seed, result);
            }

            report = sandbox.CopyOut($"{policy.WorkFolder}/{Drawn}", folder);
        }

        if (report.NotCopied.Count > 0)
        {
            var first = report.NotCopied[0];
            throw Wrong(
                pack,
                seed,
                $"drew '{TaskText.Line(first.Path)}', which cannot be taken over: {first.Reason}",
                "regular files and folders within the size limit"
            );
        }

        TaskFolderCopy.OpenToAll(folder);
        return Read(pack, seed, items, folder);
    }

    private static SandboxedCommand Command(TaskPack pack, string seed, IReadOnlyList<string> items, ISandbox sandbox) =>
        new([
            "bash",
            "--noprofile",
            "--norc",
            "-c",
            "cd \"$TARE_PACK\" && exec \"$@\"",
            "bash",
            .. pack.Generate,
            "--seed",
            seed,
            "--out",
            $"{sandbox.PathSeenByCommands(sandbox.Policy.WorkFolder)}/{Drawn}",
            "--items",
            string.Join(',', items),
        ])
        {
            HiddenFolders =
            [
                new HiddenFolder(pack.Folder, $"{Packs}/{pack.Name}"),
                .. pack.Library is { } library
                    ? [new HiddenFolder(library, $"{Packs}/{Path.GetFileName(library)}")]
                    : Array.Empty<HiddenFolder>(),
            ],
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["TARE_PACK"] = TaskEnvironment.Seen(sandbox, pack.Folder, $"{Packs}/{pack.Name}"),
                ["PYTHONDONTWRITEBYTECODE"] = "1",
                ["TZ"] = "UTC",
            },
        };

    private static IReadOnlyList<EvalTask> Read(TaskPack pack, string seed, IReadOnlyList<string> items, string folder)
    {
        var drawn = new DirectoryInfo(folder).EnumerateFileSystemInfos().Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        if (drawn.Except(items, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } other)
        {
            throw Wrong(pack, seed, $"drew '{TaskText.Line(other)}'", "only the items that --items names");
        }

        if (items.FirstOrDefault(i => !drawn.Contains(i)) is { } missing)
        {
            throw Wrong(pack, seed, $"did not draw '{missing}'", "a folder for every item that --items names");
        }

        return [.. items.Select(i => EvalTask.Read(Path.Combine(folder, i), $"{pack.NameFor(seed)}/{i}"))];
    }

    private static InputException Failed(TaskPack pack, string seed, CommandResult result)
    {
        var end = result.End == CommandEnd.Exited ? FormattableString.Invariant($"exit code {result.ExitCode}") : KebabCase.Of(result.End);
        var said = result.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(LinesShown);
        return Wrong(
            pack,
            seed,
            $"the generator ended with {end}{string.Concat(said.Select(l => $"\n    | {TaskText.Line(l)}"))}",
            "exit code 0 within 5 minutes"
        );
    }

    private static InputException Wrong(TaskPack pack, string seed, string value, string expectation) =>
        InputException.At(
            $"pack '{pack.Name}', seed {seed}",
            value,
            expectation,
            $"run it by hand: cd {pack.Folder} && {string.Join(' ', pack.Generate)} --seed {seed} --out /tmp/drawn"
        );
}
