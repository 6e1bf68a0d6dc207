namespace Tare.Psychometrics;

/// <summary>Comma-separated records of a text (RFC 4180), one at a time, without a string for any field. Line ends: LF, CR LF or CR.</summary>
internal sealed class SeparatedRecords
{
    private readonly TextReader _reader;
    private readonly string _source;
    private char[] _buffer = new char[1 << 16];
    private char[] _unquoted = new char[256];
    private (int Start, int Length, bool HasEscapes)[] _fields = new (int, int, bool)[16];
    private int _position;
    private int _filled;
    private bool _isEnded;
    private int _nextLine = 1;

    internal SeparatedRecords(TextReader reader, string source)
    {
        _reader = reader;
        _source = source;
    }

    /// <summary>Line on which the record begins, from 1.</summary>
    internal int Line { get; private set; }

    /// <summary>Fields of the record.</summary>
    internal int FieldCount { get; private set; }

    /// <summary>A field's text; valid until the next call of this method or of <see cref="Next"/>.</summary>
    internal ReadOnlySpan<char> this[int field]
    {
        get
        {
            var (start, length, hasEscapes) = _fields[field];
            var text = _buffer.AsSpan(start, length);
            return hasEscapes ? Unescape(text) : text;
        }
    }

    /// <summary>Steps to the next record that is not an empty line; false at the end.</summary>
    internal bool Next()
    {
        while (true)
        {
            Line = _nextLine;
            if (!TryParse())
            {
                if (_isEnded)
                {
                    return false;
                }

                Fill();
                continue;
            }

            if (FieldCount > 1 || _fields[0].Length > 0)
            {
                return true;
            }
        }
    }

    /// <summary>Parses a record if all of it is in the buffer.</summary>
    private bool TryParse()
    {
        if (_position == _filled)
        {
            return false;
        }

        var at = _position;
        var line = _nextLine;
        FieldCount = 0;
        while (true)
        {
            if (at < _filled && _buffer[at] == '"')
            {
                if (!TryQuoted(ref at, ref line))
                {
                    return false;
                }
            }
            else
            {
                var length = _buffer.AsSpan(at, _filled - at).IndexOfAny(',', '\n', '\r');
                if (length < 0 && !_isEnded)
                {
                    return false;
                }

                length = length < 0 ? _filled - at : length;
                AddField(at, length, hasEscapes: false);
                at += length;
            }

            if (at == _filled)
            {
                return _isEnded && EndAt(at, line);
            }

            if (_buffer[at] == ',')
            {
                at++;
                continue;
            }

            if (_buffer[at] == '\r')
            {
                if (at + 1 == _filled && !_isEnded)
                {
                    return false;
                }

                at += at + 1 < _filled && _buffer[at + 1] == '\n' ? 1 : 0;
            }

            return EndAt(at + 1, line + 1);
        }
    }

    private bool EndAt(int position, int line)
    {
        _position = position;
        _nextLine = line;
        return true;
    }

    private bool TryQuoted(ref int at, ref int line)
    {
        var start = at + 1;
        var hasEscapes = false;
        for (var k = start; ; k++)
        {
            var step = _buffer.AsSpan(k, _filled - k).IndexOfAny('"', '\n');
            if (step < 0)
            {
                return _isEnded ? throw Unclosed() : false;
            }

            k += step;
            if (_buffer[k] == '\n')
            {
                line++;
                continue;
            }

            if (k + 1 == _filled && !_isEnded)
            {
                return false;
            }

            if (k + 1 < _filled && _buffer[k + 1] == '"')
            {
                hasEscapes = true;
                k++;
                continue;
            }

            AddField(start, k - start, hasEscapes);
            at = k + 1;
            if (at < _filled && _buffer[at] is not (',' or '\n' or '\r'))
            {
                throw ResponseFormatException.At(
                    $"{_source}, line {line}",
                    $"'{_buffer[at]}' after a closing quote",
                    "a comma or the end of the line",
                    "double the quotes inside a quoted field"
                );
            }

            return true;
        }
    }

    private ResponseFormatException Unclosed() =>
        ResponseFormatException.At(
            $"{_source}, line {Line}",
            "a quote that is never closed",
            "a second quote at the end of the field",
            "close the quote, or double it inside a quoted field"
        );

    private void AddField(int start, int length, bool hasEscapes)
    {
        if (FieldCount == _fields.Length)
        {
            Array.Resize(ref _fields, 2 * _fields.Length);
        }

        _fields[FieldCount++] = (start, length, hasEscapes);
    }

    private void Fill()
    {
        var rest = _filled - _position;
        if (_position == 0 && rest == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }
        else
        {
            Array.Copy(_buffer, _position, _buffer, 0, rest);
        }

        _position = 0;
        var got = _reader.ReadBlock(_buffer, rest, _buffer.Length - rest);
        _filled = rest + got;
        _isEnded = got == 0;
    }

    private ReadOnlySpan<char> Unescape(ReadOnlySpan<char> text)
    {
        if (_unquoted.Length < text.Length)
        {
            _unquoted = new char[2 * text.Length];
        }

        var length = 0;
        for (var k = 0; k < text.Length; k++)
        {
            _unquoted[length++] = text[k];
            k += text[k] == '"' ? 1 : 0;
        }

        return _unquoted.AsSpan(0, length);
    }
}
