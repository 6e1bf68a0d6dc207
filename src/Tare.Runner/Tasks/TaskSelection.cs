using System.IO.Enumeration;
using Tare.Records;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>Tasks that a person chose: packs, items of packs, task folders.</summary>
/// <remarks>
/// A word is <c>PACK</c>, <c>PACK/ITEM</c>, <c>PACK@SEED</c>, <c>PACK@SEED/ITEM</c>, where ITEM may hold <c>*</c> and <c>?</c>; or a path (it
/// starts with <c>.</c> or <c>/</c>) of a task folder, a folder of task folders, or a pack, the last with the same endings.
/// </remarks>
public sealed class TaskSelection
{
    private readonly List<PackChoice> _packs;
    private readonly List<FolderChoice> _folders;

    private TaskSelection(List<PackChoice> packs, List<FolderChoice> folders)
    {
        _packs = packs;
        _folders = folders;
    }

    /// <summary>Items that were chosen.</summary>
    public int Count => _packs.Sum(p => p.Items.Count) + _folders.Count;

    /// <summary>The packs that lie in some folders, by name.</summary>
    /// <param name="packFolders">Folders that hold packs; those that do not exist hold none. Of two packs of one name the first counts.</param>
    public static IReadOnlyList<TaskPack> Packs(IReadOnlyList<string> packFolders)
    {
        ArgumentNullException.ThrowIfNull(packFolders);
        return
        [
            .. packFolders
                .Where(Directory.Exists)
                .SelectMany(f => Directory.EnumerateDirectories(f))
                .Where(TaskPack.IsPack)
                .Select(TaskPack.Read)
                .DistinctBy(p => p.Name, StringComparer.Ordinal)
                .OrderBy(p => p.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Finds out what words mean; nothing is drawn.</summary>
    /// <param name="words">The words, see the remarks.</param>
    /// <param name="packFolders">Folders that hold packs.</param>
    /// <param name="place">Where the words were written: an option, a key of a document.</param>
    /// <exception cref="InputException">A word names nothing, with what it could have named.</exception>
    public static TaskSelection Of(IReadOnlyList<string> words, IReadOnlyList<string> packFolders, string place)
    {
        ArgumentNullException.ThrowIfNull(words);
        var known = new Lazy<IReadOnlyList<TaskPack>>(() => Packs(packFolders));
        var reader = new TaskWordReader(known, place);
        foreach (var word in words)
        {
            reader.Read(word);
        }

        return words.Count > 0
            ? new TaskSelection(reader.Packs, reader.Folders)
            : throw InputException.At(
                place,
                "names nothing",
                "packs, items or folders, separated by commas",
                "for example --tasks port,ctf/affine,./my-task"
            );
    }

    /// <summary>Draws packs and copies folders to <c>FOLDER/PACK/ITEM</c>, and reads the tasks from there.</summary>
    /// <param name="folder">A folder without any of these packs in it.</param>
    /// <param name="open">Opens the sandbox that generators run in.</param>
    /// <param name="isolation">What is demanded of it.</param>
    /// <param name="progress">Told the number of items that are there.</param>
    /// <param name="cancel">Ends a generator.</param>
    /// <returns>The tasks in the order of their identifiers.</returns>
    /// <exception cref="InputException">A generator failed, or what it drew is no task.</exception>
    public async Task<IReadOnlyList<EvalTask>> DrawAsync(
        string folder,
        Func<SandboxPolicy, ISandbox> open,
        PlannedIsolation isolation,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(open);
        var tasks = new List<EvalTask>();
        foreach (var choice in _packs)
        {
            var into = Path.Combine(folder, choice.Pack.NameFor(choice.Seed));
            CheckAbsent(into);
            string[] items = [.. choice.Pack.Items.Where(choice.Items.Contains)];
            tasks.AddRange(await PackDrawing.DrawAsync(choice.Pack, choice.Seed, items, into, open, isolation, cancel));
            progress?.Report(tasks.Count);
        }

        foreach (var choice in _folders)
        {
            cancel.ThrowIfCancellationRequested();
            var into = Path.Combine(folder, choice.Id);
            CheckAbsent(into);
            tasks.Add(TaskFolderCopy.To(EvalTask.Read(choice.Folder, choice.Id), into));
            progress?.Report(tasks.Count);
        }

        return [.. tasks.OrderBy(t => t.Id, StringComparer.Ordinal)];
    }

    internal static bool Matches(string glob, string item) => FileSystemName.MatchesSimpleExpression(glob, item, ignoreCase: false);

    private static void CheckAbsent(string path)
    {
        if (Path.Exists(path))
        {
            throw InputException.At(
                path,
                "is already there",
                "a folder without these tasks",
                "choose another folder, or name each task once"
            );
        }
    }
}
