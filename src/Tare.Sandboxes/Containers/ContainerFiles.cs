using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;

namespace Tare.Sandboxes.Containers;

/// <summary>The runner's way to the files of a container. No command runs meanwhile, so that what was looked at does not change.</summary>
internal sealed class ContainerFiles(EngineClient engine, string name, SandboxPolicy policy)
{
    private const int Absent = 70;
    private const int Link = 71;
    private const int NoFile = 72;

    // Looks at each part of the path $1 from the root on; true where none is a link.
    private const string NoLinks = """
        umask 022
        p=; rest=${1#/}/
        while [ -n "$rest" ]; do p=$p/${rest%%/*}; rest=${rest#*/}; [ -L "$p" ] && exit 71; done
        """;

    /// <summary>Whether a command may have changed what the image brought.</summary>
    internal bool CommandsRan { get; set; }

    internal CommandResult AsRoot(string doing, string script, IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input) =>
        engine.Need(doing, RootCommand(script, arguments, input), input);

    internal byte[]? Read(string path, int limit)
    {
        CheckPlace(path);
        var script = NoLinks + "\n[ -e \"$1\" ] || exit 70\n[ -f \"$1\" ] || exit 72\nexec head -c \"$2\" -- \"$1\"";
        var arguments = RootCommand(script, [path, ContainerSandbox.Number(limit + 1L)], default);
        var result = engine.Run(arguments, outputBytes: limit == int.MaxValue ? limit : limit + 1);
        return result.ExitCode switch
        {
            0 when result.Output.TotalBytes <= limit => result.Output.Head.ToArray(),
            0 => throw new SandboxException(path, $"more than {limit} bytes", "a smaller file", "write less"),
            Absent => null,
            Link => throw Linked(path),
            NoFile => throw new SandboxException(path, "no regular file", "a regular file", "write a file there"),
            _ => throw new SandboxException(
                path,
                EngineClient.Said(result),
                "a file that can be read",
                "look at the engine's own messages"
            ),
        };
    }

    internal void Write(string path, ReadOnlySpan<byte> content)
    {
        var owner = CheckPlace(path) ? 0 : ContainerSandbox.Agent;
        var script =
            NoLinks
            + """

                f=${1%/*}; new=()
                while [ -n "$f" ] && [ ! -e "$f" ]; do new=("$f" "${new[@]}"); f=${f%/*}; done
                for d in "${new[@]}"; do mkdir -- "$d" && chown "$2:$2" "$d" || exit 1; done
                rm -f -- "$1" && cat > "$1" && chown "$2:$2" "$1"
                """;
        var bytes = content.ToArray();
        var result = engine.Run(RootCommand(script, [path, ContainerSandbox.Number(owner)], bytes), bytes);
        Check(path, result);
    }

    internal CopyReport CopyIn(string hostPath, string path)
    {
        HostPath.Check("CopyIn", hostPath);
        var owner = CheckPlace(path) ? 0 : ContainerSandbox.Agent;
        return CopyIn(hostPath, path, owner);
    }

    /// <summary>Puts a hidden folder where a command looks for it; it belongs to root.</summary>
    internal void Show(HiddenFolder hidden)
    {
        Hide(hidden);
        _ = CopyIn(hidden.HostPath, hidden.Path, owner: 0);
    }

    internal void Hide(HiddenFolder hidden) =>
        AsRoot($"removing {hidden.Path}", NoLinks + "\nrm -rf -- \"$1\"", [hidden.Path], ReadOnlyMemory<byte>.Empty);

