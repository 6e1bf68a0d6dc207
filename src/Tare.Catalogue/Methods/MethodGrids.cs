using System.Security.Cryptography;
using System.Text;
using Tare.Catalogue.Dossiers;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Reads grids of specifications, strictly: what cannot be used is an error with file, line, field, value and expectation.</summary>
public static class MethodGrids
{
    /// <summary>The grid that comes with the program.</summary>
    public const string DefaultName = "months-behind";

    private const string Prefix = "grids/";
    private const int LongestDocument = 1 << 18;
    private const int MostSpecifications = 200_000;

    /// <summary>A shipped grid by name, or one in a file by its path.</summary>
    /// <param name="nameOrPath">For example <c>months-behind</c>, or <c>./mine.yaml</c>.</param>
    /// <exception cref="InputException">There is none, or it cannot be used.</exception>
    public static MethodGrid Get(string nameOrPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrPath);
        using var stream = typeof(MethodGrids).Assembly.GetManifestResourceStream($"{Prefix}{nameOrPath}.yaml");
        if (stream is not null)
        {
            using var shipped = new StreamReader(stream);
            return Read(shipped.ReadToEnd(), $"methods/grids/{nameOrPath}.yaml");
        }

        if (!File.Exists(nameOrPath))
        {
            throw InputException.At(
                $"grid {Quoted.Text(nameOrPath)}",
                "neither a shipped grid nor a file",
                $"{DefaultName}, or the path of a YAML document",
                $"leave it out for {DefaultName}; methods/grids/{DefaultName}.yaml is an example"
            );
        }

