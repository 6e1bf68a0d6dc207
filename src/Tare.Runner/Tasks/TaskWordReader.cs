using Tare.Records;

namespace Tare.Runner;

/// <summary>Turns the words of a selection into choices; the same item chosen twice is one choice.</summary>
internal sealed class TaskWordReader(Lazy<IReadOnlyList<TaskPack>> known, string place)
{
    internal List<PackChoice> Packs { get; } = [];

    internal List<FolderChoice> Folders { get; } = [];

    internal void Read(string word)
    {
        if (word.StartsWith('.') || word.StartsWith('/'))
        {
            ReadPath(word);
            return;
        }

        var slash = word.IndexOf('/', StringComparison.Ordinal);
        var (head, glob) = slash < 0 ? (word, "*") : (word[..slash], word[(slash + 1)..]);
        var at = head.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? head : head[..at];
        var pack =
            known.Value.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal))
            ?? throw InputException.At(
                place,
                $"'{TaskText.Line(word)}': no pack is called '{TaskText.Line(name)}'",
                known.Value.Count == 0 ? "a pack; none is installed" : $"one of {string.Join(", ", known.Value.Select(p => p.Name))}",
                NearestNames.NextStep(
                    name,
                    known.Value.Select(p => p.Name),
                    Directory.Exists(word)
                        ? $"write ./{word} for the folder"
                        : "'tare task list' lists the packs; a folder is written ./FOLDER"
                )
            );
        Choose(word, pack, at < 0 ? pack.Seed : head[(at + 1)..], glob);
    }

    private void ReadPath(string word)
    {
        var path = Path.GetFullPath(word);
        if (Directory.Exists(path))
        {
            ReadFolder(word, path);
            return;
        }

        // PACK@SEED, PACK/ITEM, PACK@SEED/ITEM with a path for PACK.
        var (folder, glob) = (path, "*");
        if (TaskPack.IsPack(WithoutSeed(Path.GetDirectoryName(path) ?? "/").Folder))
        {
            (folder, glob) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        }

        var (pack, seed) = WithoutSeed(folder);
        if (!TaskPack.IsPack(pack))
        {
            throw InputException.At(
                place,
                $"'{TaskText.Line(word)}': no such folder",
                "a task folder, a folder of them, or a pack",
                "correct the path"
            );
        }

        var read = TaskPack.Read(pack);
        Choose(word, read, seed ?? read.Seed, glob);
    }

    private void ReadFolder(string word, string path)
    {
        if (TaskPack.IsPack(path))
        {
            var pack = TaskPack.Read(path);
            Choose(word, pack, pack.Seed, "*");
            return;
        }

        string[] tasks = IsTask(path) ? [path] : [.. Directory.EnumerateDirectories(path).Where(IsTask).Order(StringComparer.Ordinal)];
        if (tasks.Length == 0)
        {
            throw InputException.At(
                place,
                $"'{TaskText.Line(word)}' holds neither task.toml nor folders with one",
                "a task folder, a folder of them, or a pack",
                "'tare task new NAME' writes a task to start from"
            );
        }

        foreach (var task in tasks)
        {
            var id = $"{Path.GetFileName(Path.GetDirectoryName(task))}/{Path.GetFileName(task)}";
            TaskId.Check(task, id);
            if (!Folders.Exists(f => f.Folder == task))
            {
                Folders.Add(new FolderChoice(task, id));
            }
        }
    }

    private void Choose(string word, TaskPack pack, string seed, string glob)
    {
        if (!TaskPack.IsSeed(seed))
        {
            throw InputException.At(
                place,
                $"'{TaskText.Line(word)}': the seed '{TaskText.Line(seed)}'",
                "up to 40 letters, digits, '.', '_', '-'",
                $"for example {pack.Name}@17"
            );
        }

        string[] items = [.. pack.Items.Where(i => TaskSelection.Matches(glob, i))];
        if (items.Length == 0)
        {
            throw InputException.At(
                place,
                $"'{TaskText.Line(word)}' matches no item",
                $"items of {pack.Name}: {string.Join(", ", pack.Items)}",
                NearestNames.NextStep(glob, pack.Items, $"'tare task list {pack.Name}' lists them")
            );
        }

        var choice = Packs.Find(p => p.Pack.Folder == pack.Folder && p.Seed == seed);
        if (choice is null)
        {
            choice = new PackChoice(pack, seed);
            Packs.Add(choice);
        }

        choice.Items.UnionWith(items);
    }

    private static (string Folder, string? Seed) WithoutSeed(string path)
    {
        var at = path.LastIndexOf('@');
        return at > path.LastIndexOf('/') && !Directory.Exists(path) ? (path[..at], path[(at + 1)..]) : (path, null);
    }

    private static bool IsTask(string folder) => File.Exists(Path.Combine(folder, TaskReader.Configuration));
}
