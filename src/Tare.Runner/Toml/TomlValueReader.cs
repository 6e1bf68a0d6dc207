namespace Tare.Runner.Toml;

/// <summary>Reads keys and values at a cursor.</summary>
/// <param name="cursor">Where.</param>
/// <param name="assign">Puts a value under a dotted key into a table: table, path, value, position, place, section.</param>
internal sealed class TomlValueReader(TomlCursor cursor, Action<TomlTable, IReadOnlyList<string>, TomlValue, int, string, int> assign)
{
    private const int DeepestNesting = 64;

    // Sections of inline tables count down from here, apart from those of headers.
    private int _inlineSection = int.MaxValue;

    /// <summary>A key: bare, quoted, or several of them with dots between.</summary>
    internal List<string> KeyPath()
    {
        var path = new List<string>();
        while (true)
        {
            path.Add(Key());
            cursor.SkipBlanks();
            if (cursor.Now != '.')
            {
                return path;
            }

            cursor.Skip(1);
            cursor.SkipBlanks();
        }
    }

    /// <summary>A value of any kind.</summary>
    /// <param name="depth">Arrays and inline tables around it.</param>
    internal TomlValue Value(int depth)
    {
        if (depth > DeepestNesting)
        {
            throw cursor.Error(
                "nested too deeply",
                $"at most {DeepestNesting} arrays and tables in one another",
                "write tables under headers"
            );
        }

        var (start, place) = (cursor.Position, cursor.Place);
        switch (cursor.Now)
        {
            case '"' or '\'':
                var text = TomlStringReader.Read(cursor);
                return new TomlString(place, cursor.Since(start), text);
            case '[':
                return Array(start, place, depth);
            case '{':
                return Inline(start, place, depth);
            default:
                return Scalar(start, place);
        }
    }

    private string Key()
    {
        if (cursor.Now is '"' or '\'')
        {
            if (cursor.Starts("\"\"\"") || cursor.Starts("'''"))
            {
                throw cursor.Error(null, "a key on one line", "use single quotation marks around a key");
            }

            return TomlStringReader.Read(cursor);
        }

        var start = cursor.Position;
        while (cursor.Now is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-')
        {
            cursor.Skip(1);
        }

        return cursor.Position > start
            ? cursor.Since(start)
            : throw cursor.Error(null, "a key of letters, digits, '_' and '-'", "quote a key that has other characters");
    }

    private TomlArray Array(int start, string place, int depth)
    {
        var values = new List<TomlValue>();
        cursor.Skip(1);
        while (true)
        {
            cursor.SkipLines();
            if (cursor.Now == ']')
            {
                break;
            }

            values.Add(Value(depth + 1));
            cursor.SkipLines();
            if (cursor.Now == ']')
            {
                break;
            }

            if (cursor.Now != ',')
            {
                throw cursor.Error(null, "',' or ']' in an array", "separate values with commas and close the array");
            }

            cursor.Skip(1);
        }

        cursor.Skip(1);
        var array = new TomlArray(place, cursor.Since(start));
        array.Values.AddRange(values);
        return array;
    }

    private TomlTable Inline(int start, string place, int depth)
    {
        var section = _inlineSection--;
        var content = new TomlTable(place, "");
        cursor.Skip(1);
        cursor.SkipBlanks();
        while (cursor.Now != '}')
        {
            Pair(content, depth, section);
            cursor.SkipBlanks();
            if (cursor.Now == '}')
            {
                break;
            }

            if (cursor.Now != ',')
            {
                throw cursor.Error(null, "',' or '}' in an inline table, on one line", "write longer tables under a header");
            }

            cursor.Skip(1);
            cursor.SkipBlanks();
            if (cursor.Now == '}')
            {
                throw cursor.Error("a comma before '}'", "no comma after the last pair of an inline table", "remove the comma");
            }
        }

        cursor.Skip(1);
        return Closed(content, place, cursor.Since(start));
    }

    private void Pair(TomlTable content, int depth, int section)
    {
        var (at, place) = (cursor.Position, cursor.Place);
        var path = KeyPath();
        cursor.SkipBlanks();
        if (cursor.Now != '=')
        {
            throw cursor.Error(null, "'=' after a key", "write KEY = VALUE");
        }

        cursor.Skip(1);
        cursor.SkipBlanks();
        assign(content, path, Value(depth + 1), at, place, section);
    }

    // Inner tables of dotted keys are closed with the table around them.
    private static TomlTable Closed(TomlTable open, string place, string source)
    {
        var closed = new TomlTable(place, source) { IsInline = true };
        foreach (var key in open.Keys)
        {
            closed.Add(key, open.Get(key) is TomlTable { IsInline: false } inner ? Closed(inner, inner.Place, "") : open.Get(key)!);
        }

        return closed;
    }

    private TomlValue Scalar(int start, string place)
    {
        while (cursor.Now is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '+' or '.' or ':')
        {
            cursor.Skip(1);
        }

        var word = cursor.Since(start);
        // A date and a time may stand apart by one space.
        if (word.Length == 10 && word[4] == '-' && word[7] == '-' && cursor.Now == ' ' && char.IsAsciiDigit(cursor.Ahead(1)))
        {
            cursor.Skip(1);
            while (cursor.Now is (>= '0' and <= '9') or ':' or '.' or '+' or '-' or 'Z' or 'z')
            {
                cursor.Skip(1);
            }

            word = cursor.Since(start);
        }

        return TomlScalar.Of(word, place)
            ?? throw cursor.Error(
                null,
                "a string in quotation marks, a number, true or false, a date, [an array] or {an inline table}",
                "see toml.io/en/v1.0.0; text needs quotation marks, a number no leading zero",
                start
            );
    }
}
