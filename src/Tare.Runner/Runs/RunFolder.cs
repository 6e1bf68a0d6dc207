using System.Security.Cryptography;
using System.Text;
using Tare.Records;
using Tare.Runner.Journals;

namespace Tare.Runner;

/// <summary>The folder of a run: its plan, its tasks, its journal, what each attempt left, its results.</summary>
public sealed class RunFolder
{
    /// <summary>File name of the plan, whose presence makes a folder a run.</summary>
    public const string PlanName = "plan.yaml";

    /// <summary>File name of the journal.</summary>
    public const string JournalName = "journal";

    private readonly string _document;

    private RunFolder(string path, Plan plan, string document)
    {
        FullPath = path;
        Plan = plan;
        _document = document;
        Tasks = [.. plan.Items.Select(TaskOf)];
    }

    /// <summary>Where it lies.</summary>
    public string FullPath { get; }

    /// <summary>What the run does.</summary>
    public Plan Plan { get; }

    /// <summary>The tasks of the plan's items, in their order, as they were drawn into the run.</summary>
    public IReadOnlyList<EvalTask> Tasks { get; }

    internal string JournalPath => Path.Combine(FullPath, JournalName);

    internal string ResultsPath => Path.Combine(FullPath, "results.csv");

    private string PlanPath => Path.Combine(FullPath, PlanName);

    /// <summary>Where the tasks of a run lie: <c>tasks/PACK/ITEM</c>. They are drawn there before <see cref="Create"/>.</summary>
    /// <param name="path">The run folder.</param>
    public static string TasksFolder(string path) => Path.Combine(path, "tasks");

    /// <summary>Where lies what attempts left: <c>attempts/MODEL/HARNESS/PACK/ITEM/NUMBER</c>. It is not there before the first one ended.</summary>
    /// <param name="path">The run folder.</param>
    public static string AttemptsFolder(string path) => Path.Combine(path, "attempts");

    /// <summary>Whether a path is a run folder: one that holds a plan.</summary>
    /// <param name="path">Any path.</param>
    public static bool IsRun(string path) => File.Exists(Path.Combine(path, PlanName));

    /// <summary>Refuses what is no run folder.</summary>
    /// <param name="path">Any path, which the message names as it is given here.</param>
    /// <exception cref="InputException">It holds no plan, or does not exist.</exception>
    public static void CheckIsRun(string path)
    {
        if (!IsRun(path))
        {
            throw InputException.At(
                path,
                Directory.Exists(path) ? $"holds no {PlanName}" : "does not exist",
                "the folder of a run",
                "'tare run ... --run DIR' makes one"
            );
        }
    }

    /// <summary>Makes a run folder around the tasks that were drawn into it. Nothing else may be there.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="plan">What the run does.</param>
    /// <exception cref="InputException">The folder holds something else, or lacks a planned task.</exception>
    public static RunFolder Create(string path, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        path = Path.GetFullPath(path);
        CheckFree(path);
        var document = PlanYaml.Write(plan);
        var folder = new RunFolder(path, plan, document);
        // The tasks before the plan, which makes the folder a run: without them nothing could go on.
        DurableFile.FlushDisk(path);
        DurableFile.Write(folder.PlanPath, document);
        DurableFile.FlushFolder(path);
        return folder;
    }

    /// <summary>Refuses a folder in which no run can begin: one that holds anything but tasks. To be asked before tasks are drawn into it.</summary>
    /// <param name="path">The folder; it need not exist.</param>
    /// <exception cref="InputException">It holds something else.</exception>
    public static void CheckFree(string path)
    {
        if (IsRun(path))
        {
            throw InputException.At(
                path,
                "holds a run",
                "a new or empty folder",
                $"'tare resume {path}' goes on with it; or name another folder"
            );
        }

        var other = Directory.Exists(path)
            ? Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).FirstOrDefault(n => n != "tasks")
            : null;
        if (other is not null)
        {
            throw InputException.At(path, $"holds '{other}'", "a new or empty folder", "name another folder");
        }
    }

    /// <summary>Opens a run folder.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">It is none, or its plan or a task was changed after the run began.</exception>
    public static RunFolder Open(string path)
    {
        path = Path.GetFullPath(path);
        CheckIsRun(path);
        var file = Path.Combine(path, PlanName);
        var document = File.ReadAllText(file);
        var journal = new JournalReader(Path.Combine(path, JournalName));
        if (journal.Entries().FirstOrDefault() is JournalEntry.RunStarted first)
        {
            CheckPlan(file, document, first);
        }

        return new RunFolder(path, PlanYaml.Read(document, file), document);
    }

    /// <summary>Reads the journal. Works beside a runner; what that is just writing is not in it.</summary>
    public RunState ReadState()
    {
        var reader = new JournalReader(JournalPath);
        var state = new RunStateBuilder();
        foreach (var entry in reader.Entries())
        {
            state.Add(entry);
        }

        return state.Build(Plan, reader.Damage);
    }

    /// <summary>The runner that is at work here now, in words: process, machine, program, since when; <see langword="null"/> where none is seen.</summary>
    public string? Runner() => RunLock.HolderOf(FullPath);

    /// <summary>Every entry of the journal that can be read, oldest first; of one that is damaged, those before the damage.</summary>
    public IEnumerable<JournalEntry> ReadEntries() => new JournalReader(JournalPath).Entries();

    /// <summary>Folder of what an attempt left: transcript, verifier's output.</summary>
    /// <param name="key">The attempt.</param>
    public string AttemptFolder(AttemptKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Path.Combine(AttemptsFolder(FullPath), key.Id);
    }

    /// <summary>The entry with which a run begins or goes on.</summary>
    internal JournalEntry.RunStarted Started(DateTimeOffset at, RunServices services, bool isFirst) =>
        new(at, DigestOf(_document), services.Product, [.. services.HostWarnings, .. TaskEnvironment.WarningsOf(Tasks)])
        {
            Plan = isFirst ? _document : null,
        };

    private static string DigestOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static void CheckPlan(string file, string document, JournalEntry.RunStarted first)
    {
        if (string.Equals(DigestOf(document), first.PlanDigest, StringComparison.Ordinal))
        {
            return;
        }

        var (now, then) = (document.Split('\n'), (first.Plan ?? "").Split('\n'));
        var line = now.Zip(then).TakeWhile(p => string.Equals(p.First, p.Second, StringComparison.Ordinal)).Count();
        string Line(string[] lines) => line < lines.Length ? $"'{lines[line]}'" : "nothing";
        throw InputException.At(
            FormattableString.Invariant($"{file}, line {line + 1}"),
            $"{Line(now)}, but the run began with {Line(then)}",
            "the plan with which the run began: what was planned cannot change once attempts have been seen",
            "undo the change, or start another run with the changed plan"
        );
    }

    private EvalTask TaskOf(PlannedItem item)
    {
        var place = Path.Combine(TasksFolder(FullPath), item.Id);
        if (!Directory.Exists(place))
        {
            throw InputException.At(place, "is not there", $"the task of the item {item.Id}", "restore it, or start another run");
        }

        var task = EvalTask.Read(place, item.Id);
        return string.Equals(task.Digest, item.Digest, StringComparison.Ordinal)
            ? task
            : throw InputException.At(
                place,
                $"the task's digest is {task.Digest}",
                $"{item.Digest}, as planned",
                "undo the change in the task's files, or start another run: a changed task is another item"
            );
    }
}
