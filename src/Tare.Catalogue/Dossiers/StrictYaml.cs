using System.Globalization;
using Tare.Records;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tare.Catalogue.Dossiers;

/// <summary>The plain part of YAML: mappings, lists, scalars. Anchors, aliases, tags, several documents, double keys and deep nesting are refused.</summary>
internal static class StrictYaml
{
    private const int DeepestLevel = 16;

    /// <summary>The one value of a document.</summary>
    /// <param name="reader">The document.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="InputException">The text is no such document.</exception>
    public static YamlNode Parse(TextReader reader, string file)
    {
        var parser = new Parser(reader);
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                throw InputException.At(file, "the file is empty", "a dossier", "write at least id, title, language, recorded and licence");
            }

            parser.Consume<DocumentStart>();
            var root = Node(parser, file, (new SharedTexts(), new YamlFields(file)), 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                throw InputException.At(
                    Place(file, second.Start),
                    "a second document",
                    "one document in a file",
                    "put it into a file of its own"
                );
            }

            return root;
        }
        catch (YamlException e)
        {
            throw new InputException(
                $"{Place(file, e.Start)}: {e.Message}\n  expected: YAML\n  next:     look at the quotation marks, brackets and the indentation on and above this line",
                e
            );
        }
    }

    public static string Place(string file, int line, int column) => string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}");

    private static string Place(string file, Mark mark) => Place(file, (int)mark.Line, (int)mark.Column);

    private static YamlNode Node(Parser parser, string file, (SharedTexts Texts, YamlFields Fields) found, int level)
    {
        Refuse(parser, file, level);

        var start = parser.Current!.Start;
        var (line, column) = ((int)start.Line, (int)start.Column);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlText(line, column, found.Texts.Of(scalar.Value), scalar.Style == ScalarStyle.Plain);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var entries = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                entries.Add(Node(parser, file, found, level + 1));
            }

            return new YamlSequence(line, column, [.. entries]);
        }

        parser.Consume<MappingStart>();
        var mapping = found.Fields.Begin();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            found.Fields.Add(mapping, Field(parser, file, found, level + 1));
        }

        return new YamlTable(line, column, found.Fields.End(mapping));
    }

    private static YamlField Field(Parser parser, string file, (SharedTexts Texts, YamlFields Fields) found, int level)
    {
        Refuse(parser, file, level);
        if (!parser.TryConsume<Scalar>(out var key))
        {
            throw InputException.At(Place(file, parser.Current!.Start), "a list or mapping as a key", "a name", "write name: value");
        }

        return new YamlField(found.Texts.Of(key.Value), (int)key.Start.Line, (int)key.Start.Column, Node(parser, file, found, level));
    }

    private static void Refuse(Parser parser, string file, int level)
    {
        parser.Accept<ParsingEvent>(out var next);
        var found = next switch
        {
            AnchorAlias alias => $"the alias '*{alias.Value}'",
            NodeEvent { Anchor.IsEmpty: false } node => $"the anchor '&{node.Anchor}'",
            NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } node => $"the tag '{node.Tag}'",
            _ when level > DeepestLevel => string.Create(CultureInfo.InvariantCulture, $"nesting deeper than {DeepestLevel} levels"),
            _ => null,
        };
        if (found is not null)
        {
            throw InputException.At(Place(file, next!.Start), found, "plain mappings, lists and texts", "write the value out");
        }
    }
}
