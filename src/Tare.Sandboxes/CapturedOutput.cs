using System.Text;

namespace Tare.Sandboxes;

/// <summary>What was kept of an output stream: its first and its last bytes.</summary>
/// <param name="Head">The first bytes, up to half of the limit; all of them when nothing was dropped.</param>
/// <param name="Tail">The last bytes; empty when nothing was dropped.</param>
/// <param name="TotalBytes">Bytes that the command wrote.</param>
public sealed record CapturedOutput(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Tail, long TotalBytes)
{
    /// <summary>Bytes between head and tail that were read, counted and dropped.</summary>
    public long OmittedBytes => TotalBytes - Head.Length - Tail.Length;

    /// <summary>Head and tail as UTF-8 with replacement characters, and between them, where bytes are missing, a line that says how many.</summary>
    public override string ToString() =>
        OmittedBytes == 0
            ? Encoding.UTF8.GetString(Head.Span)
            : $"{Encoding.UTF8.GetString(Head.Span)}\n[... {OmittedBytes} bytes omitted ...]\n{Encoding.UTF8.GetString(Tail.Span)}";
}
