using System.Globalization;
using System.Text;
using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>Judges what an agent left in a sandbox. Remembers which programs a sandbox of this host has; safe for several threads.</summary>
public sealed class TaskVerifier
{
    private readonly ToolProbe _tools = new();

    /// <summary>Programs that the task needs and the sandbox lacks. To be asked before an agent is paid for: such an attempt has no score.</summary>
    /// <param name="task">The task.</param>
    /// <param name="sandbox">A sandbox of the kind in which the task will run.</param>
    /// <param name="cancel">Ends the probe.</param>
    public Task<IReadOnlyList<string>> MissingToolsAsync(EvalTask task, ISandbox sandbox, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(sandbox);
        return _tools.MissingAsync(task, sandbox, cancel);
    }

    /// <summary>Runs <c>tests/test.sh</c> in the work folder, as another user than the agent, and reads the reward.</summary>
    /// <param name="task">The task.</param>
    /// <param name="sandbox">The sandbox that <see cref="TaskEnvironment.Open"/> made, the agent done.</param>
    /// <param name="cancel">Ends the verifier.</param>
    /// <exception cref="OperationCanceledException">The caller withdrew it.</exception>
    internal async Task<Verification> RunAsync(EvalTask task, ISandbox sandbox, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(sandbox);
        var missing = await MissingToolsAsync(task, sandbox, cancel);
        if (missing.Count > 0)
        {
            return Without(MissingCause.Sandbox, $"the sandbox lacks {string.Join(", ", missing)}", "");
        }

        CommandResult result;
        try
        {
            result = await sandbox.RunAsync(Command(task, sandbox), cancel);
        }
        catch (SandboxException e)
        {
            return Without(MissingCause.Sandbox, $"the verifier could not be started: {TaskText.Line(e.Message)}", "");
        }

        cancel.ThrowIfCancellationRequested();
        return Judged(result, task, sandbox);
    }

    private static SandboxedCommand Command(EvalTask task, ISandbox sandbox)
    {
        var variables = new Dictionary<string, string>(task.VerifierEnvironment, StringComparer.Ordinal)
        {
            ["TARE_TESTS"] = TaskEnvironment.Seen(sandbox, task.TestsFolder, TaskEnvironment.Tests),
            ["TARE_VERIFIER"] = sandbox.PathSeenByCommands(sandbox.Policy.VerifierFolder),
        };
        // The space that was kept back is given free, then nothing but the tests runs.
        return new SandboxedCommand([
            "bash",
            "--noprofile",
            "--norc",
            "-c",
            $"rm -rf \"$TARE_VERIFIER/{TaskEnvironment.ReserveName}\"; exec bash \"$TARE_TESTS/test.sh\"",
        ])
        {
            Identity = CommandIdentity.Verifier,
            HiddenFolders = [new HiddenFolder(task.TestsFolder, TaskEnvironment.Tests)],
            WallClock = task.Limits.Verifier,
            Environment = variables,
        };
    }

    private static Verification Judged(CommandResult result, EvalTask task, ISandbox sandbox)
    {
        var log = Log(result);
        if (result.End != CommandEnd.Exited)
        {
            return Without(MissingCause.Benchmark, "the verifier " + Ended(result.End, task), log);
        }

        var (reward, why) = RewardFile.Read(sandbox);
        if (reward is null)
        {
            var code = FormattableString.Invariant($"the verifier exited with {result.ExitCode}");
            return Without(MissingCause.Benchmark, $"{why}; {code}{Full(sandbox)}", log);
        }

        return new Verification(new Outcome.Scored(reward["reward"]), reward, log);
    }

    private static string Ended(CommandEnd end, EvalTask task)
    {
        string Size(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture) + " MiB";
        return end switch
        {
            CommandEnd.WallClock => FormattableString.Invariant($"reached its time limit of {task.Limits.Verifier.TotalSeconds} s"),
            CommandEnd.CpuTime => "reached the limit of processor time",
            CommandEnd.Memory => $"reached the memory limit of {Size(task.Limits.MemoryBytes)}",
            CommandEnd.ProcessCount => "reached the limit of processes",
            CommandEnd.WorkFolderSize => $"could not run: the files are larger than the limit of {Size(task.Limits.StorageBytes)}",
            _ => "was stopped",
        };
    }

    // Where nothing can be written any more, that is the reason that a person needs.
    private static string Full(ISandbox sandbox)
    {
        try
        {
            sandbox.WriteFile(sandbox.Policy.VerifierFolder + "/.probe", new byte[64 << 10]);
            return "";
        }
        catch (SandboxException)
        {
            return FormattableString.Invariant(
                $"; the disk of the sandbox is full ({sandbox.Policy.WorkFolderBytes >> 20} MiB): raise [environment] storage_mb, or write less"
            );
        }
    }

    private static string Log(CommandResult result)
    {
        var log = new StringBuilder();
        log.Append(
            CultureInfo.InvariantCulture,
            $"end: {KebabCase.Of(result.End)}, exit code: {result.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "none"}\n"
        );
        foreach (var (name, output) in new[] { ("standard output", result.Output), ("standard error", result.Error) })
        {
            log.Append(CultureInfo.InvariantCulture, $"--- {name}, {output.TotalBytes} bytes\n")
                .Append(TaskText.Safe(output.ToString().ReplaceLineEndings("\n")))
                .Append('\n');
        }

        return log.ToString();
    }

    private static Verification Without(MissingCause cause, string reason, string log) =>
        new(new Outcome.Missing(cause, reason), new SortedDictionary<string, double>(StringComparer.Ordinal), log);
}
