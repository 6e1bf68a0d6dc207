using System.Globalization;
using System.Text;
using Tare.Records;

namespace Tare.Harnesses;

/// <summary>
/// Transcripts for people: who said what, what ran and how it ended, the tokens of each call. Nothing in a text acts on a terminal: what is not
/// printable is written as <c>\x1b</c>.
/// </summary>
public static class TranscriptText
{
    /// <summary>Columns that a text is folded at.</summary>
    public const int Width = 100;

    private const int MostLines = 200;
    private const int FirstLines = 150;
    private const int LastLines = MostLines - FirstLines;
    private const string Indent = "  ";

    /// <summary>The transcript as text of at most <see cref="Width"/> columns, ending with a line end.</summary>
    /// <remarks>
    /// A line that is too long goes on in the next one, after <c>↪ </c>; of a text of more than 200 lines the first 150 and the last 50 are shown, and a
    /// line says how many are not. The JSON document has everything.
    /// </remarks>
    /// <param name="transcript">The transcript.</param>
    public static string Render(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var text = new StringBuilder();
        var call = 0;
        for (var i = 0; i < transcript.Events.Count; i++)
        {
            switch (transcript.Events[i])
            {
                case TranscriptEvent.Told e:
                    Head(text, e.Role == "system" ? "SYSTEM" : "USER", "");
                    Body(text, e.Text);
                    break;
                case TranscriptEvent.Answered e:
                    call++;
                    Head(text, FormattableString.Invariant($"MODEL, call {call}"), Usage(e.Answer));
                    var carriedOut = transcript.Events.Skip(i + 1).TakeWhile(f => f is TranscriptEvent.Ran or TranscriptEvent.Refused);
                    Answer(text, e.Answer, [.. carriedOut]);
                    break;
                case TranscriptEvent.Ran e:
                    Head(text, "BASH", e.ExitCode is { } code ? FormattableString.Invariant($"exit code {code}") : "ended by a limit");
                    Body(text, e.Command, "$ ", "> ");
                    Body(text, e.Shown);
                    break;
                case TranscriptEvent.Refused e:
                    Head(text, "NOT RUN", $"tool call {Line(e.CallId)}");
                    Body(text, e.Shown);
                    break;
                case TranscriptEvent.Ended e:
                    Head(text, "END", KebabCase.Of(e.Stop));
                    Body(text, e.Detail ?? "");
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return text.ToString();
    }

    private static void Answer(StringBuilder text, ModelAnswer answer, IReadOnlyList<TranscriptEvent> carriedOut)
    {
        if (answer.Reasoning is { Length: > 0 } reasoning)
        {
            Body(text, reasoning, "(reasoning) ", Indent);
        }

        Body(text, answer.Text);
        if (answer.Text.Length == 0 && answer.ToolCalls.Count == 0)
        {
            Body(text, "(no answer)");
        }

        // A command that ran stands below, with its output.
        for (var i = 0; i < answer.ToolCalls.Count; i++)
        {
            if (carriedOut.ElementAtOrDefault(i) is not TranscriptEvent.Ran)
            {
                Body(text, $"{answer.ToolCalls[i].Name} {answer.ToolCalls[i].Arguments}", "(tool call, not run) ", Indent);
            }
        }
    }

    private static string Usage(ModelAnswer answer)
    {
        var parts = new List<string>();
        if (answer.Usage is { } u)
        {
            parts.Add($"{Count(u.Input)} in");
            AddIf(parts, u.CacheRead, "from cache");
            AddIf(parts, u.CacheWrite, "to cache");
            parts.Add(u.Reasoning is { } r and > 0 ? $"{Count(u.Output)} out ({Count(r)} reasoning)" : $"{Count(u.Output)} out");
        }
        else
        {
            parts.Add("tokens unknown");
        }

        if (answer.Finish is not (FinishReason.Stop or FinishReason.ToolCalls))
        {
            parts.Add($"finish: {KebabCase.Of(answer.Finish)}");
        }

        return string.Join(" · ", parts);
    }

    private static void AddIf(List<string> parts, long count, string what)
    {
        if (count > 0)
        {
            parts.Add($"{Count(count)} {what}");
        }
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static void Head(StringBuilder text, string who, string about)
    {
        var line = about.Length == 0 ? $"── {who} " : $"── {who} · {about} ";
        text.Append(text.Length == 0 ? "" : "\n").Append(line).Append('─', Math.Max(0, Width - line.Length)).Append('\n');
    }

    private static void Body(StringBuilder text, string body, string first = Indent, string others = Indent)
    {
        var lines = body.TrimEnd('\n').Split('\n');
        if (lines is [""])
        {
            return;
        }

        var hidden = lines.Length > MostLines ? lines.Length - MostLines : 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (hidden > 0 && i == FirstLines)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{Indent}[{Count(hidden)} lines are not shown here; the JSON document has them]\n"
                );
                i += hidden;
            }

            Folded(text, Line(lines[i]), i == 0 ? first : others);
        }
    }

    /// <summary>Folds at the last blank of a line, or within a word that is too long.</summary>
    private static void Folded(StringBuilder text, string line, string before)
    {
        while (before.Length + line.Length > Width)
        {
            var room = Width - before.Length;
            var blank = line.LastIndexOf(' ', room - 1, room / 2);
            var at =
                blank > 0 ? blank + 1
                : char.IsHighSurrogate(line[room - 1]) ? room - 1
                : room;
            text.Append(before).Append(line.AsSpan(0, at).TrimEnd(' ')).Append('\n');
            line = line[at..];
            before = Indent + "↪ ";
        }

        text.Append(line.Length == 0 ? "" : before).Append(line).Append('\n');
    }

    private static string Line(string text)
    {
        if (PlainText.FirstUnprintable(text) < 0 && !text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text, i))
            {
                shown.Append(text, i++, 2);
            }
            else if (text[i] == '\n')
            {
                shown.Append("\\n");
            }
            else if (text[i] is '\r')
            {
                shown.Append("\\r");
            }
            else if (PlainText.IsUnprintable(text[i]) || char.IsSurrogate(text[i]))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\x{(int)text[i]:x2}");
            }
            else
            {
                shown.Append(text[i]);
            }
        }

        return shown.ToString();
    }
}
