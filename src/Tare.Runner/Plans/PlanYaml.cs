using System.Globalization;
using Tare.Records;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Tare.Runner;

/// <summary>Reads and writes plans as YAML documents of version 1, strictly: an unknown key or a wrong type is an error that says where.</summary>
/// <remarks>What was written reads back as an equal plan, and writes again as the same bytes.</remarks>
public static class PlanYaml
{
    /// <summary>The version of the document that is written, and the only one that is read.</summary>
    public const int Version = 1;

    private const int LongestDocument = 1 << 24;

    /// <summary>Stream, document, map, list, map.</summary>
    private const int DeepestNesting = 6;

    /// <summary>The document of a plan; ends with a line end.</summary>
    /// <param name="plan">The plan.</param>
    public static string Write(Plan plan) => PlanWriter.Write(plan);

    /// <summary>Reads the document of a plan that lists its items.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="place">The file as messages name it.</param>
    /// <exception cref="InputException">The document cannot be used.</exception>
    public static Plan Read(string text, string place)
    {
        var draft = ReadDraft(text, place);
        return draft.Tasks.Count == 0
            ? draft.Plan
            : throw InputException.At(
                place,
                "'tasks' in the plan of a run",
                "'items', each with its digest",
                "start a run from this document: tare run FILE --run DIR"
            );
    }

    /// <summary>Reads a document that lists items, or names tasks to draw them from.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="place">The file as messages name it.</param>
    /// <exception cref="InputException">The document cannot be used.</exception>
    public static PlanDraft ReadDraft(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(place);
        return PlanReader.Read(PlanTable.Of(Parse(text, place), place, ""));
    }

    private static YamlMappingNode Parse(string text, string place)
    {
        if (text.Length > LongestDocument)
        {
            throw InputException.At(
                place,
                $"{text.Length.ToString("N0", CultureInfo.InvariantCulture)} characters",
                $"a plan of at most {LongestDocument.ToString("N0", CultureInfo.InvariantCulture)} characters",
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
            throw Unreadable($"{place}, line {e.Start.Line.ToString(CultureInfo.InvariantCulture)}", (e.InnerException ?? e).Message);
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
                "a plan: 'plan: 1', then models, and tasks or items",
                "docs/design/run-plans.md shows one"
            );
    }

    /// <summary>Refuses what a plan never has, before a recursive reader meets it: deep nesting and references.</summary>
    private static void RefuseDepth(string text, string place)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting || parser.Current is AnchorAlias)
            {
                throw Unreadable(
                    $"{place}, line {parser.Current.Start.Line.ToString(CultureInfo.InvariantCulture)}",
                    "nesting too deep, or a reference"
                );
            }
        }
    }

    private static InputException Unreadable(string place, string cause) =>
        InputException.At(
            place,
            $"not readable as YAML: {cause.ReplaceLineEndings(" ")}",
            "one 'key: value' a line, every key once",
            "correct the line; docs/design/run-plans.md shows a plan"
        );
}
