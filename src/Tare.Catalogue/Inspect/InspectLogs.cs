using System.Text;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Logs of Inspect: a <c>.eval</c> or <c>.json</c> file, or a folder of them.</summary>
public static class InspectLogs
{
    private const int HeadBytes = 1 << 12;
    private const long LongestJson = 1L << 29;

    /// <summary>Whether a source is a log, or a folder with at least one.</summary>
    /// <param name="source">The source.</param>
    public static bool Recognises(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.IsFolder ? LogFiles(source).Any() : IsLog(source);
    }

    /// <summary>Reads every log of a source.</summary>
    /// <param name="source">A file or folder.</param>
    /// <exception cref="InputException">A log is damaged, cut, or made to do harm; the message says where and why.</exception>
    public static InspectRead Read(ImportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var tally = new Tally();
        if (!source.IsFolder)
        {
            return new([One(source, tally)], tally.ToList());
        }

        var logs = LogFiles(source).Select(file => One(ImportSource.FromPath(file), tally)).ToList();
        return logs.Count > 0
            ? new(logs, tally.ToList())
            : throw InputException.At(
                source.Name,
                "no log of Inspect in it",
                "files that end in .eval or .json",
                "check that this is the right folder"
            );
    }

    private static IEnumerable<string> LogFiles(ImportSource folder) =>
        Directory
            .EnumerateFiles(folder.Name, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".eval", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Where(f => f.EndsWith(".eval", StringComparison.Ordinal) || IsLog(ImportSource.FromPath(f)));

    private static bool IsLog(ImportSource source)
    {
        if (source.IsZip)
        {
            try
            {
                using var archive = new EvalArchive(source.Open(), source.Name);
                return InspectReader.IsLog(archive);
            }
            catch (InputException)
            {
                return source.Name.EndsWith(".eval", StringComparison.Ordinal);
            }
        }

        var head = Encoding.UTF8.GetString(source.Head(HeadBytes)).TrimStart('\ufeff', ' ', '\n', '\r', '\t');
        return head.StartsWith('{')
            && head.Contains("\"version\"", StringComparison.Ordinal)
            && head.Contains("\"status\"", StringComparison.Ordinal)
            && head.Contains("\"eval\"", StringComparison.Ordinal);
    }

    private static InspectLog One(ImportSource source, Tally tally)
    {
        var reader = new InspectReader(source.Name, tally);
        if (source.IsZip)
        {
            using var archive = new EvalArchive(source.Open(), source.Name);
            return reader.Read(archive);
        }

        using var stream = source.Open();
        if (stream.Length > LongestJson)
        {
            throw InputException.At(
                source.Name,
                Plural.Of(stream.Length, "byte"),
                $"a JSON log of at most {Plural.Of(LongestJson, "byte")}",
                "convert it to the ZIP kind: inspect log convert --to eval"
            );
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return reader.Read(bytes);
    }
}