    internal CopyReport CopyOut(string path, string hostFolder)
    {
        _ = CheckPlace(path);
        if (Directory.Exists(hostFolder) && Directory.EnumerateFileSystemEntries(hostFolder).Any())
        {
            throw new SandboxException(hostFolder, "is not empty", "a folder that does not exist or is empty", "choose another folder");
        }

        Check(path, engine.Run(RootCommand(NoLinks + "\n[ -d \"$1\" ] || exit 70", [path], default)));
        Directory.CreateDirectory(hostFolder);
        var start = new ProcessStartInfo(engine.Program, ["cp", $"{name}:{path}/.", "-"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var variable in EngineClient.Variables())
        {
            start.Environment[variable.Split('=', 2)[0]] = variable.Split('=', 2)[1];
        }

        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            try
            {
                return Extract(process.StandardOutput.BaseStream, hostFolder);
            }
            finally
            {
                process.Kill();
                process.WaitForExit();
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or Win32Exception or UnauthorizedAccessException)
        {
            throw new SandboxException($"{path}: {e.Message}\n  expected: that it can be copied out\n  next:     free space", e);
        }
    }

    private CopyReport CopyIn(string hostPath, string path, int owner)
    {
        var stage = Directory.CreateTempSubdirectory("tare-copy-").FullName;
        try
        {
            var report = HostStage.Into(hostPath, $"{stage}/content");
            // What a command has made may hold links, which the engine would follow.
            var script =
                NoLinks
                + """

                    [ "$3" = ran ] && [ -e "$1" ] && exit 71
                    d=$1; [ "$2" = folder ] || d=${1%/*}
                    mkdir -p -- "$d"
                    """;
            var kind = Directory.Exists($"{stage}/content") ? "folder" : "file";
            Check(path, engine.Run(RootCommand(script, [path, kind, CommandsRan ? "ran" : ""], default)));
            var from = kind == "folder" ? $"{stage}/content/." : $"{stage}/content";
            _ = engine.Need($"copy to {path}", ["cp", from, $"{name}:{path}"]);
            AsRoot(
                $"owner of {path}",
                "chown -R -h \"$2:$2\" -- \"$1\"",
                [path, ContainerSandbox.Number(owner)],
                ReadOnlyMemory<byte>.Empty
            );
            return report;
        }
        finally
        {
            Directory.Delete(stage, recursive: true);
        }
    }

    private CopyReport Extract(Stream archive, string hostFolder)
    {
        var left = new List<NotCopied>();
        var (files, bytes, entries) = (0, 0L, 0L);
        using var reader = new TarReader(archive);
        while (reader.GetNextEntry() is { } entry)
        {
            var parts = entry.Name.Split('/').Where(p => p is not ("" or ".")).ToArray();
            var path = string.Join('/', parts);
            if (path.Length == 0)
            {
                continue;
            }

            if (++entries > policy.Files)
            {
                left.Add(new NotCopied(path, $"and all after it: more than {policy.Files} files"));
                break;
            }

            var target = Path.Combine(hostFolder, path);
            if (parts.Contains("..") || path.Contains('\0', StringComparison.Ordinal))
            {
                left.Add(new NotCopied(path, "a name that leads out"));
            }
            else if (entry.EntryType == TarEntryType.Directory)
            {
                Directory.CreateDirectory(target);
            }
            else if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                if (entry.Length > policy.WorkFolderBytes - bytes)
                {
                    left.Add(new NotCopied(path, $"more than {policy.WorkFolderBytes} bytes together"));
                    continue;
                }

                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                using var file = new FileStream(target, FileMode.CreateNew);
                entry.DataStream?.CopyTo(file);
                bytes += entry.Length;
                files++;
            }
            else
            {
                left.Add(new NotCopied(path, $"{entry.EntryType}"));
            }
        }

        return new CopyReport(files, bytes, left);
    }

    /// <summary>Refuses a path outside of what commands can write; true for the verifier's folder.</summary>
    private bool CheckPlace(string path)
    {
        bool In(string folder) => path == folder || InsidePath.IsBelow(path, folder);
        return InsidePath.IsPlain(path) && (In(policy.WorkFolder) || In(policy.VerifierFolder) || In("/tmp"))
            ? In(policy.VerifierFolder)
            : throw new SandboxException(
                "path in the sandbox",
                $"'{path}'",
                $"a path below {policy.WorkFolder}, {policy.VerifierFolder} or /tmp",
                "choose a path there"
            );
    }

    private IReadOnlyList<string> RootCommand(string script, IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input) =>
        [
            "exec",
            .. (input.Length > 0 ? (string[])["--interactive"] : []),
            .. (string[])["--user", "0:0", "--workdir", "/", name, "bash", "--noprofile", "--norc", "-c", script, "bash"],
            .. arguments,
        ];

    private static void Check(string path, CommandResult result)
    {
        if (result is not { End: CommandEnd.Exited, ExitCode: 0 })
        {
            throw result.ExitCode == Link ? Linked(path)
            : result.ExitCode == Absent ? new SandboxException(path, "no such folder", "a folder", "make it first")
            : new SandboxException(
                path,
                EngineClient.Said(result),
                "that it can be written",
                "free space, or look at the engine's messages"
            );
        }
    }

    private static SandboxException Linked(string path) =>
        new(path, "is reached through a link, or something lies there", "a path without links", "remove what lies in the way");
}
