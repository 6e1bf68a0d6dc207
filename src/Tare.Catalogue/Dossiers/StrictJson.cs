using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>JSON, which is YAML with all its brackets written out, as the same nodes: what programs write, many times faster to read.</summary>
internal sealed class StrictJson
{
    private const int DeepestLevel = 16;
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _text;
    private readonly string _file;
    private readonly SharedTexts _texts = new();
    private readonly YamlFields _fields;
    private int _line = 1;
    private int _column = 1;
    private int _seen;

    private StrictJson(byte[] text, string file)
    {
        _text = text;
        _file = file;
        _fields = new YamlFields(file);
    }

    /// <summary>The one value of a document.</summary>
    /// <param name="text">The document in UTF-8, without a byte order mark.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="InputException">The text is no such document.</exception>
    public static YamlNode Parse(byte[] text, string file)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = DeepestLevel + 1 });
        try
        {
            reader.Read();
            var root = new StrictJson(text, file).Node(ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            throw new InputException(
                $"{StrictYaml.Place(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1)}: {e.Message}\n  expected: JSON\n  next:     look at the quotation marks, commas and brackets on and above this line",
                e
            );
        }
    }

    private YamlNode Node(ref Utf8JsonReader reader)
    {
        var (line, column) = Place(ref reader);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new YamlTable(line, column, Fields(ref reader));
            case JsonTokenType.StartArray:
                var entries = new List<YamlNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    entries.Add(Node(ref reader));
                }

                return new YamlSequence(line, column, [.. entries]);
            case JsonTokenType.String:
                return new YamlText(line, column, Text(ref reader, line, column), Plain: false);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null:
                return new YamlText(line, column, Text(ref reader, line, column), Plain: true);
            default:
                throw new UnreachableException();
        }
    }

    private YamlField[] Fields(ref Utf8JsonReader reader)
    {
        var mapping = _fields.Begin();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (line, column) = Place(ref reader);
            var name = Text(ref reader, line, column);
            reader.Read();
            _fields.Add(mapping, new YamlField(name, line, column, Node(ref reader)));
        }

        return _fields.End(mapping);
    }

    private string Text(ref Utf8JsonReader reader, int line, int column)
    {
        const int Small = 256;
        try
        {
            if (reader.ValueSpan.Length > Small)
            {
                return reader.TokenType == JsonTokenType.String ? reader.GetString()! : s_utf8.GetString(reader.ValueSpan);
            }

            Span<char> buffer = stackalloc char[Small];
            var length = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                ? reader.CopyString(buffer)
                : s_utf8.GetChars(reader.ValueSpan, buffer);
            return _texts.Of(buffer[..length]);
        }
        catch (Exception e) when (e is InvalidOperationException or DecoderFallbackException)
        {
            throw InputException.At(
                StrictYaml.Place(_file, line, column),
                "a text that is not UTF-8, or half of a pair of escapes",
                "text in UTF-8",
                "write the text again"
            );
        }
    }

    // Places are asked for in the order of the file, and each byte is looked at once: a file may be one line.
    private (int Line, int Column) Place(ref Utf8JsonReader reader)
    {
        var at = (int)reader.TokenStartIndex;
        for (int next; (next = _text.AsSpan(_seen, at - _seen).IndexOf((byte)'\n')) >= 0; )
        {
            _line++;
            _seen += next + 1;
            _column = 1;
        }

        _column += Encoding.UTF8.GetCharCount(_text.AsSpan(_seen, at - _seen));
        _seen = at;
        return (_line, _column);
    }
}
