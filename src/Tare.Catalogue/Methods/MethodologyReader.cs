using System.Globalization;
using Tare.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tare.Catalogue;

/// <summary>Reads methodology documents, strictly: an unknown key, a wrong type or a contradiction is an error that says where.</summary>
public static class MethodologyReader
{
    private const int LongestDocument = 1 << 18;

    /// <summary>Stream, document, map, and two levels below.</summary>
    private const int DeepestNesting = 5;

    /// <summary>Reads one document.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="place">The file as messages name it.</param>
    /// <exception cref="InputException">The document cannot be used.</exception>
    public static Methodology Read(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        var root = Parse(text, place);
        var entries = new MethodologyEntries(place);
        foreach (var (key, node) in root.Children)
        {
            var name = Scalar(key, place, "a key");
            if (name == "scale")
            {
                AddScale(entries, node, place);
            }
            else
            {
                Add(entries, name, node, place);
            }
        }

        return MethodologyFields.Read(entries);
    }

    /// <summary>The methodology with one field changed; the change is remembered in <see cref="Methodology.Overrides"/>.</summary>
    /// <param name="methodology">The methodology to change.</param>
    /// <param name="setting"><c>KEY=VALUE</c>; lists by comma, <c>none</c> for nothing, a part of the scale as <c>scale.unit=ECI</c>.</param>
    /// <exception cref="InputException">The setting cannot be used, or contradicts another field.</exception>
    public static Methodology With(Methodology methodology, string setting) => With(methodology, [setting]);

    /// <summary>The methodology with several fields changed at once: only the result must be free of contradictions.</summary>
    /// <param name="methodology">The methodology to change.</param>
    /// <param name="settings">Each <c>KEY=VALUE</c>; a later one wins.</param>
    public static Methodology With(Methodology methodology, IReadOnlyList<string> settings)
    {
        ArgumentNullException.ThrowIfNull(methodology);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Count == 0)
        {
            return methodology;
        }

        var entries = MethodologyFields.Write(methodology, $"methodology '{methodology.Name}'");
        var overrides = new List<string>(methodology.Overrides);
        foreach (var setting in settings)
        {
            var (key, value) = Split(setting);
            var where = $"--set {key}={value}";
            if (!MethodologyFields.Keys.Contains(key, StringComparer.Ordinal))
            {
                throw MethodologyFields.Unknown(key, where);
            }

            if (key == "scale.kind")
            {
                entries.RemoveAll(k => MethodologyScale.BelongsToOtherKind(k, value));
            }

            entries.Set(key, MethodologyEntry.OfText(where, value));
            overrides.RemoveAll(o => o.StartsWith(key + "=", StringComparison.Ordinal));
            overrides.Add($"{key}={value}");
        }

        return MethodologyFields.Read(entries) with
        {
            Overrides = overrides,
        };
    }

    private static (string Key, string Value) Split(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (setting[..equals].Trim(), setting[(equals + 1)..].Trim())
            : throw InputException.At(
                $"--set {setting}",
                "no '=' in it",
                "KEY=VALUE, for example sigma=2",
                "'tare methods show NAME' lists the keys and their values"
            );
    }

    private static YamlMappingNode Parse(string text, string place)
    {
        if (text.Length > LongestDocument)
        {
            throw InputException.At(
                place,
                Plural.Of(text.Length, "character"),
                $"a methodology of at most {Plural.Of(LongestDocument, "character")}",
                "check that this is the right file"
            );
        }

        var stream = new YamlStream();
        try
        {
            RefuseDepth(text, place);
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            var line = e.Start.Line.ToString(CultureInfo.InvariantCulture);
            throw Unreadable($"{place}, line {line}", (e.InnerException ?? e).Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw Unreadable(place, "a bracket or quotation mark that is not closed");
        }

        return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root
            ? root
            : throw InputException.At(
                place,
                stream.Documents.Count == 0 ? "the document is empty" : "not one map of keys and values",
                "one 'key: value' a line",
                "methods/eci.yaml is an example"
            );
    }

    private static InputException Unreadable(string place, string cause) =>
        InputException.At(
            place,
            $"not readable as YAML: {Quoted.Text(cause)}",
            "one 'key: value' a line, every key once",
            "correct the line; methods/eci.yaml is an example"
        );

    /// <summary>Refuses what a methodology never has, before a recursive reader meets it: deep nesting and references.</summary>
    private static void RefuseDepth(string text, string place)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting || parser.Current is YamlDotNet.Core.Events.AnchorAlias)
            {
                throw Unreadable(
                    $"{place}, line {parser.Current.Start.Line.ToString(CultureInfo.InvariantCulture)}",
                    "nesting too deep, or a reference"
                );
            }
        }
    }

    private static void AddScale(MethodologyEntries entries, YamlNode node, string place)
    {
        if (node is not YamlMappingNode map)
        {
            throw InputException.At(
                Where(node, place),
                "'scale' is not a map",
                "scale: { kind: ..., unit: ..., ... }",
                "methods/eci.yaml is an example"
            );
        }

        foreach (var (key, value) in map.Children)
        {
            Add(entries, $"scale.{Scalar(key, place, "a key")}", value, place);
        }
    }

    private static void Add(MethodologyEntries entries, string key, YamlNode node, string place)
    {
        var where = Where(node, place);
        var entry = node is YamlSequenceNode list
            ? MethodologyEntry.OfList(where, [.. list.Children.Select(c => Scalar(c, place, $"an element of '{key}'"))])
            : MethodologyEntry.OfText(where, Scalar(node, place, $"'{key}'"));
        if (!entries.TryAdd(key, entry))
        {
            throw InputException.At(where, $"the key '{key}' appears twice", "every key once", "remove one of the two");
        }
    }

    private static string Scalar(YamlNode node, string place, string what) =>
        node is YamlScalarNode { Value: { } text }
            ? text.Trim()
            : throw InputException.At(
                Where(node, place),
                $"{what} is not a single value",
                "text, a number or a date",
                "methods/eci.yaml is an example"
            );

    private static string Where(YamlNode node, string place) => $"{place}, line {node.Start.Line.ToString(CultureInfo.InvariantCulture)}";
}
