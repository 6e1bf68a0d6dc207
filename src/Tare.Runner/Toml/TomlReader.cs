using System.Text;
using Tare.Records;

namespace Tare.Runner.Toml;

/// <summary>Reads TOML 1.0, strictly: whatever the specification calls invalid is refused with its place.</summary>
/// <remarks>Preston-Werner, Gedam et al. 2021, TOML v1.0.0. Nothing of TOML 1.1 is accepted.</remarks>
internal sealed class TomlReader
{
    private const int LargestSize = 1 << 20;
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly TomlCursor _cursor;
    private readonly TomlValueReader _values;
    private readonly TomlTable _root;
    private TomlTable _section;
    private int _sectionNumber;

    private TomlReader(string file, string text)
    {
        _cursor = new TomlCursor(file, text);
        _values = new TomlValueReader(_cursor, Assign);
        _root = new TomlTable(_cursor.Place, "") { HasHeader = true };
        _section = _root;
    }

    /// <summary>Reads a file of at most 1 MiB.</summary>
    internal static TomlTable ReadFile(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > LargestSize)
        {
            throw InputException.At(path, $"{length} bytes", $"at most {LargestSize}", "keep data in files of its own");
        }

        return Read(path, File.ReadAllBytes(path));
    }

    /// <summary>Reads bytes; they must be UTF-8, with or without a byte order mark.</summary>
    internal static TomlTable Read(string file, ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw InputException.At(
                file,
                FormattableString.Invariant($"byte {e.Index} is no UTF-8"),
                "a text in UTF-8",
                "save the file as UTF-8"
            );
        }

        return Read(file, text.StartsWith('\ufeff') ? text[1..] : text);
    }

    /// <summary>Reads a text.</summary>
    internal static TomlTable Read(string file, string text)
    {
        var reader = new TomlReader(file, text);
        reader.Document();
        return reader._root;
    }

    private void Document()
    {
        while (true)
        {
            _cursor.SkipLines();
            if (_cursor.AtEnd)
            {
                return;
            }

            if (_cursor.Now == '[')
            {
                Header();
            }
            else
            {
                KeyValue();
            }

            _cursor.SkipBlanks();
            _cursor.SkipComment();
            if (!_cursor.AtEnd && !_cursor.TakeLineEnd())
            {
                throw _cursor.Error(null, "the end of the line", "write one key or header a line; quote strings");
            }
        }
    }

    private void KeyValue()
    {
        var (at, place) = (_cursor.Position, _cursor.Place);
        var path = _values.KeyPath();
        _cursor.SkipBlanks();
        if (_cursor.Now != '=')
        {
            throw _cursor.Error(null, "'=' after a key", "write KEY = VALUE");
        }

        _cursor.Skip(1);
        _cursor.SkipBlanks();
        Assign(_section, path, _values.Value(0), at, place, _sectionNumber);
    }

    private void Header()
    {
        var (at, place) = (_cursor.Position, _cursor.Place);
        var isArray = _cursor.Ahead(1) == '[';
        _cursor.Skip(isArray ? 2 : 1);
        _cursor.SkipBlanks();
        var path = _values.KeyPath();
        _cursor.SkipBlanks();
        var close = isArray ? "]]" : "]";
        if (!_cursor.Starts(close))
        {
            throw _cursor.Error(null, $"'{close}' after the name of the table", $"close the header with {close}");
        }

        _cursor.Skip(close.Length);
        var parent = path.SkipLast(1).Aggregate(_root, (table, key) => Descend(table, key, at, place));
        _section = isArray ? Append(parent, path[^1], at, place) : Define(parent, path[^1], at, place);
        _sectionNumber++;
    }

    // Through a table that is on the way to the one a header names; made where it is not there yet.
    private TomlTable Descend(TomlTable table, string key, int at, string place)
    {
        switch (table.Get(key))
        {
            case null:
                var made = new TomlTable(place, "");
                table.Add(key, made);
                return made;
            case TomlTable { IsInline: false } inner:
                return inner;
            case TomlArray { IsOfTables: true } array:
                return (TomlTable)array.Values[^1];
            case var other:
                throw Twice(key, other, at);
        }
    }

    private TomlTable Define(TomlTable parent, string key, int at, string place)
    {
        switch (parent.Get(key))
        {
            case null:
                var made = new TomlTable(place, "") { HasHeader = true };
                parent.Add(key, made);
                return made;
            case TomlTable { IsInline: false, HasHeader: false, DottedSection: < 0 } waiting:
                waiting.HasHeader = true;
                return waiting;
            case var other:
                throw Twice(key, other, at);
        }
    }

    private TomlTable Append(TomlTable parent, string key, int at, string place)
    {
        var array = parent.Get(key) switch
        {
            null => null,
            TomlArray { IsOfTables: true } known => known,
            var other => throw Twice(key, other, at),
        };
        if (array is null)
        {
            array = new TomlArray(place, "") { IsOfTables = true };
            parent.Add(key, array);
        }

        var element = new TomlTable(place, "") { HasHeader = true };
        array.Values.Add(element);
        return element;
    }

    // KEY.KEY = VALUE, in a section or in an inline table.
    private void Assign(TomlTable table, IReadOnlyList<string> path, TomlValue value, int at, string place, int section)
    {
        foreach (var key in path.SkipLast(1))
        {
            switch (table.Get(key))
            {
                case null:
                    var made = new TomlTable(place, "") { DottedSection = section };
                    table.Add(key, made);
                    table = made;
                    break;
                case TomlTable { IsInline: false, HasHeader: false } inner when inner.DottedSection < 0 || inner.DottedSection == section:
                    inner.DottedSection = section;
                    table = inner;
                    break;
                case var other:
                    throw Twice(key, other, at);
            }
        }

        if (table.Get(path[^1]) is { } known)
        {
            throw Twice(path[^1], known, at);
        }

        table.Add(path[^1], value);
    }

    private InputException Twice(string key, TomlValue known, int at) =>
        _cursor.Error(
            $"'{key}' is already {known.Kind} ({known.Place})",
            "each key and table defined once",
            "remove one of the two, or merge them",
            at
        );
}
