using System.Globalization;
using System.Text;

namespace Tare.Catalogue.Dossiers;

/// <summary>Texts as YAML scalars: plain where nothing in them means anything to YAML, else in double quotes with escapes.</summary>
internal static class YamlScalar
{
    /// <summary>A text as the value of a field or an entry of a block list.</summary>
    public static string Of(string text) => IsPlain(text, inFlow: false) ? text : Quoted(text);

    /// <summary>A text inside square brackets.</summary>
    public static string InFlow(string text) => IsPlain(text, inFlow: true) ? text : Quoted(text);

    private static bool IsPlain(string text, bool inFlow)
    {
        if (text.Length == 0 || text is "null" or "~" || !(char.IsAsciiLetterOrDigit(text[0]) || text[0] == '+') || text[^1] is ' ' or ':')
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var special = c is < ' ' or > '~' or '"' or '\\' || (c == '#' && text[i - 1] == ' ') || (c == ':' && text[i + 1] == ' ');
            var flow = inFlow && c is ',' or '[' or ']' or '{' or '}' or ':';
            if (special || flow)
            {
                return false;
            }
        }

        return true;
    }

    private static string Quoted(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(c, text[++i]):x8}");
                continue;
            }

            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\t' => result.Append("\\t"),
                < ' ' or (>= '\u007f' and <= '\u00a0') or '\u2028' or '\u2029' or '\ufeff' or > '\ufffd' => result.Append(
                    CultureInfo.InvariantCulture,
                    $"\\u{(int)c:x4}"
                ),
                _ when char.IsSurrogate(c) => result.Append("\\ufffd"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }
}
