namespace Tare.Sandboxes.Processes;

/// <summary>Keeps the first and the last bytes of a stream in constant memory.</summary>
internal sealed class OutputBuffer
{
    private readonly int _limit;
    private readonly int _tailStart;
    private byte[] _kept = [];
    private int _tail;
    private long _total;

    /// <param name="limit">Bytes to keep: half from the start, half from the end, or everything that fits.</param>
    internal OutputBuffer(int limit)
    {
        _limit = limit;
        _tailStart = limit - (limit / 2);
        _tail = _tailStart;
    }

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        var room = (int)Math.Min(bytes.Length, Math.Max(0, _limit - _total));
        if (room > 0)
        {
            Grow((int)_total + room);
            bytes[..room].CopyTo(_kept.AsSpan((int)_total));
        }

        _total += bytes.Length;
        if (_limit > _tailStart)
        {
            // The second half of the array is a ring once it has been full.
            bytes = bytes[room..];
            bytes = bytes[Math.Max(0, bytes.Length - (_limit - _tailStart))..];
            AppendToRing(bytes);
        }
    }

    internal CapturedOutput Captured()
    {
        if (_total <= _limit)
        {
            return new CapturedOutput(_kept.AsMemory(0, (int)_total), ReadOnlyMemory<byte>.Empty, _total);
        }

        byte[] tail = [.. _kept.AsSpan(_tail, _limit - _tail), .. _kept.AsSpan(_tailStart, _tail - _tailStart)];
        return new CapturedOutput(_kept.AsMemory(0, _tailStart), tail, _total);
    }

    private void AppendToRing(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = Math.Min(bytes.Length, _limit - _tail);
            bytes[..part].CopyTo(_kept.AsSpan(_tail));
            bytes = bytes[part..];
            _tail = _tail + part == _limit ? _tailStart : _tail + part;
        }
    }

    private void Grow(int size)
    {
        if (size > _kept.Length)
        {
            Array.Resize(ref _kept, (int)Math.Min(_limit, Math.Max(size, Math.Max(4096, 2L * _kept.Length))));
        }
    }
}
