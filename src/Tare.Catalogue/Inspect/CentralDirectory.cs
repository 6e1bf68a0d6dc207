using System.Buffers.Binary;
using System.Text;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The list of members at the end of a ZIP file, with the 64-bit extension (PKWARE APPNOTE 6.3, sections 4.3.12 to 4.3.16, 4.5.3).</summary>
internal static class CentralDirectory
{
    private const uint EndRecord = 0x06054b50;
    private const uint EndLocator64 = 0x07064b50;
    private const uint EndRecord64 = 0x06064b50;
    private const uint FileHeader = 0x02014b50;
    private const int EndRecordBytes = 22;
    private const int LongestComment = ushort.MaxValue;

    /// <exception cref="InputException">There is no end record: the file is cut, or no ZIP file.</exception>
    /// <exception cref="EndOfStreamException">The list is cut.</exception>
    public static IEnumerable<ArchiveEntry> Read(Stream stream, string place)
    {
        var (offset, size, count) = End(stream, place);
        if (count > EvalArchive.MaximumMembers || size > EvalArchive.MaximumMemberBytes)
        {
            throw InputException.At(
                place,
                $"lists {Plural.Of(count, "member")} in {Plural.Of(size, "byte")}",
                $"at most {Plural.Of(EvalArchive.MaximumMembers, "member")}",
                "check that this is the right file"
            );
        }

        if (offset < 0 || size < 0 || offset + size > stream.Length)
        {
            throw EvalArchive.Truncated(place, "its central directory lies outside of the file");
        }

        var bytes = new byte[size];
        stream.Seek(offset, SeekOrigin.Begin);
        stream.ReadExactly(bytes);
        return Entries(bytes, count, place);
    }

    private static List<ArchiveEntry> Entries(byte[] bytes, long count, string place)
    {
        var entries = new List<ArchiveEntry>();
        var at = 0;
        for (var i = 0L; i < count; i++)
        {
            var header = bytes.AsSpan(at);
            if (header.Length < 46 || BinaryPrimitives.ReadUInt32LittleEndian(header) != FileHeader)
            {
                throw EvalArchive.Truncated(place, $"member {i + 1} of {count} is not in its central directory");
            }

            int name = U16(header, 28),
                extra = U16(header, 30),
                comment = U16(header, 32);
            if (header.Length < 46 + name + extra + comment)
            {
                throw EvalArchive.Truncated(place, $"member {i + 1} of {count} is cut in its central directory");
            }

            entries.Add(Entry(header, name, extra));
            at += 46 + name + extra + comment;
        }

        return entries;
    }

    private static ArchiveEntry Entry(ReadOnlySpan<byte> header, int name, int extra)
    {
        long packed = U32(header, 20),
            size = U32(header, 24),
            offset = U32(header, 42);
        var fields = header.Slice(46 + name, extra);
        while (fields.Length >= 4)
        {
            var length = Math.Min(U16(fields, 2), fields.Length - 4);
            if (U16(fields, 0) == 1)
            {
                var wide = fields.Slice(4, length);
                Widen(ref size, ref wide);
                Widen(ref packed, ref wide);
                Widen(ref offset, ref wide);
            }

            fields = fields[(4 + length)..];
        }

        return new(Encoding.UTF8.GetString(header.Slice(46, name)), (ushort)U16(header, 10), (uint)U32(header, 16), packed, size, offset);
    }

    private static void Widen(ref long value, ref ReadOnlySpan<byte> wide)
    {
        if (value == uint.MaxValue && wide.Length >= 8)
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(wide) is >= 0 and var v ? v : long.MaxValue;
            wide = wide[8..];
        }
    }

    private static (long Offset, long Size, long Count) End(Stream stream, string place)
    {
        var tail = new byte[(int)Math.Min(stream.Length, EndRecordBytes + LongestComment)];
        stream.Seek(-tail.Length, SeekOrigin.End);
        stream.ReadExactly(tail);
        for (var i = tail.Length - EndRecordBytes; i >= 0; i--)
        {
            var record = tail.AsSpan(i);
            if (U32(record, 0) != EndRecord || U16(record, 20) != record.Length - EndRecordBytes)
            {
                continue;
            }

            var end = (Offset: U32(record, 16), Size: U32(record, 12), Count: (long)U16(record, 10));
            return end.Offset == uint.MaxValue || end.Size == uint.MaxValue || end.Count == ushort.MaxValue
                ? End64(stream, stream.Length - tail.Length + i, place) ?? end
                : end;
        }

        throw EvalArchive.Truncated(place, "it has no central directory");
    }

    private static (long Offset, long Size, long Count)? End64(Stream stream, long end, string place)
    {
        Span<byte> locator = stackalloc byte[20];
        if (end < locator.Length)
        {
            return null;
        }

        stream.Seek(end - locator.Length, SeekOrigin.Begin);
        stream.ReadExactly(locator);
        if (U32(locator, 0) != EndLocator64)
        {
            return null;
        }

        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        Span<byte> record = stackalloc byte[56];
        if (at < 0 || at + record.Length > stream.Length)
        {
            throw EvalArchive.Truncated(place, "its 64-bit end record lies outside of the file");
        }

        stream.Seek(at, SeekOrigin.Begin);
        stream.ReadExactly(record);
        return U32(record, 0) == EndRecord64
            ? (
                BinaryPrimitives.ReadInt64LittleEndian(record[48..]),
                BinaryPrimitives.ReadInt64LittleEndian(record[40..]),
                BinaryPrimitives.ReadInt64LittleEndian(record[32..])
            )
            : throw EvalArchive.Truncated(place, "its 64-bit end record is damaged");
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
