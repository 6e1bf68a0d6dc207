using Tare.Records;

namespace Tare.Catalogue;

/// <summary>A stream that refuses to give more bytes than it may, whatever its header claims.</summary>
internal sealed class BoundedStream(Stream inner, long maximum, string place) : Stream
{
    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        return _read <= maximum
            ? count
            : throw InputException.At(
                place,
                $"more than {Plural.Of(maximum, "byte")} after unpacking",
                "a table of scores, which is far smaller",
                "do not use this file unless you know why it is so large"
            );
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
