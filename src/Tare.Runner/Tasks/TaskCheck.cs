using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>
/// Tries a task: its oracle must score 1, an agent that does nothing must score 0, and no cheat may score. Safe for several tasks at once.
/// </summary>
/// <param name="open">Opens a sandbox.</param>
/// <param name="isolation">What is demanded of it. Without isolation no cheat is tried: it would reach the host.</param>
public sealed class TaskCheck(Func<SandboxPolicy, ISandbox> open, PlannedIsolation isolation)
{
    /// <summary>The agent that runs the task's solution.</summary>
    public const string Oracle = "oracle";

    /// <summary>The agent that does nothing.</summary>
    public const string Nothing = "nothing";

    private const string Program = "cheating-program";
    private const double Exactly = 1e-9;
    private readonly TaskVerifier _verifier = new();

    /// <summary>Tries every agent, one after another.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="SandboxException">No sandbox opens for this task.</exception>
    public async Task<TaskCheckResult> RunAsync(EvalTask task, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var started = Stopwatch.GetTimestamp();
        using (var sandbox = TaskEnvironment.Open(task, open, isolation))
        {
            var missing = await _verifier.MissingToolsAsync(task, sandbox, cancel);
            if (missing.Count > 0)
            {
                return new TaskCheckResult(task, missing, [], Remarks(task), Stopwatch.GetElapsedTime(started));
            }
        }

        var agents = new List<CheckedAgent>();
        var programs = new List<string>();
        agents.Add(
            task.SolutionFolder is null
                ? NoSolution(task)
                : Judge(await TryAsync(task, Oracle, s => SolveAsync(task, s, programs, cancel), cancel))
        );
        agents.Add(Judge(await TryAsync(task, Nothing, _ => Task.FromResult(""), cancel)));
        if (isolation != PlannedIsolation.None)
        {
            var floor = agents[1].Raw is Outcome.Scored { Value: var value } ? value : 0;
            foreach (var (name, script) in Cheats.Scripts)
            {
                agents.Add(Judge(await TryAsync(task, name, s => ScriptAsync(s, script, cancel), cancel), floor));
            }

            if (programs.Count > 0)
            {
                agents.Add(await ProgramsAsync(task, programs, floor, cancel));
            }
        }

        return new TaskCheckResult(task, [], agents, Remarks(task), Stopwatch.GetElapsedTime(started));
    }

    private async Task<CheckedAgent> TryAsync(EvalTask task, string name, Func<ISandbox, Task<string>> act, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        using var sandbox = TaskEnvironment.Open(task, open, isolation);
        var said = await act(sandbox);
        cancel.ThrowIfCancellationRequested();
        var verification = await _verifier.RunAsync(task, sandbox, cancel);
        var log = said.Length == 0 ? verification.Log : $"agent\n{said}\nverifier\n{verification.Log}";
        return new CheckedAgent(name, verification.Raw, Stopwatch.GetElapsedTime(started)) { Log = log };
    }

    private static async Task<string> SolveAsync(EvalTask task, ISandbox sandbox, List<string> programs, CancellationToken cancel)
    {
        var folder = task.SolutionFolder!;
        var command = new SandboxedCommand(["bash", $"{TaskEnvironment.Seen(sandbox, folder, TaskEnvironment.Solution)}/solve.sh"])
        {
            HiddenFolders = [new HiddenFolder(folder, TaskEnvironment.Solution)],
            Environment = task.SolutionEnvironment,
            WallClock = task.Limits.Agent,
        };
        var said = Said(await sandbox.RunAsync(command, cancel));
        programs.AddRange(WorkFolderPrograms.Of(task, sandbox));
        return said;
    }

    private static async Task<string> ScriptAsync(ISandbox sandbox, string script, CancellationToken cancel) =>
        Said(await sandbox.RunAsync(SandboxedCommand.Bash(script), cancel));

