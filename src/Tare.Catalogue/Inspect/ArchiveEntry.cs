namespace Tare.Catalogue;

/// <summary>One member of a ZIP file, as its central directory states it.</summary>
/// <param name="Name">Name with folders.</param>
/// <param name="Method">Compression: 0 stored, 8 deflate, 93 Zstandard.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="Packed">Bytes in the file.</param>
/// <param name="Size">Bytes of the content.</param>
/// <param name="Offset">Where its local header begins.</param>
internal sealed record ArchiveEntry(string Name, ushort Method, uint Crc, long Packed, long Size, long Offset);
