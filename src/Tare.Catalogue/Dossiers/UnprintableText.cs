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
                Refuse(text, file);
                break;
            case YamlSequence list:
                foreach (var entry in list.Entries)
                {
                    Refuse(entry, file);
                }

                break;
            case YamlTable table:
                foreach (var (key, value) in table.Fields.Values)
                {
                    Refuse(key, file);
                    Refuse(value, file);
                }

                break;
        }
    }

    private static void Refuse(YamlText text, string file)
    {
        var at = PlainText.FirstUnprintable(text.Value);
        if (at >= 0)
        {
            throw InputException.At(
                StrictYaml.Place(file, text.Line, text.Column),
                string.Create(CultureInfo.InvariantCulture, $"U+{(int)text.Value[at]:X4} as character {at + 1} of the text"),
                "characters that are shown; a control or a bidirectional override changes what a reader sees",
                "take the character out, or write U+FFFD in its place where the wording matters"
            );
        }
    }
}
