using System.Buffers.Binary;
using System.IO.Compression;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>
/// The members of a ZIP file with stored, deflated or Zstandard content, which <see cref="ZipArchive"/> does not read. Of two members with one
/// name the last counts, as appending writers mean it. Nothing is unpacked to disk, and no member may be larger than it states.
/// </summary>
internal sealed class EvalArchive : IDisposable
{
    /// <summary>Largest member, unpacked, in bytes.</summary>
    public const long MaximumMemberBytes = 1L << 30;

    /// <summary>Most members.</summary>
    public const int MaximumMembers = 2_000_000;

    /// <summary>Most bytes of content for each byte packed; deflate cannot exceed 1,032.</summary>
    private const long LargestRatio = 2_000;

    private const uint LocalHeader = 0x04034b50;
    private readonly Stream _stream;
    private readonly string _place;
    private readonly Dictionary<string, ArchiveEntry> _entries = new(StringComparer.Ordinal);

    public EvalArchive(Stream stream, string place)
    {
        _stream = stream;
        _place = place;
        try
        {
            foreach (var entry in CentralDirectory.Read(stream, place))
            {
                Check(entry);
                _entries[entry.Name] = entry;
            }
        }
        catch (EndOfStreamException)
        {
            stream.Dispose();
            throw Truncated(place, "its central directory is cut");
        }
        catch (InputException)
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Names of all members, ordered.</summary>
    public IEnumerable<string> Names => _entries.Keys.Order(StringComparer.Ordinal);

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>The content of a member, checked against its checksum.</summary>
    /// <exception cref="InputException">It is damaged, or packed in a way that cannot be read.</exception>
    public byte[] Read(string name)
    {
        var entry = _entries[name];
        try
        {
            using var packed = Packed(entry);
            using var content = Unpacked(packed, entry);
            var bytes = new byte[entry.Size];
            var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read < bytes.Length || content.ReadByte() >= 0)
            {
                throw Damaged(
                    entry,
                    read < bytes.Length
                        ? $"{Plural.Of(read, "byte")} instead of {Plural.Of(entry.Size, "byte")}"
                        : "more bytes than it states"
                );
            }

            return Crc32.Of(bytes) == entry.Crc ? bytes : throw Damaged(entry, "its checksum does not match");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(entry, e.Message);
        }
    }

    public string Place(string name) => $"{_place}, member {Quoted.Text(name)}";

    public void Dispose() => _stream.Dispose();

    internal static InputException Truncated(string place, string what) =>
        InputException.At(
            place,
            $"not a complete ZIP file: {what}",
            "a log that was written or copied to its end",
            "copy it again from where it was made"
        );

    private void Check(ArchiveEntry entry)
    {
        ArchiveNames.RefuseUnsafe(_place, entry.Name);
        if (entry.Size > MaximumMemberBytes)
        {
            throw InputException.At(
                Place(entry.Name),
                $"states {Plural.Of(entry.Size, "byte")} of content",
                $"at most {Plural.Of(MaximumMemberBytes, "byte")}",
                "do not use this file unless you know why it is so large"
            );
        }

        if (entry.Size > 1 << 20 && entry.Size / Math.Max(1, entry.Packed) > LargestRatio)
        {
            throw InputException.At(
                Place(entry.Name),
                $"states {Plural.Of(entry.Size, "byte")} of content in {Plural.Of(entry.Packed, "byte")}",
                $"at most {LargestRatio} bytes of content for each byte packed",
                "do not use this file: such sizes are made to fill a memory or a disk"
            );
        }
    }

    private BoundedSlice Packed(ArchiveEntry entry)
    {
        Span<byte> header = stackalloc byte[30];
        _stream.Seek(entry.Offset, SeekOrigin.Begin);
        _stream.ReadExactly(header);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalHeader)
        {
            throw new InvalidDataException("no local header where the directory says");
        }

        _stream.Seek(
            BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]),
            SeekOrigin.Current
        );
        return new BoundedSlice(_stream, entry.Packed);
    }

    private Stream Unpacked(Stream packed, ArchiveEntry entry)
    {
        try
        {
            return entry.Method switch
            {
                0 => packed,
                8 => new DeflateStream(packed, CompressionMode.Decompress),
                93 => new ZstandardStream(packed),
                _ => throw InputException.At(
                    Place(entry.Name),
                    $"packed by method {entry.Method}",
                    "stored (0), deflate (8) or Zstandard (93)",
                    "write the log again with one of these"
                ),
            };
        }
        catch (DllNotFoundException)
        {
            throw InputException.At(
                Place(entry.Name),
                "packed with Zstandard, and this system has no libzstd.so.1",
                "the library, or a log packed with deflate",
                "install it (Debian: libzstd1) and try again"
            );
        }
    }

    private InputException Damaged(ArchiveEntry entry, string what) =>
        InputException.At(
            Place(entry.Name),
            $"damaged: {what}",
            "the content as it was written",
            "copy the log again from where it was made"
        );
}