        using var reader = new CheckedTextReader(ImportSource.OpenFile(nameOrPath), nameOrPath, LongestDocument);
        return Read(reader.ReadToEnd(), nameOrPath);
    }

    /// <summary>The document of the grid that comes with the program, as its file has it.</summary>
    public static string DefaultText()
    {
        using var stream = typeof(MethodGrids).Assembly.GetManifestResourceStream($"{Prefix}{DefaultName}.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Reads one document.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="place">The file as messages name it.</param>
    /// <exception cref="InputException">The document cannot be used.</exception>
    public static MethodGrid Read(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw InputException.At(
                place,
                "the file is empty",
                "name, title, base and choices",
                $"methods/grids/{DefaultName}.yaml is an example"
            );
        }

        using var reader = new StringReader(text);
        var root = Table(StrictYaml.Parse(reader, place), place, "the document", "name", "title", "base", "choices");
        var baseName = Text(root, "base", place);
        var grid = new MethodGrid
        {
            Name = Text(root, "name", place),
            Title = Text(root, "title", place),
            Base = BaseOf(root, baseName, place),
            Choices = [],
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
        var setBy = new Dictionary<string, (string Choice, string Value)>(StringComparer.Ordinal);
        var choices = Entries(root, "choices", place).Select(n => Choice(n, place, grid.Base, setBy)).ToArray();
        Unique([.. choices.Select(c => c.Name)], "choices", Where(root, place));
        grid = grid with { Choices = choices };
        var count = choices.Aggregate(1L, (n, c) => Math.Min(n * c.Alternatives.Count, int.MaxValue));
        return count is >= 1 and <= MostSpecifications
            ? grid
            : throw InputException.At(
                place,
                $"{count} combinations",
                $"at most {MostSpecifications} specifications",
                "leave alternatives out, or split the grid"
            );
    }

    private static Methodology BaseOf(YamlTable root, string name, string place)
    {
        try
        {
            return Methodologies.Get(name);
        }
        catch (InputException e)
        {
            throw new InputException($"{Where(root.Find("base")!, place)}, 'base': {e.Message}", e);
        }
    }

    private static MethodGridChoice Choice(
        YamlNode node,
        string place,
        Methodology origin,
        Dictionary<string, (string Choice, string Value)> setBy
    )
    {
        var table = Table(node, place, "a choice", "name", "alternatives");
        var name = Text(table, "name", place);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        var alternatives = Entries(table, "alternatives", place).Select(n => Alternative(n, place, origin, keys)).ToArray();
        Unique([.. alternatives.Select(a => a.Name)], "alternatives", Where(table, place));
        foreach (var (key, value) in keys)
        {
            // One key may stand in two choices only where both give it the same value: else the later would undo the earlier in silence.
            if (setBy.TryGetValue(key, out var other) && other.Value != value)
            {
                throw InputException.At(
                    Where(table, place),
                    $"the choice '{name}' sets '{key}', and so does the choice '{other.Choice}', to another value",
                    "each key in one choice",
                    "put the alternatives of both into one choice"
                );
            }

            setBy[key] = (name, value);
        }

        return new MethodGridChoice(name, alternatives);
    }

    private static MethodGridAlternative Alternative(YamlNode node, string place, Methodology origin, Dictionary<string, string> keys)
    {
        var table = Table(node, place, "an alternative", "name", "set");
        var settings = Entries(table, "set", place, mayBeEmpty: true)
            .Select(n => n is YamlText t ? t.Value : throw Wrong(n, place, "a setting", "KEY=VALUE", "write it as text"))
            .ToArray();
        try
        {
            MethodologyReader.With(origin, settings);
        }
        catch (InputException e)
        {
            throw new InputException($"{Where(table, place)}, alternative '{Text(table, "name", place)}': {e.Message}", e);
        }

        foreach (var setting in settings)
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = (setting[..at].Trim(), setting[(at + 1)..].Trim());
            keys[key] = keys.TryGetValue(key, out var other) && other != value ? "several values" : value;
        }

        return new MethodGridAlternative(Text(table, "name", place), settings);
    }

    private static YamlTable Table(YamlNode node, string place, string what, params string[] fields)
    {
        if (node is not YamlTable table)
        {
            throw Wrong(node, place, what, $"a map of {string.Join(", ", fields)}", $"methods/grids/{DefaultName}.yaml is an example");
        }

        foreach (var field in table.Fields)
        {
            if (!fields.Contains(field.Name, StringComparer.Ordinal))
            {
                throw Wrong(
                    new YamlText(field.Line, field.Column, field.Name, Plain: true),
                    place,
                    $"unknown key '{field.Name}'",
                    string.Join(", ", fields),
                    NearestNames.NextStep(field.Name, fields, "remove it")
                );
            }
        }

        if (fields.FirstOrDefault(f => table.Find(f) is null) is { } missing)
        {
            throw Wrong(node, place, $"{what} has no '{missing}'", string.Join(", ", fields), $"add '{missing}: ...'");
        }

        return table;
    }

    private static string Text(YamlTable table, string field, string place) =>
        table.Find(field) is YamlText { Value.Length: > 0 } text
            ? text.Value.Trim()
            : throw Wrong(table.Find(field)!, place, $"'{field}'", "a text", "fill it in");

    private static YamlNode[] Entries(YamlTable table, string field, string place, bool mayBeEmpty = false) =>
        table.Find(field) is YamlSequence list && (mayBeEmpty || list.Entries.Length > 0)
            ? list.Entries
            : throw Wrong(
                table.Find(field)!,
                place,
                $"'{field}'",
                mayBeEmpty ? "a list, [] for none" : "a list of at least one",
                "write one entry a line, '- ' before it"
            );

    private static void Unique(string[] names, string what, string where)
    {
        if (names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw InputException.At(where, $"two {what} are called '{twice.Key}'", "every name once", "rename one of the two");
        }
    }

    private static InputException Wrong(YamlNode node, string place, string value, string expectation, string nextStep) =>
        InputException.At(Where(node, place), value, expectation, nextStep);

    private static string Where(YamlNode node, string place) => FormattableString.Invariant($"{place}, line {node.Line}");
}
