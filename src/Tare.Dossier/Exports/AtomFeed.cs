using System.Text;

namespace Tare.Dossier;

/// <summary>The log of a dossier as an Atom feed (RFC 4287).</summary>
public static class AtomFeed
{
    /// <summary>The feed as a document; the same log gives the same bytes.</summary>
    /// <param name="feed">Where it lives.</param>
    /// <param name="log">The entries, newest first.</param>
    public static string Of(FeedAddress feed, IReadOnlyList<DossierEvent> log)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(log);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        Element(xml, 1, "title", feed.Title);
        Element(xml, 1, "id", feed.Id);
        Element(xml, 1, "updated", SafeText.Instant(log.Count == 0 ? feed.Updated : log.Max(e => e.At)));
        xml.Append("  <author><name>").Append(SafeText.Xml(feed.Author)).Append("</name></author>\n");
        Link(xml, 1, "self", SafeText.Link(feed.Self));
        Link(xml, 1, "alternate", SafeText.Link(feed.Home));
        foreach (var entry in log)
        {
            xml.Append("  <entry>\n");
            Element(xml, 2, "title", SafeText.Line(entry.Title));
            Element(xml, 2, "id", EntryId(feed, entry));
            Element(xml, 2, "updated", SafeText.Instant(entry.At));
            xml.Append("    <category term=\"").Append(SafeText.Xml(Records.KebabCase.Of(entry.Kind))).Append("\"/>\n");
            Link(xml, 2, "alternate", SafeText.Page(feed, entry.Address));
            xml.Append("    <content type=\"text\">").Append(SafeText.Xml(entry.Text)).Append("</content>\n  </entry>\n");
        }

        return xml.Append("</feed>\n").ToString();
    }

    internal static string EntryId(FeedAddress feed, DossierEvent entry) =>
        $"{feed.Id}:{string.Join('/', entry.Id.Split('/').Select(Uri.EscapeDataString))}";

    private static void Element(StringBuilder xml, int depth, string name, string text) =>
        xml.Append(' ', 2 * depth).Append('<').Append(name).Append('>').Append(SafeText.Xml(text)).Append("</").Append(name).Append(">\n");

    private static void Link(StringBuilder xml, int depth, string rel, string? href)
    {
        if (href is not null)
        {
            xml.Append(' ', 2 * depth).Append("<link rel=\"").Append(rel).Append("\" href=\"").Append(SafeText.Xml(href)).Append("\"/>\n");
        }
    }
}
