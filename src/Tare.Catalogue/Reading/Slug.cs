using System.Text;

namespace Tare.Catalogue;

/// <summary>Identifiers made from names: lower case, everything but letters, digits and points becomes one hyphen.</summary>
internal static class Slug
{
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '.')
            {
                text.Append(char.ToLowerInvariant(c));
            }
            else if (text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }
        }

        var slug = text.ToString().Trim('-', '.');
        return slug.Length == 0 ? "unnamed" : slug;
    }

    public static bool IsId(string text) =>
        text.Length is > 0 and <= 200
        && (char.IsAsciiLetterLower(text[0]) || char.IsAsciiDigit(text[0]))
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');
}
