using System.Text;
using Tare.Records;

namespace Tare.Runner.Toml;

/// <summary>A text and a position in it, with line and column for messages. Columns count UTF-16 units from 1.</summary>
internal sealed class TomlCursor(string file, string text)
{
    private const int LongestShown = 40;

    internal const char End = '\0';

    private readonly List<int> _lineStarts = [0, .. Enumerable.Range(1, text.Length).Where(i => text[i - 1] == '\n')];

    internal int Position { get; private set; }

    internal bool AtEnd => Position >= text.Length;

    /// <summary>The character at the position; <see cref="End"/> after the last one (a zero character in the text is refused wherever it stands).</summary>
    internal char Now => Ahead(0);

    internal string Place => PlaceAt(Position);

    internal char Ahead(int count) => Position + count < text.Length ? text[Position + count] : End;

    internal bool Starts(string with) => string.CompareOrdinal(text, Position, with, 0, with.Length) == 0;

    internal void Skip(int count) => Position += count;

    internal string Since(int start) => text[start..Position];

    /// <summary>Spaces and tabs.</summary>
    internal void SkipBlanks()
    {
        while (Now is ' ' or '\t')
        {
            Position++;
        }
    }

    /// <summary>A line end, if one stands here: LF or CR LF.</summary>
    internal bool TakeLineEnd()
    {
        var length =
            Now == '\n' ? 1
            : Now == '\r' && Ahead(1) == '\n' ? 2
            : 0;
        Position += length;
        return length > 0;
    }

    /// <summary>A comment, if one stands here, up to its line end.</summary>
    internal void SkipComment()
    {
        if (Now != '#')
        {
            return;
        }

        while (!AtEnd && Now != '\n' && !(Now == '\r' && Ahead(1) == '\n'))
        {
            if (IsForbidden(Now))
            {
                throw Error("a control character in a comment", "text, tabs included", "remove it");
            }

            Position++;
        }
    }

    /// <summary>Blanks, comments and line ends.</summary>
    internal void SkipLines()
    {
        do
        {
            SkipBlanks();
            SkipComment();
        } while (TakeLineEnd());
    }

    /// <summary>Controls other than tab, which TOML allows nowhere.</summary>
    internal static bool IsForbidden(char c) => c is < ' ' and not '\t' or '\u007f';

    /// <summary>An error at the position; what stands there is shown when <paramref name="value"/> is null.</summary>
    internal InputException Error(string? value, string expectation, string nextStep, int? at = null) =>
        InputException.At(PlaceAt(at ?? Position), value ?? Shown(at ?? Position), expectation, nextStep);

    internal string PlaceAt(int position)
    {
        var found = _lineStarts.BinarySearch(position);
        var line = found >= 0 ? found : ~found - 1;
        return FormattableString.Invariant($"{file}:{line + 1}:{position - _lineStarts[line] + 1}");
    }

    private string Shown(int position)
    {
        if (position >= text.Length)
        {
            return "the file ends";
        }

        if (text[position] is '\n' or '\r')
        {
            return "the line ends";
        }

        var shown = new StringBuilder();
        for (var i = position; i < text.Length && shown.Length < LongestShown && text[i] is not ('\n' or '\r'); i++)
        {
            shown.Append(PlainText.IsUnprintable(text[i]) ? '?' : text[i]);
        }

        return $"'{shown}'";
    }
}
