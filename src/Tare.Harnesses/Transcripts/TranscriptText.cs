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
    /// <summary>Columns that a text is folded at where nobody says otherwise.</summary>
    public const int Width = 100;

    private const int MostLines = 200;
    private const int FirstLines = 150;
    private const int NarrowestText = 40;
    private const string Indent = "  ";

    /// <summary>The transcript as text, ending with a line end.</summary>
    /// <remarks>
    /// A line that is too long goes on in the next one, after <c>↪ </c>; of a text of more than 200 lines the first 150 and the last 50 are shown, and a
    /// line says how many are not. The JSON document has everything.
    /// </remarks>
    /// <param name="transcript">The transcript.</param>
    /// <param name="width">Columns, at least 40; a heading that is longer stays whole.</param>
    public static string Render(Transcript transcript, int width = Width)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, NarrowestText);
        var text = new FoldedText(width);
        var call = 0;
        for (var i = 0; i < transcript.Events.Count; i++)
        {
            switch (transcript.Events[i])
            {
                case TranscriptEvent.Told e:
                    text.Head(e.Role == "system" ? "SYSTEM" : "USER", "");
                    text.Body(e.Text);
                    break;
                case TranscriptEvent.Answered e:
                    call++;
                    text.Head(FormattableString.Invariant($"MODEL, call {call}"), Usage(e.Answer));
                    var carriedOut = transcript.Events.Skip(i + 1).TakeWhile(f => f is TranscriptEvent.Ran or TranscriptEvent.Refused);
                    Answer(text, e.Answer, [.. carriedOut]);
                    break;
                case TranscriptEvent.Ran e:
                    text.Head("BASH", e.ExitCode is { } code ? FormattableString.Invariant($"exit code {code}") : "ended by a limit");
                    text.Body(e.Command, "$ ", "> ");
                    text.Body(e.Shown);
                    break;
                case TranscriptEvent.Refused e:
                    text.Head("NOT RUN", $"tool call {Line(e.CallId)}");
                    text.Body(e.Shown);
                    break;
                case TranscriptEvent.Ended e:
                    text.Head("END", KebabCase.Of(e.Stop));
                    text.Body(e.Detail ?? "");
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return text.ToString();
    }

    private static void Answer(FoldedText text, ModelAnswer answer, IReadOnlyList<TranscriptEvent> carriedOut)
    {
        if (answer.Reasoning is { Length: > 0 } reasoning)
        {
            text.Body(reasoning, "(reasoning) ", Indent);
        }

        text.Body(answer.Text);
        if (answer.Text.Length == 0 && answer.ToolCalls.Count == 0)
        {
            text.Body("(no answer)");
        }

        // A command that ran stands below, with its output.
        for (var i = 0; i < answer.ToolCalls.Count; i++)
        {
            if (carriedOut.ElementAtOrDefault(i) is not TranscriptEvent.Ran)
            {
                text.Body($"{answer.ToolCalls[i].Name} {answer.ToolCalls[i].Arguments}", "(tool call, not run) ", Indent);
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

    /// <summary>Text that keeps to a width.</summary>
    private sealed class FoldedText(int width)
    {
        private readonly StringBuilder _text = new();

        public void Head(string who, string about)
        {
            var line = about.Length == 0 ? $"── {who} " : $"── {who} · {about} ";
            _text.Append(_text.Length == 0 ? "" : "\n").Append(line).Append('─', Math.Max(0, width - line.Length)).Append('\n');
        }

        public void Body(string body, string first = Indent, string others = Indent)
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
                    _text.Append(
                        CultureInfo.InvariantCulture,
                        $"{Indent}[{Count(hidden)} lines are not shown here; the JSON document has them]\n"
                    );
                    i += hidden;
                }

                Folded(Line(lines[i]), i == 0 ? first : others);
            }
        }

        /// <summary>Folds at the last blank of a line, or within a word that is too long.</summary>
        private void Folded(string line, string before)
        {
            while (before.Length + line.Length > width)
            {
                var room = width - before.Length;
                var blank = line.LastIndexOf(' ', room - 1, room / 2);
                var at =
                    blank > 0 ? blank + 1
                    : char.IsHighSurrogate(line[room - 1]) ? room - 1
                    : room;
                _text.Append(before).Append(line.AsSpan(0, at).TrimEnd(' ')).Append('\n');
                line = line[at..];
                before = Indent + "↪ ";
            }

            _text.Append(line.Length == 0 ? "" : before).Append(line).Append('\n');
        }

        public override string ToString() => _text.ToString();
    }
}
