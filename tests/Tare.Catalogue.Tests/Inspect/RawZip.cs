using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Tare.Catalogue.Tests;

/// <summary>Writes ZIP files by hand, true or lying ones.</summary>
internal static class RawZip
{
    public sealed record Member(string Name, ushort Method, byte[] Packed, uint Crc, long Size);

    public static Member Stored(string name, byte[] content) => new(name, 0, content, Crc32.Of(content), content.Length);

    /// <summary>A member packed with Zstandard, each part of the content as a frame of its own.</summary>
    public static Member Zstandard(string name, byte[] content, int frames)
    {
        var part = Math.Max(1, (content.Length + frames - 1) / frames);
        var packed = content.Chunk(part).SelectMany(Compress).ToArray();
        return new(name, 93, packed, Crc32.Of(content), content.Length);
    }

    public static byte[] Write(params IEnumerable<Member> members)
    {
        var file = new MemoryStream();
        var directory = new MemoryStream();
        var count = 0;
        foreach (var member in members)
        {
            var name = Encoding.UTF8.GetBytes(member.Name);
            var offset = (uint)file.Length;
            file.Write(Bytes(0x04034b50u, (ushort)20, (ushort)0, member.Method, 0u));
            file.Write(Bytes(member.Crc, (uint)member.Packed.Length, (uint)member.Size, (ushort)name.Length, (ushort)0));
            file.Write(name);
            file.Write(member.Packed);
            directory.Write(Bytes(0x02014b50u, (ushort)20, (ushort)20, (ushort)0, member.Method, 0u));
            directory.Write(Bytes(member.Crc, (uint)member.Packed.Length, (uint)member.Size, (ushort)name.Length));
            directory.Write(Bytes((ushort)0, (ushort)0, (ushort)0, (ushort)0, 0u, offset));
            directory.Write(name);
            count++;
        }

        var start = (uint)file.Length;
        file.Write(directory.ToArray());
        file.Write(Bytes(0x06054b50u, (ushort)0, (ushort)0, (ushort)count, (ushort)count, (uint)directory.Length, start, (ushort)0));
        return file.ToArray();
    }

    /// <summary>The members of a file that the framework can read.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return
        [
            .. archive.Entries.Select(e =>
            {
                using var stream = e.Open();
                var memory = new MemoryStream();
                stream.CopyTo(memory);
                return (e.FullName, memory.ToArray());
            }),
        ];
    }

    private static byte[] Bytes(params object[] numbers)
    {
        var stream = new MemoryStream();
        Span<byte> word = stackalloc byte[4];
        foreach (var number in numbers)
        {
            if (number is ushort small)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(word, small);
                stream.Write(word[..2]);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(word, (uint)number);
                stream.Write(word);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Compress(byte[] content)
    {
        var packed = new byte[content.Length + 1024];
        var size = ZSTD_compress(packed, (nuint)packed.Length, content, (nuint)content.Length, 3);
        return packed[..(int)size];
    }

    [DllImport("libzstd.so.1")]
    private static extern nuint ZSTD_compress(byte[] target, nuint capacity, byte[] source, nuint size, int level);
}
