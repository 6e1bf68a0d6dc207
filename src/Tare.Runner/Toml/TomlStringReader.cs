using System.Globalization;
using System.Text;

namespace Tare.Runner.Toml;

/// <summary>Reads strings: basic and literal, on one line or several.</summary>
internal static class TomlStringReader
{
    internal static string Read(TomlCursor cursor)
    {
        var quote = cursor.Now;
        var start = cursor.Position;
        if (!cursor.Starts(new string(quote, 3)))
        {
            cursor.Skip(1);
            return OneLine(cursor, quote, start);
        }

        cursor.Skip(3);
        cursor.TakeLineEnd();
        return Lines(cursor, quote, start);
    }

    private static string OneLine(TomlCursor cursor, char quote, int start)
    {
        var text = new StringBuilder();
        while (cursor.Now != quote || cursor.AtEnd)
        {
            if (cursor.AtEnd || cursor.Now is '\n' or '\r')
            {
                throw cursor.Error(
                    "the string is not closed",
                    $"{quote} before the line ends",
                    "close it, or use three quotation marks for several lines",
                    start
                );
            }

            One(cursor, quote, text);
        }

        cursor.Skip(1);
        return text.ToString();
    }

    private static string Lines(TomlCursor cursor, char quote, int start)
    {
        var close = new string(quote, 3);
        var text = new StringBuilder();
        while (!cursor.Starts(close))
        {
            if (cursor.AtEnd)
            {
                throw cursor.Error("the string is not closed", $"{close} before the file ends", "close it", start);
            }

            if (cursor.TakeLineEnd())
            {
                text.Append('\n');
            }
            else if (quote == '"' && cursor.Now == '\\' && EndsLine(cursor))
            {
                cursor.Skip(1);
                do
                {
                    cursor.SkipBlanks();
                } while (cursor.TakeLineEnd());
            }
            else
            {
                One(cursor, quote, text);
            }
        }

        cursor.Skip(3);
        // One or two more quotation marks belong to the text.
        for (var more = 0; more < 2 && cursor.Now == quote; more++)
        {
            text.Append(quote);
            cursor.Skip(1);
        }

        return text.ToString();
    }

    // A backslash with nothing but blanks behind it on its line.
    private static bool EndsLine(TomlCursor cursor)
    {
        var ahead = 1;
        while (cursor.Ahead(ahead) is ' ' or '\t')
        {
            ahead++;
        }

        return cursor.Ahead(ahead) == '\n' || (cursor.Ahead(ahead) == '\r' && cursor.Ahead(ahead + 1) == '\n');
    }

    private static void One(TomlCursor cursor, char quote, StringBuilder text)
    {
        if (TomlCursor.IsForbidden(cursor.Now))
        {
            throw cursor.Error(
                $"the control character U+{(int)cursor.Now:X4} in a string",
                "text, tabs included",
                quote == '"' ? "write it as an escape, \\u001b for example" : "use a string in double quotation marks with an escape"
            );
        }

        if (quote == '"' && cursor.Now == '\\')
        {
            Escape(cursor, text);
            return;
        }

        text.Append(cursor.Now);
        cursor.Skip(1);
    }

    private static void Escape(TomlCursor cursor, StringBuilder text)
    {
        var (at, letter) = (cursor.Position, cursor.Ahead(1));
        var simple = "btnfr\"\\".IndexOf(letter, StringComparison.Ordinal);
        if (simple >= 0)
        {
            text.Append("\b\t\n\f\r\"\\"[simple]);
            cursor.Skip(2);
            return;
        }

        var length =
            letter == 'u' ? 4
            : letter == 'U' ? 8
            : 0;
        var digits = string.Concat(Enumerable.Range(2, length).Select(cursor.Ahead));
        if (
            length > 0
            && digits.All(char.IsAsciiHexDigit)
            && Rune.TryCreate(uint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture), out var rune)
        )
        {
            text.Append(rune.ToString());
            cursor.Skip(2 + length);
            return;
        }

        throw cursor.Error(
            null,
            """one of \b \t \n \f \r \" \\ \uXXXX \UXXXXXXXX with a Unicode scalar value""",
            "double the backslash, or put the text into single quotation marks",
            at
        );
    }
}
