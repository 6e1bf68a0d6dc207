using Tare.Records;
using Tare.Runner.Toml;

namespace Tare.Runner;

/// <summary>A folder that tasks are drawn from: sources, and a generator that a seed turns into task folders.</summary>
public sealed record TaskPack
{
    internal const string FileName = "pack.toml";
    private const string Beside = "../";
    private static readonly string[] s_keys =
    [
        "name",
        "version",
        "description",
        "seed",
        "canary",
        "licence",
        "library",
        "items",
        "generate",
    ];

    /// <summary>Its name: letters, digits, <c>.</c>, <c>_</c>, <c>-</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its version: another one may draw other tasks from the same seed.</summary>
    public required string Version { get; init; }

    /// <summary>What it measures, in one line.</summary>
    public required string Description { get; init; }

    /// <summary>The published seed, which is drawn where nobody names another.</summary>
    public required string Seed { get; init; }

    /// <summary>A string by which leaked text of this pack is recognised.</summary>
    public required string Canary { get; init; }

    /// <summary>SPDX identifier.</summary>
    public required string Licence { get; init; }

    /// <summary>The items that it can draw, in the order of the file.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>The generator: program and arguments, run in the pack's folder with <c>--seed SEED --out DIR --items A,B</c> behind them.</summary>
    public required IReadOnlyList<string> Generate { get; init; }

    /// <summary>The folder, an absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>Folder of sources that packs share, beside this one; an absolute path, or <see langword="null"/>.</summary>
    public string? Library { get; init; }

    /// <summary>Whether a folder is a pack.</summary>
    /// <param name="folder">A folder.</param>
    public static bool IsPack(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Reads <c>pack.toml</c>, strictly.</summary>
    /// <param name="folder">The folder of the pack.</param>
    /// <exception cref="InputException">It is no pack: place, value, expectation, next step.</exception>
    public static TaskPack Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        folder = Path.GetFullPath(folder);
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw InputException.At(path, "is missing", "the folder of a task pack, with pack.toml", "docs/tasks.md says what a pack has");
        }

        var root = TomlReader.ReadFile(path);
        foreach (var key in root.Keys.Where(k => !s_keys.Contains(k)))
        {
            throw InputException.At(
                root.Get(key)!.Place,
                $"'{TaskText.Line(key)}'",
                $"one of {string.Join(", ", s_keys)}",
                "remove it or correct its name"
            );
        }

        var keys = new TaskKeys(root);
        string Text(string key) =>
            keys.Text(key)
            ?? throw InputException.At(
                path,
                $"has no '{key}'",
                "name, version, description, seed, canary, licence, items, generate",
                $"add {key} = \"...\""
            );
        var pack = new TaskPack
        {
            Name = Text("name"),
            Version = Text("version"),
            Description = Text("description"),
            Seed = keys.Get("seed") is TomlInteger seed ? FormattableString.Invariant($"{seed.Value}") : Text("seed"),
            Canary = Text("canary"),
            Licence = Text("licence"),
            Items = keys.Texts("items"),
            Generate = keys.Texts("generate"),
            Folder = folder,
            Library = keys.Text("library") is { } library ? Path.GetFullPath(library, folder) : null,
        };
        pack.Check(keys);
        return pack;
    }

    /// <summary>What names its tasks when they are drawn from a seed: the name alone for the published one.</summary>
    /// <param name="seed">The seed.</param>
    public string NameFor(string seed) => string.Equals(seed, Seed, StringComparison.Ordinal) ? Name : $"{Name}@{seed}";

    internal static bool IsSeed(string seed) =>
        seed.Length is > 0 and <= 40
        && seed.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
        && char.IsAsciiLetterOrDigit(seed[0]);

    // Of the host a generator sees the pack and what lies beside it under a name, never a folder of the pack's choice.
    private bool IsBeside(string library) =>
        library.StartsWith(Beside, StringComparison.Ordinal)
        && TaskId.IsName(library[Beside.Length..])
        && Library != Folder
        && library[Beside.Length..] != Name;

    private void Check(TaskKeys keys)
    {
        void Need(bool valid, string key, string value, string expectation)
        {
            if (!valid)
            {
                throw InputException.At(
                    $"{keys.Place(key)} ({key})",
                    $"'{TaskText.Line(value)}'",
                    expectation,
                    "correct it; docs/tasks.md has an example"
                );
            }
        }

        Need(
            TaskId.IsName(Name) && !Name.Contains('@', StringComparison.Ordinal),
            "name",
            Name,
            "letters, digits, '.', '_', '-', a letter or digit first"
        );
        Need(IsSeed(Seed), "seed", Seed, "up to 40 letters, digits, '.', '_', '-', a letter or digit first");
        if (keys.Text("library") is { } library)
        {
            Need(IsBeside(library), "library", library, "../NAME: a folder beside this one, with another name than the pack");
            Need(
                Directory.Exists(Library) && new DirectoryInfo(Library).LinkTarget is null,
                "library",
                library,
                $"a folder, and no link to one, at {Library}"
            );
        }

        Need(Items.Count > 0, "items", "", "at least one item");
        Need(Generate.Count > 0, "generate", "", "a program and its arguments, for example [\"python3\", \"generate.py\"]");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Items)
        {
            Need(TaskId.IsName(item), "items", item, "letters, digits, '.', '_', '-', a letter or digit first");
            Need(seen.Add(item), "items", item, "each item once");
        }
    }
}
