using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tare.Sandboxes;

namespace Tare.Harnesses;

/// <summary>What the model is shown of a command: each stream under its name where it wrote anything, then how it ended.</summary>
internal static class ShownOutput
{
    /// <summary>The text for a command that ended.</summary>
    /// <param name="result">How it went; not withdrawn.</param>
    /// <param name="limit">The elapsed time it was given.</param>
    public static string Of(CommandResult result, TimeSpan limit)
    {
        var text = new StringBuilder();
        Append(text, BashLoopSpecification.StandardOutputLine, result.Output);
        Append(text, BashLoopSpecification.StandardErrorLine, result.Error);
        return text.Append(EndLine(result, limit)).ToString();
    }

    private static string EndLine(CommandResult result, TimeSpan limit) =>
        result.End switch
        {
            CommandEnd.Exited => BashLoopSpecification.Fill(BashLoopSpecification.ExitFormat, Text(result.ExitCode ?? 0)),
            CommandEnd.WallClock => BashLoopSpecification.Fill(
                BashLoopSpecification.TimeFormat,
                Text((long)Math.Ceiling(limit.TotalSeconds))
            ),
            CommandEnd.CpuTime => BashLoopSpecification.CpuLine,
            CommandEnd.Memory => BashLoopSpecification.MemoryLine,
            CommandEnd.ProcessCount => BashLoopSpecification.ProcessesLine,
            CommandEnd.WorkFolderSize => BashLoopSpecification.SpaceLine,
            CommandEnd.Cancelled => BashLoopSpecification.BudgetLine,
            _ => throw new UnreachableException(),
        };

    private static void Append(StringBuilder text, string name, CapturedOutput stream)
    {
        if (stream.TotalBytes == 0)
        {
            return;
        }

        text.Append(name).Append('\n').Append(Text(stream));
        if (text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    /// <summary>A stream as text: whole up to the sum of head and tail, else its first and last bytes with a line about the rest between them.</summary>
    public static string Text(CapturedOutput stream)
    {
        var head = stream.Head.Span;
        var tail = stream.Tail.Span;
        if (stream.OmittedBytes == 0)
        {
            byte[] all = [.. head, .. tail];
            if (all.Length <= BashLoopSpecification.HeadBytes + BashLoopSpecification.TailBytes)
            {
                return Decode(all);
            }

            head = tail = all;
        }

        var first = WithoutCutEnd(head[..Math.Min(head.Length, BashLoopSpecification.HeadBytes)]);
        var last = WithoutCutStart(tail[^Math.Min(tail.Length, BashLoopSpecification.TailBytes)..]);
        var omitted = BashLoopSpecification.Fill(BashLoopSpecification.OmittedFormat, Text(stream.TotalBytes - first.Length - last.Length));
        return $"{Decode(first)}\n{omitted}\n{Decode(last)}";
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    // A zero byte is text, but some providers refuse it.
    private static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).Replace('\0', '\uFFFD');

    // The cut may have gone through a character: its bytes count as omitted.
    private static ReadOnlySpan<byte> WithoutCutEnd(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (!IsContinuation(b))
            {
                return Length(b) > back ? bytes[..^back] : bytes;
            }
        }

        return bytes;
    }

    private static ReadOnlySpan<byte> WithoutCutStart(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        while (start < Math.Min(3, bytes.Length) && IsContinuation(bytes[start]))
        {
            start++;
        }

        return bytes[start..];
    }

    private static bool IsContinuation(byte b) => (b & 0xC0) == 0x80;

    private static int Length(byte lead) =>
        lead switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 1,
        };
}
