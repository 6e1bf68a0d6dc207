using System.Buffers;
using System.Text;
using Tare.Records;

namespace Tare.Runner.Journals;

/// <summary>Reads a journal entry by entry, up to its end or the first damage. Works beside a writer.</summary>
/// <param name="path">The journal. One that does not exist is empty.</param>
internal sealed class JournalReader(string path)
{
    /// <summary>Longest line, bytes: a damaged file may have no line end for gigabytes.</summary>
    public const int LongestLine = 1 << 26;

    private const int Chunk = 1 << 16;
    private const byte LineEnd = (byte)'\n';
    private static readonly SearchValues<byte> s_digits = SearchValues.Create("0123456789abcdef"u8);
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = new byte[Chunk];
    private int _start;
    private int _filled;
    private bool _ended;

    /// <summary>Checksum of what was read.</summary>
    public JournalChain Chain { get; } = new();

    /// <summary>Bytes of the whole lines that were read.</summary>
    public long End { get; private set; }

    /// <summary>Whole lines that were read, the header included.</summary>
    public int Lines { get; private set; }

    /// <summary>Where reading stopped before the end, or <see langword="null"/>. Known when <see cref="Entries"/> has ended.</summary>
    public JournalDamage? Damage { get; private set; }

    /// <summary>The entries. To be called once.</summary>
    /// <exception cref="InputException">The journal belongs to a newer version of this program.</exception>
    public IEnumerable<JournalEntry> Entries()
    {
        // Before the file: a writer beside us moves it on.
        var mark = JournalMark.Read(path);
        if (!File.Exists(path))
        {
            Damage = mark is > 0 ? Cut(mark.Value) : null;
            yield break;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        while (NextLine(stream) is { } length)
        {
            var line = _buffer.AsMemory(_start, length);
            if (Fault(line.Span) is { } fault)
            {
                Damage = At(fault, mark, isLast: false);
                yield break;
            }

            var json = line[(JournalChain.Digits + 1)..];
            var place = FormattableString.Invariant($"{path}, line {Lines + 1}");
            JournalEntry? entry = null;
            if (Lines == 0)
            {
                JournalJsonReader.CheckHeader(json, place);
            }
            else
            {
                entry = JournalJsonReader.Read(json, place);
            }

            _start += length + 1;
            End += length + 1;
            Lines++;
            if (entry is not null)
            {
                yield return entry;
            }
        }

        Damage =
            _filled > _start ? At(_filled - _start > LongestLine ? "a line without end" : "a line that is not whole", mark, isLast: true)
            : mark > End ? Cut(mark.Value)
            : null;
    }

    private JournalDamage At(string found, long? mark, bool isLast) => new(Lines + 1, End, found, mark is { } m ? End >= m : isLast);

    private JournalDamage Cut(long mark) =>
        new(
            Lines + 1,
            End,
            FormattableString.Invariant(
                $"the end of the file, although {mark - End} bytes more had been written (cut, or copied while a runner wrote)"
            ),
            Ordinary: false
        );

    // What is wrong with a line, or null; a good one is taken up by the chain.
    private string? Fault(ReadOnlySpan<byte> line)
    {
        if (
            line.Length <= JournalChain.Digits
            || line[JournalChain.Digits] != (byte)' '
            || line[..JournalChain.Digits].ContainsAnyExcept(s_digits)
        )
        {
            return "a line that does not begin with a checksum of 16 hexadecimal digits and a space";
        }

        Span<byte> expected = stackalloc byte[JournalChain.Digits];
        var checksum = line[..JournalChain.Digits];
        return Chain.TryAdd(line[(JournalChain.Digits + 1)..], checksum, expected)
            ? null
            : $"the checksum {s_utf8.GetString(checksum)}, but the line and those before it give {s_utf8.GetString(expected)}";
    }

    // Length of the next whole line at _start, or null where none is left.
    private int? NextLine(FileStream stream)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _filled - _start - searched).IndexOf(LineEnd);
            if (at >= 0)
            {
                return searched + at;
            }

            searched = _filled - _start;
            if (_ended || searched > LongestLine)
            {
                return null;
            }

            Fill(stream);
        }
    }

    private void Fill(FileStream stream)
    {
        _buffer.AsSpan(_start, _filled - _start).CopyTo(_buffer);
        _filled -= _start;
        _start = 0;
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer.AsSpan(_filled));
        _ended = read == 0;
        _filled += read;
    }
}
