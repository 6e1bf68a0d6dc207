using System.Runtime.InteropServices;

namespace Tare.Catalogue;

/// <summary>
/// Unpacks Zstandard (RFC 8878) through the system's libzstd. Several frames one after another are one content, as newer Inspect logs have it.
/// </summary>
/// <exception cref="DllNotFoundException">The system has no libzstd.so.1.</exception>
internal sealed partial class ZstandardStream : Stream
{
    private readonly Stream _inner;
    private readonly DecompressorHandle _handle;
    private readonly byte[] _buffer = new byte[1 << 17];
    private int _position;
    private int _length;
    private bool _frameOpen;

    public ZstandardStream(Stream inner)
    {
        _handle = Native.ZSTD_createDStream();
        _inner = inner;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override unsafe int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (true)
        {
            if (_position == _length)
            {
                _length = _inner.Read(_buffer);
                _position = 0;
                if (_length == 0)
                {
                    return _frameOpen ? throw new InvalidDataException("the last frame is cut") : 0;
                }
            }

            fixed (byte* target = buffer)
            fixed (byte* source = _buffer)
            {
                var output = new Chunk(target, (nuint)buffer.Length);
                var input = new Chunk(source, (nuint)_length) { Position = (nuint)_position };
                var left = Native.ZSTD_decompressStream(_handle, ref output, ref input);
                if (Native.ZSTD_isError(left) != 0)
                {
                    throw new InvalidDataException(Marshal.PtrToStringAnsi(Native.ZSTD_getErrorName(left)));
                }

                _position = (int)input.Position;
                _frameOpen = left != 0;
                if (output.Position > 0)
                {
                    return (int)output.Position;
                }
            }
        }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _handle.Dispose();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>libzstd's ZSTD_inBuffer and ZSTD_outBuffer, which have the same layout.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Chunk(byte* data, nuint size)
    {
        private readonly byte* _data = data;
        private readonly nuint _size = size;

        public nuint Position;
    }

    private sealed class DecompressorHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle() => Native.ZSTD_isError(Native.ZSTD_freeDStream(handle)) == 0;
    }

    private static partial class Native
    {
        private const string Library = "libzstd.so.1";

        [LibraryImport(Library)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static partial DecompressorHandle ZSTD_createDStream();

        [LibraryImport(Library)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static partial nuint ZSTD_freeDStream(nint stream);

        [LibraryImport(Library)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static partial nuint ZSTD_decompressStream(DecompressorHandle stream, ref Chunk output, ref Chunk input);

        [LibraryImport(Library)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static partial uint ZSTD_isError(nuint code);

        [LibraryImport(Library)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static partial nint ZSTD_getErrorName(nuint code);
    }
}
