using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Tare.Dossier;

/// <summary>Builds JSON that may stand inside an HTML script element: every angle bracket, ampersand, quotation mark and character beyond ASCII is written as an escape.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n" };

    public static string Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>A field, left out where it is unknown.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, SafeText.Clean(value));
        }
    }
}
