using Tare.Records;

namespace Tare.Catalogue;

/// <summary>A stream that refuses to give more bytes than it may, whatever its header claims.</summary>
internal sealed class BoundedStream(Stream inner, long maximum, string place) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        BytesRead += count;
        return BytesRead <= maximum
            ? count
            : throw InputException.At(
                place,
                $"more than {Plural.Of(maximum, "byte")} after unpacking",
                "a table of scores, which is far smaller",
                "do not use this file unless you know why it is so large"
            );
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
