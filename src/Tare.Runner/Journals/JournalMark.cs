using System.Globalization;
using System.Text;

namespace Tare.Runner.Journals;

/// <summary>
/// How many bytes of the journal are on disk, in a file beside it. A journal that was cut at the end of a line is a valid shorter journal: only
/// the mark shows that something is missing. It also tells what a crash leaves (behind the mark) from what was changed (before it).
/// </summary>
/// <remarks>Written after each flush of the journal, itself not flushed: it may lag behind, never run ahead.</remarks>
internal static class JournalMark
{
    private const string Format = "D19";
    private const int Length = 20;

    public static string PathOf(string journal) => $"{journal}.mark";

    /// <summary>The mark, or <see langword="null"/> where there is none that can be read.</summary>
    public static long? Read(string journal)
    {
        try
        {
            var text = File.ReadAllText(PathOf(journal));
            return
                text.Length == Length
                && text[^1] == '\n'
                && long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? n
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public static byte[] Bytes(long length) => Encoding.ASCII.GetBytes(length.ToString(Format, CultureInfo.InvariantCulture) + "\n");
}
