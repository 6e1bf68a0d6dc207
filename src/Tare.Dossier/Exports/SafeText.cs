using System.Globalization;
using System.Text;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>Text of unknown origin made fit for a format. What a format cannot hold becomes U+FFFD, so that a reader sees that something stood there.</summary>
public static class SafeText
{
    private const char Replacement = '\ufffd';

    /// <summary>Text without what XML 1.0 forbids and what acts on the display (<see cref="PlainText"/>); tabs and line feeds stay.</summary>
    /// <param name="text">The text.</param>
    public static string Clean(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (c is '\r')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\n')
                {
                    result.Append('\n');
                }
            }
            else
            {
                var forbidden = PlainText.IsUnprintable(c) || char.IsSurrogate(c);
                result.Append(forbidden ? Replacement : c);
            }
        }

        return result.ToString();
    }

    /// <summary>One line: line breaks and tabs become spaces.</summary>
    /// <param name="text">The text.</param>
    public static string Line(string text) =>
        Clean(text).Replace('\n', ' ').Replace('\t', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');

    /// <summary>Text for an XML element or a double-quoted attribute.</summary>
    internal static string Xml(string text)
    {
        var clean = Clean(text);
        var result = new StringBuilder(clean.Length + 16);
        foreach (var c in clean)
        {
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&#39;"),
                '\t' => result.Append("&#9;"),
                '\n' => result.Append("&#10;"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    /// <summary>An address that a reader may follow, or <see langword="null"/>: absolute, http or https, nothing else.</summary>
    /// <param name="address">The address.</param>
    public static string? Link(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;

    /// <summary>An instant as RFC 3339 writes it.</summary>
    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The place of a record on the pages below the home page; a query or fragment of the home page does not belong to it.</summary>
    internal static string? Page(FeedAddress feed, string address)
    {
        if (Link(feed.Home) is not { } home)
        {
            return null;
        }

        var path = new Uri(home).GetLeftPart(UriPartial.Path).TrimEnd('/');
        return $"{path}/{PageAddress.Of(address)}";
    }
}
