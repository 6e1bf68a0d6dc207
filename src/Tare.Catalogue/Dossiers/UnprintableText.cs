using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>Refuses texts that act on what shows them: a dossier's words come from sources that nobody vouches for.</summary>
internal static class UnprintableText
{
    /// <summary>Looks at every key and text of a document.</summary>
    /// <param name="node">The document.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="InputException">A text holds a control character or a bidirectional override.</exception>
    public static void Refuse(YamlNode node, string file)
    {
        switch (node)
        {
            case YamlText text:
                Refuse(text.Value, text.Line, text.Column, file);
                break;
            case YamlSequence list:
                foreach (var entry in list.Entries)
                {
                    Refuse(entry, file);
                }

                break;
            case YamlTable table:
                foreach (var field in table.Fields)
                {
                    Refuse(field.Name, field.Line, field.Column, file);
                    Refuse(field.Value, file);
                }

                break;
        }
    }

    private static void Refuse(string text, int line, int column, string file)
    {
        var at = PlainText.FirstUnprintable(text);
        if (at >= 0)
        {
            throw InputException.At(
                StrictYaml.Place(file, line, column),
                string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[at]:X4} as character {at + 1} of the text"),
                "characters that are shown; a control or a bidirectional override changes what a reader sees",
                "take the character out, or write U+FFFD in its place where the wording matters"
            );
        }
    }
}
