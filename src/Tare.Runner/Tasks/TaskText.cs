using Tare.Records;

namespace Tare.Runner;

/// <summary>Texts that a task, an agent or a verifier wrote, made harmless for a screen.</summary>
public static class TaskText
{
    private const int LongestLine = 200;

    /// <summary>The text with every character that would act on a screen replaced by U+FFFD.</summary>
    /// <param name="text">Text of any origin.</param>
    public static string Safe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan();
        var safe = new System.Text.StringBuilder(text.Length);
        while (PlainText.FirstUnprintable(rest) is >= 0 and var at)
        {
            safe.Append(rest[..at]).Append('\ufffd');
            rest = rest[(at + 1)..];
        }

        return safe.Append(rest).ToString();
    }

    /// <summary>The text on one line of at most 200 characters.</summary>
    /// <param name="text">Text of any origin.</param>
    public static string Line(string text)
    {
        var line = Safe(text).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return line.Length <= LongestLine ? line : string.Concat(line.AsSpan(0, LongestLine - 1), "…");
    }
}