    // Where the verifier runs what the agent wrote, that program may try the verifier's rights.
    private async Task<CheckedAgent> ProgramsAsync(EvalTask task, List<string> programs, double floor, CancellationToken cancel)
    {
        Task<CheckedAgent> With(bool cheats) =>
            TryAsync(task, Program, s => Task.FromResult(WorkFolderPrograms.Replace(task, s, programs, cheats)), cancel);
        var agent = await With(cheats: true);
        if (agent.Raw is Outcome.Scored { Value: > 0 })
        {
            // A program that does nothing may pass a test that expects nothing; more than that is the cheat's.
            var idle = await With(cheats: false);
            floor = idle.Raw is Outcome.Scored { Value: < 1 } scored ? Math.Max(floor, scored.Value) : floor;
        }

        return Judge(agent, floor);
    }

    private static CheckedAgent Judge(CheckedAgent agent, double floor = 0)
    {
        var (problem, nextStep) = (agent.Name, agent.Raw) switch
        {
            (Oracle, Outcome.Scored { Value: >= 1 - Exactly }) => (null, null),
            (Oracle, var raw) => ($"the oracle gives {Words(raw)}, expected 1", "correct solution/solve.sh or tests/test.sh"),
            (Nothing, Outcome.Scored { Value: <= Exactly }) => (null, null),
            (Nothing, var raw) => (
                $"doing nothing gives {Words(raw)}, expected 0",
                "make tests/test.sh write 0 where the work was not done"
            ),
            (_, Outcome.Missing) => (null, null),
            (_, Outcome.Scored { Value: var value }) when value <= floor + Exactly => (null, null),
            (var name, var raw) => ($"the cheat {name} gives {Words(raw)}", NextStep(name)),
        };
        return problem is null ? agent with { Log = "" } : agent with { Problem = problem, NextStep = nextStep };
    }

    private static string NextStep(string cheat) =>
        cheat switch
        {
            "shadow-modules" => "run Python in the verifier as 'python3 -I', and write the reward last, from the parent",
            Program => "write the reward last, from a parent that has killed everything of the agent's program; docs/tasks.md shows how",
            "read-solution" => "keep the solution and the tests out of environment/",
            _ => "write the reward last, and let tests/test.sh trust nothing that lies in the work folder",
        };

    private static string Words(Outcome outcome) =>
        outcome switch
        {
            Outcome.Scored scored => $"reward {scored.Value.ToString("0.####", CultureInfo.InvariantCulture)}",
            Outcome.Missing missing => $"no reward ({TaskText.Line(missing.Reason)})",
            _ => throw new UnreachableException(),
        };

    private static CheckedAgent NoSolution(EvalTask task) =>
        new(Oracle, new Outcome.Missing(MissingCause.Benchmark, "the task has no solution/solve.sh"), TimeSpan.Zero)
        {
            Problem = "there is no solution/solve.sh",
            NextStep = $"write {Path.Combine(task.Folder, "solution", "solve.sh")}, which does the work in the current folder",
        };

    private static string Said(CommandResult result)
    {
        var end =
            result.End == CommandEnd.Exited
                ? FormattableString.Invariant($"exit code {result.ExitCode}")
                : $"ended by {KebabCase.Of(result.End)}";
        return TaskText.Safe(new StringBuilder(end).Append('\n').Append(result.Output).Append(result.Error).ToString());
    }

    private static List<string> Remarks(EvalTask task)
    {
        var remarks = new List<string>();
        if (task.Canary is null)
        {
            remarks.Add("no [metadata] canary: leaked text cannot be recognised");
        }

        if (task.SimulatedDifficulty is null)
        {
            remarks.Add("no [metadata] simulated_difficulty: simulated models cannot be held against it");
        }

        remarks.AddRange(Leaks(task).Select(f => $"{f} is also a file of the solution: the agent sees it"));
        return remarks;
    }

    private static IEnumerable<string> Leaks(EvalTask task)
    {
        static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        IEnumerable<string> In(string folder) =>
            Directory.Exists(Path.Combine(task.Folder, folder))
                ? TaskFiles
                    .Of(Path.Combine(task.Folder, folder))
                    .Select(f => $"{folder}/{f}")
                    .Where(f => new FileInfo(Path.Combine(task.Folder, f)).Length > 0)
                : [];
        var solution = In("solution").Select(f => Hash(Path.Combine(task.Folder, f))).ToHashSet(StringComparer.Ordinal);
        return In("environment").Where(f => solution.Contains(Hash(Path.Combine(task.Folder, f))));
    }
}
