using System.Globalization;
using System.Text;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>UTF-8 text from a stream, refused at the line where it stops being text or grows past a bound.</summary>
internal sealed class CheckedTextReader : TextReader
{
    /// <summary>Longest text that is read where the reader does not say otherwise, in characters.</summary>
    public const long DefaultMaximum = 1L << 28;

    private readonly StreamReader _reader;
    private readonly string _place;
    private readonly long _maximum;
    private long _characters;
    private int _lines = 1;

    public CheckedTextReader(Stream stream, string place, long maximum = DefaultMaximum)
    {
        // The byte order mark is skipped by the encoding's own preamble; other encodings are refused as invalid bytes.
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        _reader = new StreamReader(stream, strict, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        _place = place;
        _maximum = maximum;
    }

    public override int Peek() => throw new NotSupportedException("The parsers read in blocks.");

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var count = ReadStrict(buffer);
        var read = buffer[..count];
        _characters += count;
        var nul = read.IndexOf('\0');
        if (nul >= 0)
        {
            _lines += read[..nul].Count('\n');
            throw NotText("a NUL byte");
        }

        _lines += read.Count('\n');
        if (_characters > _maximum)
        {
            throw InputException.At(
                _place,
                string.Create(CultureInfo.InvariantCulture, $"more than {_maximum:N0} characters"),
                "a table or document, which is far smaller",
                "check that this is the right file; split it where it is"
            );
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadStrict(Span<char> buffer)
    {
        try
        {
            return _reader.Read(buffer);
        }
        catch (DecoderFallbackException e)
        {
            var bytes = Convert.ToHexString(e.BytesUnknown ?? []);
            throw NotText($"the bytes {bytes}, which are not UTF-8");
        }
        catch (InvalidDataException e)
        {
            throw InputException.At(
                _place,
                $"damaged compressed data ({e.Message})",
                "a complete ZIP file",
                "download or copy the file again"
            );
        }
    }

    private InputException NotText(string found) =>
        InputException.At(
            $"{_place}, at line {_lines.ToString(CultureInfo.InvariantCulture)} or shortly after",
            $"not a text file: {found}",
            "text in UTF-8",
            "name the right file, or save the table as 'CSV UTF-8'"
        );
}
