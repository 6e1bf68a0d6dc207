using System.Text;

namespace Tare.Catalogue;

/// <summary>A table that may begin with lines of comment (<c>#</c>): they become empty lines, so that line numbers stay.</summary>
internal static class CommentFree
{
    public static Stream Open(string path)
    {
        using var reader = new CheckedTextReader(ImportSource.OpenFile(path), path);
        var text = reader.ReadToEnd();
        var table = 0;
        var lines = 0;
        while (table < text.Length && text[table] == '#')
        {
            var end = text.IndexOf('\n', table);
            table = end < 0 ? text.Length : end + 1;
            lines++;
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(new string('\n', lines) + text[table..]));
    }
}
