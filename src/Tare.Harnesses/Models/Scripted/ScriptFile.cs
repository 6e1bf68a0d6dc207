using System.Globalization;
using System.IO.Enumeration;
using System.Text.Json;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>The answers of a scripted model: JSON lines, format in <c>docs/design/models.md</c>.</summary>
/// <param name="Path">The file.</param>
/// <param name="Lines">Its answers.</param>
internal sealed record ScriptFile(string Path, IReadOnlyList<ScriptLine> Lines)
{
    private static readonly string[] s_members = ["item", "text", "tool_calls", "solution", "usage", "finish", "repeat"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="InputException">It cannot be read, or a line is none of the format.</exception>
    public static ScriptFile Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.At(
                path,
                $"cannot be read: {e.Message}",
                "a file with one JSON object a line",
                "check the path behind 'scripted:'"
            );
        }

        var answers = new List<ScriptLine>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                answers.Add(Line(lines[i], string.Create(CultureInfo.InvariantCulture, $"{path}, line {i + 1}")));
            }
        }

        return answers.Count > 0
            ? new ScriptFile(path, answers)
            : throw InputException.At(
                path,
                "it has no line",
                "one JSON object a line",
                """write for example {"item":"*","text":"DONE","repeat":true}"""
            );
    }

    /// <summary>The answer to a question of an item, from 1, or <see langword="null"/> where the script has none.</summary>
    public ScriptLine? Answer(string item, int number)
    {
        var left = number;
        foreach (var line in Lines.Where(l => FileSystemName.MatchesSimpleExpression(l.Item, item, ignoreCase: false)))
        {
            if (line.Repeat || --left == 0)
            {
                return line;
            }
        }

        return null;
    }

    private static ScriptLine Line(string text, string place)
    {
        JsonElement line;
        try
        {
            line = JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException e)
        {
            throw InputException.At(
                place,
                "it is not JSON",
                "one JSON object on one line",
                $"look at column {(e.BytePositionInLine ?? 0) + 1}"
            );
        }

        var reader = new ScriptReader(place);
        reader.Members(line, s_members);
        var calls = line.TryGetProperty("tool_calls", out var list) ? reader.List(list, "tool_calls").Select(reader.Call).ToArray() : [];
        var solution = reader.Flag(line, "solution");
        if (solution && calls.Length > 0)
        {
            throw InputException.At(place, "'solution' beside 'tool_calls'", "one of the two", "split it into two lines");
        }

        return new ScriptLine(reader.Text(line, "item") ?? throw reader.Missing("item", "a pattern of items such as \"port/*\""))
        {
            Text = reader.Text(line, "text") ?? "",
            Calls = calls,
            Solution = solution,
            Repeat = reader.Flag(line, "repeat"),
            Finish = reader.Finish(line) ?? (calls.Length > 0 || solution ? FinishReason.ToolCalls : FinishReason.Stop),
            Usage = line.TryGetProperty("usage", out var usage) ? reader.Usage(usage) : null,
        };
    }
}
