using System.Runtime.InteropServices;

namespace Tare.Numerics;

/// <summary>Numbers that begin at a cache line, so that no vector load crosses one.</summary>
internal sealed class AlignedArray
{
    private const int NumbersInLine = 8;
    private readonly double[] _storage;
    private readonly int _first;
    private readonly int _length;

    internal AlignedArray(int length)
    {
        _length = length;
        _storage = GC.AllocateArray<double>(length + NumbersInLine, pinned: true);
        var number = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_storage, 0) / sizeof(double) % NumbersInLine);
        _first = (NumbersInLine - number) % NumbersInLine;
    }

    internal Span<double> Span => _storage.AsSpan(_first, _length);
}
