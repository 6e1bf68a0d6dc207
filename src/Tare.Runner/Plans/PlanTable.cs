using System.Globalization;
using System.Numerics;
using Tare.Records;
using YamlDotNet.RepresentationModel;

namespace Tare.Runner;

/// <summary>A map of a plan's document whose keys are taken one by one; what nobody took is an error.</summary>
internal sealed class PlanTable
{
    private readonly Dictionary<string, (string Place, YamlNode Node)> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _taken = [];
    private readonly string _file;
    private readonly string _name;

    private PlanTable(string file, string name, string place)
    {
        _file = file;
        _name = name;
        Place = place;
    }

    /// <summary>Where the map begins.</summary>
    public string Place { get; }

    /// <summary>The map of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="file">The file as messages name it.</param>
    /// <param name="name">What messages call the map; empty for the whole plan.</param>
    public static PlanTable Of(YamlNode node, string file, string name)
    {
        var place = Where(node, file);
        if (node is not YamlMappingNode map)
        {
            throw InputException.At(place, $"'{name}' is {Kind(node)}", "keys and values", "write one 'key: value' a line");
        }

        var table = new PlanTable(file, name, place);
        foreach (var (key, value) in map.Children)
        {
            var text = key is YamlScalarNode { Value: { } k } ? k : "";
            table._fields.Add(text, (Where(key, file), value));
        }

        return table;
    }

    /// <summary>Whether a key is there; a key asked for counts as known.</summary>
    public bool Has(string key)
    {
        _taken.Add(key);
        return _fields.ContainsKey(key);
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string key) => OptionalText(key) ?? throw Absent(key);

    /// <summary>A text, or <see langword="null"/> where the key is absent.</summary>
    public string? OptionalText(string key) =>
        !Has(key) ? null
        : _fields[key].Node is YamlScalarNode { Value.Length: > 0 } scalar ? Printable(key, scalar.Value)
        : throw Wrong(key, Kind(_fields[key].Node), "a text", "write a value, or leave the key out");

    /// <summary>A number, or <see langword="null"/> where the key is absent.</summary>
    /// <param name="key">The key.</param>
    /// <param name="valid">What it must fulfil.</param>
    /// <param name="expectation">The same in words.</param>
    public T? Number<T>(string key, Func<T, bool> valid, string expectation)
        where T : struct, INumber<T> =>
        OptionalText(key) is not { } text ? null
        : T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && T.IsFinite(number) && valid(number) ? number
        : throw Wrong(key, $"'{text}'", expectation, "correct the number");

    /// <summary>A choice by its name, or <paramref name="otherwise"/> where the key is absent.</summary>
    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum =>
        OptionalText(key) is not { } text ? otherwise
        : KebabCase.TryParse<T>(text, out var value) ? value
        : throw Wrong(
            key,
            $"'{text}'",
            $"one of {string.Join(", ", KebabCase.All<T>())}",
            NearestNames.NextStep(text, KebabCase.All<T>(), "take one of them")
        );

    /// <summary>The elements of a list, or <see langword="null"/> where the key is absent.</summary>
    public IReadOnlyList<YamlNode>? List(string key) =>
        !Has(key) ? null
        : _fields[key].Node is YamlSequenceNode { Children.Count: > 0 } list ? [.. list.Children]
        : throw Wrong(key, Kind(_fields[key].Node), "a list with at least one element", "write '- ' before each element");

    /// <summary>The maps of a list, or <see langword="null"/> where the key is absent.</summary>
    public IReadOnlyList<PlanTable>? Tables(string key) =>
        List(key)?.Select((n, i) => Of(n, _file, FormattableString.Invariant($"{key}[{i + 1}]"))).ToList();

    /// <summary>The texts of a list, or <see langword="null"/> where the key is absent.</summary>
    public IReadOnlyList<(string Place, string Text)>? Texts(string key) =>
        List(key)
            ?.Select(n =>
                n is YamlScalarNode { Value.Length: > 0 } s
                    ? (Where(n, _file), Printable(key, s.Value))
                    : throw InputException.At(Where(n, _file), $"an element of '{key}' is {Kind(n)}", "a text", "write one text an element")
            )
            .ToList();

    /// <summary>A map below, or <see langword="null"/> where the key is absent.</summary>
    public PlanTable? Table(string key) => Has(key) ? Of(_fields[key].Node, _file, key) : null;

    /// <summary>Refuses keys that nobody asked for.</summary>
    public void RequireNoOther()
    {
        foreach (var (key, (place, _)) in _fields)
        {
            if (!_taken.Contains(key, StringComparer.Ordinal))
            {
                var known = _taken.Distinct(StringComparer.Ordinal).ToList();
                throw InputException.At(
                    place,
                    $"{(_name.Length == 0 ? "" : $"{_name}: ")}unknown key '{key}'",
                    $"one of {string.Join(", ", known)}",
                    NearestNames.NextStep(key, known, "remove it")
                );
            }
        }
    }

    /// <summary>An error at a key.</summary>
    public InputException Wrong(string key, string value, string expectation, string next) =>
        InputException.At(_fields.TryGetValue(key, out var f) ? f.Place : Place, $"{Name(key)} is {value}", expectation, next);

    private InputException Absent(string key)
    {
        var unknown = _fields.Keys.Except(_taken, StringComparer.Ordinal);
        return InputException.At(
            Place,
            $"{Name(key)} is not there",
            $"the key '{key}'",
            NearestNames.Of(key, unknown, 1) is [var near]
                ? $"rename '{near}', if that is meant"
                : "add it; docs/design/run-plans.md shows a plan"
        );
    }

    private string Name(string key) => _name.Length == 0 ? key : $"{_name}.{key}";

    private string Printable(string key, string text) =>
        PlainText.FirstUnprintable(text) is >= 0 and var at
            ? throw Wrong(
                key,
                FormattableString.Invariant($"a text with the character U+{(int)text[at]:X4}"),
                "text that shows as it is",
                "remove that character"
            )
            : text;

    private static string Kind(YamlNode node) =>
        node switch
        {
            YamlMappingNode => "a map",
            YamlSequenceNode { Children.Count: 0 } => "an empty list",
            YamlSequenceNode => "a list",
            YamlScalarNode { Value: null or "" } => "empty",
            _ => "a single value",
        };

    private static string Where(YamlNode node, string file) => $"{file}, line {node.Start.Line.ToString(CultureInfo.InvariantCulture)}";
}
