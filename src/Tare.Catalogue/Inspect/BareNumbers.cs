using System.Buffers;

namespace Tare.Catalogue;

/// <summary>
/// Python's JSON has three tokens that JSON has not: <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>. Outside of strings they become the strings
/// <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>, so that a strict reader goes on and the caller sees that the number is none.
/// </summary>
internal static class BareNumbers
{
    /// <summary>The same JSON with the tokens quoted; the same array where there is none.</summary>
    public static ReadOnlyMemory<byte> Quote(byte[] json)
    {
        ArrayBufferWriter<byte>? output = null;
        var copied = 0;
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (inString)
            {
                i += json.AsSpan(i).IndexOfAny((byte)'"', (byte)'\\') is >= 0 and var skip ? skip : json.Length - i - 1;
                if (json[i] == '\\')
                {
                    i++;
                }
                else
                {
                    inString = json[i] != '"';
                }

                continue;
            }

            if (json[i] == '"')
            {
                inString = true;
                continue;
            }

            if (json[i] is not ((byte)'N' or (byte)'I'))
            {
                continue;
            }

            var start = i > 0 && json[i] == 'I' && json[i - 1] == '-' ? i - 1 : i;
            var word = json[i] == 'N' ? "NaN"u8 : "Infinity"u8;
            if (!json.AsSpan(i).StartsWith(word))
            {
                continue;
            }

            output ??= new ArrayBufferWriter<byte>(json.Length + 64);
            output.Write(json.AsSpan(copied, start - copied));
            output.Write("\""u8);
            output.Write(json.AsSpan(start, i + word.Length - start));
            output.Write("\""u8);
            i += word.Length - 1;
            copied = i + 1;
        }

        if (output is null)
        {
            return json;
        }

        output.Write(json.AsSpan(copied));
        return output.WrittenMemory;
    }
}
