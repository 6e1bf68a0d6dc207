namespace Tare.Records;

/// <summary>Which characters may stand in a text that people read.</summary>
public static class PlainText
{
    /// <summary>
    /// Whether a character acts on what shows the text instead of being shown: a control other than tab and line feed, a bidirectional
    /// embedding, override or isolate (which makes a text read as another one), or a code that is no character.
    /// </summary>
    /// <param name="c">The character; half of a surrogate pair is judged by <see cref="FirstUnprintable"/>.</param>
    public static bool IsUnprintable(char c) =>
        c
            is < ' '
                and not ('\t' or '\n')
                or >= '\u007f'
                and <= '\u009f'
                or >= '\u202a'
                and <= '\u202e'
                or >= '\u2066'
                and <= '\u2069'
                or >= '\ufffe';

    /// <summary>Index of the first unprintable character or half of a pair, or -1.</summary>
    /// <param name="text">The text.</param>
    public static int FirstUnprintable(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and <= '~')
            {
                continue;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsUnprintable(text[i]) || char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
