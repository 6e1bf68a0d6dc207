namespace Tare.Dossier;

/// <summary>The log of a dossier as a JSON Feed, version 1.1.</summary>
public static class JsonFeed
{
    /// <summary>The feed as a document; the same log gives the same bytes.</summary>
    /// <param name="feed">Where it lives.</param>
    /// <param name="log">The entries, newest first.</param>
    public static string Of(FeedAddress feed, IReadOnlyList<DossierEvent> log)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(log);
        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.Text("title", feed.Title);
            json.Text("home_page_url", SafeText.Link(feed.Home));
            json.Text("feed_url", SafeText.Link(feed.Self));
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.Text("name", feed.Author);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var entry in log)
            {
                json.WriteStartObject();
                json.Text("id", AtomFeed.EntryId(feed, entry));
                json.Text("url", SafeText.Page(feed, entry.Address));
                json.Text("title", SafeText.Line(entry.Title));
                json.Text("content_text", entry.Text);
                json.Text("date_published", SafeText.Instant(entry.At));
                json.WriteStartArray("tags");
                json.WriteStringValue(Records.KebabCase.Of(entry.Kind));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
