using System.Buffers.Binary;
using Tare.Sandboxes.Processes;

namespace Tare.Sandboxes.Files;

/// <summary>What a path is, without following a link at its end.</summary>
/// <param name="Mode">Type and permissions.</param>
/// <param name="User">Owner.</param>
/// <param name="Size">Bytes.</param>
internal readonly record struct FileStatus(int Mode, uint User, long Size)
{
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicFields = 0x7FF;

    internal bool IsRegular => (Mode & 0xF000) == 0x8000;

    internal bool IsFolder => (Mode & 0xF000) == 0x4000;

    internal string Kind =>
        (Mode & 0xF000) switch
        {
            0x8000 => "regular file",
            0x4000 => "folder",
            0xA000 => "symbolic link",
            0x1000 => "pipe",
            0xC000 => "socket",
            _ => "device",
        };

    internal static FileStatus? Of(string path) => Of(-1, path, NoFollow);

    internal static FileStatus? Of(Descriptor file) => Of(file.Number, "", NoFollow | EmptyPath);

    private static unsafe FileStatus? Of(int folder, string path, int flags)
    {
        // struct statx, the same on every processor: uid at 20, mode at 28, size at 40.
        var buffer = stackalloc byte[256];
        if (Native.statx(folder, path, flags, BasicFields, buffer) != 0)
        {
            return null;
        }

        var bytes = new ReadOnlySpan<byte>(buffer, 256);
        return new FileStatus(
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[40..])
        );
    }
}
