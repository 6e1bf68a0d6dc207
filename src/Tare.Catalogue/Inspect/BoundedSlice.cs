namespace Tare.Catalogue;

/// <summary>The next bytes of a stream, as a stream that does not close it.</summary>
internal sealed class BoundedSlice(Stream inner, long length) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer[..(int)Math.Min(buffer.Length, length - BytesRead)]);
        BytesRead += count;
        return count;
    }
}
