using Tare.Records;
using Tare.Runner.Toml;

namespace Tare.Runner;

/// <summary>Typed access to a TOML document by dotted path, which remembers what was asked for.</summary>
internal sealed class TaskKeys(TomlTable root)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal string? Text(string path) =>
        Get(path) switch
        {
            null => null,
            TomlString text when text.Value.Length > 0 => text.Value,
            var other => throw Unfit(path, other, "a string that is not empty", "write it in quotation marks"),
        };

    internal double? Number(string path, double least, double most, string expectation)
    {
        double? value = Get(path) switch
        {
            null => null,
            TomlInteger integer => integer.Value,
            TomlFloat number => number.Value,
            var other => throw Unfit(path, other, expectation, "write a number without quotation marks"),
        };
        return value is null || (value >= least && value <= most)
            ? value
            : throw Unfit(path, Get(path)!, expectation, "choose a value in the range");
    }

    internal long? Integer(string path, long least, long most, string expectation) =>
        Get(path) switch
        {
            null => null,
            TomlInteger integer when integer.Value >= least && integer.Value <= most => integer.Value,
            var other => throw Unfit(path, other, expectation, "choose a value in the range"),
        };

    internal bool? Boolean(string path) =>
        Get(path) switch
        {
            null => null,
            TomlBoolean boolean => boolean.Value,
            var other => throw Unfit(path, other, "true or false", "write it without quotation marks"),
        };

    internal IReadOnlyList<string> Texts(string path) =>
        Get(path) switch
        {
            null => [],
            TomlArray { IsOfTables: false } array when array.Values.TrueForAll(v => v is TomlString { Value.Length: > 0 }) =>
            [
                .. array.Values.Select(v => ((TomlString)v).Value),
            ],
            var other => throw Unfit(path, other, "an array of strings", "for example [\"a\", \"b\"]"),
        };

    /// <summary>Variables of an environment. References to the host's variables are refused: nothing of the host enters a sandbox.</summary>
    internal IReadOnlyDictionary<string, string> Variables(string path)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Get(path) is not { } value)
        {
            return variables;
        }

        if (value is not TomlTable table)
        {
            throw Unfit(path, value, "a table of strings", "for example env = { LANGUAGE = \"en\" }");
        }

        foreach (var name in table.Keys)
        {
            var inner = $"{path}.{name}";
            var text = Get(inner) is TomlString s
                ? s.Value
                : throw Unfit(inner, table.Get(name)!, "a string", "write it in quotation marks");
            if (
                text.Contains("${", StringComparison.Ordinal)
                || text.Contains('\0', StringComparison.Ordinal)
                || name.Contains('=', StringComparison.Ordinal)
                || name.Length == 0
            )
            {
                throw Unfit(
                    inner,
                    table.Get(name)!,
                    "a value without ${...}: nothing of the host's environment enters a sandbox",
                    "write the value itself"
                );
            }

            variables.Add(name, text);
        }

        return variables;
    }

    /// <summary>The value of a path, or <see langword="null"/>.</summary>
    internal TomlValue? Get(string path)
    {
        _asked.Add(path);
        return Find(path);
    }

    /// <summary>Where a path's value stands; the document where there is none.</summary>
    internal string Place(string path) => Find(path)?.Place ?? root.Place;

    /// <summary>What nobody asked for, with its text as it stands in the file.</summary>
    internal IReadOnlyDictionary<string, string> Rest()
    {
        var rest = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(root, "", rest);
        return rest;
    }

    private void Collect(TomlTable table, string prefix, SortedDictionary<string, string> rest)
    {
        foreach (var key in table.Keys)
        {
            var path = prefix + key;
            switch (table.Get(key))
            {
                case TomlTable { IsInline: false } inner:
                    Collect(inner, path + ".", rest);
                    break;
                case TomlArray { IsOfTables: true } array:
                    foreach (var (element, index) in array.Values.Select((v, i) => (v, i)))
                    {
                        Collect((TomlTable)element, FormattableString.Invariant($"{path}[{index}]."), rest);
                    }

                    break;
                case { } value when !_asked.Contains(path):
                    rest[path] = value.Source;
                    break;
                default:
                    break;
            }
        }
    }

    private TomlValue? Find(string path)
    {
        TomlTable table = root;
        var keys = path.Split('.');
        for (var i = 0; i < keys.Length - 1; i++)
        {
            switch (table.Get(keys[i]))
            {
                case null:
                    return null;
                case TomlTable inner:
                    table = inner;
                    break;
                case var other:
                    throw Unfit(
                        string.Join('.', keys[..(i + 1)]),
                        other,
                        "a table",
                        $"write [{string.Join('.', keys[..(i + 1)])}] as a header"
                    );
            }
        }

        return table.Get(keys[^1]);
    }

    private static InputException Unfit(string path, TomlValue value, string expectation, string nextStep) =>
        InputException.At(
            $"{value.Place} ({path})",
            value.Source.Length == 0 ? value.Kind : TaskText.Line(value.Source),
            expectation,
            nextStep
        );
}
