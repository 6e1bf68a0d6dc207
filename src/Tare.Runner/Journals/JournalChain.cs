using System.Buffers;
using System.Security.Cryptography;

namespace Tare.Runner.Journals;

/// <summary>
/// The checksum of a journal's lines, each over its own bytes and all before it: a line that was cut, changed, removed, doubled, moved or taken
/// from elsewhere does not fit. It shows accidents and edits; it is no signature, since whoever can write the file can compute it.
/// </summary>
/// <remarks>State: SHA-256(state of the line before, bytes of the line's JSON), 32 zero bytes before the first. Printed are its first 8 bytes.</remarks>
internal sealed class JournalChain
{
    /// <summary>Hexadecimal digits of a printed checksum.</summary>
    public const int Digits = 16;

    private readonly byte[] _state = new byte[SHA256.HashSizeInBytes];

    /// <summary>Takes a line up and writes its checksum.</summary>
    /// <param name="json">The line without checksum and line end.</param>
    /// <param name="checksum"><see cref="Digits"/> lower-case digits.</param>
    public void Add(ReadOnlySpan<byte> json, Span<byte> checksum)
    {
        Next(json, _state);
        Print(_state, checksum);
    }

    /// <summary>Takes a line up if its checksum fits.</summary>
    /// <param name="json">The line without checksum and line end.</param>
    /// <param name="checksum">The checksum that the file holds.</param>
    /// <param name="expected">The checksum that fits.</param>
    public bool TryAdd(ReadOnlySpan<byte> json, ReadOnlySpan<byte> checksum, Span<byte> expected)
    {
        Span<byte> next = stackalloc byte[SHA256.HashSizeInBytes];
        Next(json, next);
        Print(next, expected);
        var fits = checksum.SequenceEqual(expected);
        if (fits)
        {
            next.CopyTo(_state);
        }

        return fits;
    }

    private void Next(ReadOnlySpan<byte> json, Span<byte> state)
    {
        var length = _state.Length + json.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        _state.CopyTo(rented, 0);
        json.CopyTo(rented.AsSpan(_state.Length));
        SHA256.HashData(rented.AsSpan(0, length), state);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private static void Print(ReadOnlySpan<byte> state, Span<byte> checksum) =>
        Convert.TryToHexStringLower(state[..(Digits / 2)], checksum, out _);
}
