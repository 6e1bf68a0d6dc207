using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Tare.Records;

namespace Tare.Dossier.Tests;

/// <summary>Exports read back by parsers that are not ours, with texts that a hostile source could contain.</summary>
public sealed class ExportTests
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<string> Hostile =>
        [
            "</script><script>alert(1)</script>",
            "]]> <![CDATA[ x",
            "<!-- a --> & < > \" ' &amp;",
            "one\r\ntwo\nthree\rfour",
            "BEGIN:VEVENT\r\nSUMMARY:injected\r\nEND:VEVENT",
            "a;b,c\\d:e\\n",
            "\u0000\u0001\u0008\u000b\u001f\u007f\u0085",
            "\ud800 lone \udc00",
            "line\u2028separator\u2029s",
            "\u202ertl \ufeff bom \ufffe",
            "emoji \ud83d\ude00 " + string.Concat(Enumerable.Repeat("\u00e4\ud83d\ude00", 60)),
            "{{ constructor }} ${x} %3C",
            string.Empty,
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Atom_stays_well_formed_and_carries_the_text(string text)
    {
        var (feed, log) = (Feed(text), Log(text));
        var document = XDocument.Parse(AtomFeed.Of(feed, log), LoadOptions.PreserveWhitespace);
        var entry = document.Root!.Elements(s_atom + "entry").ShouldHaveSingleItem();
        entry.Element(s_atom + "content")!.Value.ShouldBe(Plain(text));
        entry.Element(s_atom + "title")!.Value.ShouldBe(OneLine(text));
        entry.Element(s_atom + "content")!.Attribute("type")!.Value.ShouldBe("text");
        document.Root.Element(s_atom + "title")!.Value.ShouldBe(Plain(text));
        document
            .Descendants()
            .Select(e => e.Name.LocalName)
            .Distinct(StringComparer.Ordinal)
            .ShouldBeSubsetOf(["feed", "title", "id", "updated", "author", "name", "link", "entry", "category", "content"]);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void JSON_feed_parses_and_may_stand_in_a_script_element(string text)
    {
        var json = JsonFeed.Of(Feed(text), Log(text));
        IsSafeInScript(json);
        using var document = JsonDocument.Parse(json);
        var item = document.RootElement.GetProperty("items")[0];
        item.GetProperty("content_text").GetString().ShouldBe(Plain(text));
        item.GetProperty("title").GetString().ShouldBe(OneLine(text));
        document.RootElement.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Claims_as_JSON_LD_parse_and_may_stand_in_a_script_element(string text)
    {
        var d = Debate.Dossier.WithClaim("c23", c => c with { Text = text });
        d = d with
        {
            Holders = [.. d.Holders.Select(h => h with { Name = text })],
            Sources = [.. d.Sources.Select(s => s with { Title = text })],
        };
        var index = DossierIndex.Of(d);
        var json = ClaimJsonLd.Of(Feed("Tare"), index, ClaimStanding.Of(index, index.Claim("c23")!));
        IsSafeInScript(json);
        using var document = JsonDocument.Parse(json);
        var graph = document.RootElement.GetProperty("@graph");
        graph[0].GetProperty("@type").GetString().ShouldBe("Claim");
        graph[0].GetProperty("text").GetString().ShouldBe(Plain(text));
        graph[0].GetProperty("author").GetProperty("name").GetString().ShouldBe(Plain(text));
        graph[0].GetProperty("appearance").GetArrayLength().ShouldBe(4);
        graph[1].GetProperty("@type").GetString().ShouldBe("ClaimReview");
        graph[1].GetProperty("claimReviewed").GetString().ShouldBe(Plain(text));
        graph[1].GetProperty("reviewRating").GetProperty("ratingValue").GetInt32().ShouldBe(1);
        graph[1].GetProperty("itemReviewed").GetProperty("@id").GetString().ShouldBe(graph[0].GetProperty("@id").GetString());
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void The_calendar_folds_and_escapes_every_line(string text)
    {
        var states = PredictionState.All(Debate.Dossier.WithPrediction("pr1", p => p with { Statement = text }), Debate.AsOf);
        var calendar = DeadlineCalendar.Of(Feed("Tare"), states);
        calendar.ShouldEndWith("END:VCALENDAR\r\n");
        calendar.Replace("\r\n", string.Empty).ShouldNotContain("\n");
        calendar.Replace("\r\n", string.Empty).ShouldNotContain("\r");
        foreach (var line in calendar.Split("\r\n"))
        {
            Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(line).ShouldNotBeNull();
        }

        var lines = calendar.Replace("\r\n ", string.Empty).Split("\r\n");
        lines.Count(l => l == "BEGIN:VEVENT").ShouldBe(4);
        lines.Count(l => l == "END:VEVENT").ShouldBe(4);
        var summary = lines.Single(l =>
            l.StartsWith("SUMMARY:Deadline: ", StringComparison.Ordinal) && Unescaped(l) == $"SUMMARY:Deadline: {Plain(text)}"
        );
        summary.ShouldNotBeNull();
    }

    [Fact]
    public void Deadlines_are_all_day_events_on_their_day()
    {
        var calendar = DeadlineCalendar.Of(Feed("Tare"), PredictionState.All(Debate.Dossier, Debate.AsOf));
        calendar.ShouldContain("DTSTART;VALUE=DATE:20260716\r\nDTEND;VALUE=DATE:20260717\r\n");
        calendar.ShouldContain("DTSTAMP:20261122T1200");
        calendar.IndexOf("20260616", StringComparison.Ordinal).ShouldBeLessThan(calendar.IndexOf("20301231", StringComparison.Ordinal));
        calendar.ShouldContain("URL:https://example.org/tare/predictions.html#pr1\r\n");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>")]
    [InlineData("/relative")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public void Only_web_addresses_become_links(string url)
    {
        var d = Debate.Dossier with { Sources = [.. Debate.Dossier.Sources.Select(s => s with { Url = url })] };
        var index = DossierIndex.Of(d);
        var feed = Feed("Tare") with { Home = url, Self = url };
        ClaimJsonLd.Of(feed, index, ClaimStanding.Of(index, index.Claim("c23")!)).ShouldNotContain("\"url\"");
        AtomFeed.Of(feed, Log("x")).ShouldNotContain("href");
        JsonFeed.Of(feed, Log("x")).ShouldNotContain("url\"");
        DeadlineCalendar.Of(feed, PredictionState.All(d, Debate.AsOf)).ShouldNotContain("URL:");
    }

    [Fact]
    public void An_address_with_markup_is_escaped_where_it_stands()
    {
        var feed = Feed("Tare") with { Home = "https://example.org/a?b=\"><script>&c=1", Self = null };
        var root = XDocument.Parse(AtomFeed.Of(feed, Log("x"))).Root!;
        root.Element(s_atom + "link")!.Attribute("href")!.Value.ShouldBe("https://example.org/a?b=%22%3E%3Cscript%3E&c=1");
        root.Element(s_atom + "entry")!
            .Element(s_atom + "link")!
            .Attribute("href")!
            .Value.ShouldBe("https://example.org/a/claims.html#c01");
    }

    [Fact]
    public void Only_reviewed_claims_carry_a_review()
    {
        string Json(string id, ClaimVerdict? verdict = null) =>
            ClaimJsonLd.Of(Feed("Tare"), Debate.Index, ClaimStanding.Of(Debate.Index, Debate.Index.Claim(id)!), verdict);
        Json("c07").ShouldNotContain("ClaimReview");
        Json("c01").ShouldNotContain("ClaimReview");
        Json("c02").ShouldContain("\"ratingValue\": 4");
        Json("c23").ShouldContain("\"ratingValue\": 1");
        Json("c12").ShouldContain("\"ratingValue\": 3");
        var answer = new QueryAnswer
        {
            Claim = "c07",
            AskedAt = Debate.AsOf,
            DataDigest = "d",
        };
        Json("c07", new ClaimVerdict("c07", Verdict.Supported, true, "It does.", answer)).ShouldContain("\"ratingValue\": 5");
        Json("c07", new ClaimVerdict("c07", Verdict.NotAnswered, null, "No.", answer)).ShouldNotContain("ClaimReview");
    }

    [Fact]
    public void The_feeds_of_the_debate_have_an_entry_for_every_event_and_stable_names()
    {
        var log = DossierLog.Of(Debate.Index, Debate.AsOf);
        var entries = XDocument.Parse(AtomFeed.Of(Feed("Tare"), log)).Root!.Elements(s_atom + "entry").ToList();
        entries.Count.ShouldBe(log.Count);
        entries.Select(e => e.Element(s_atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count().ShouldBe(log.Count);
        AtomFeed.Of(Feed("Tare"), log).ShouldBe(AtomFeed.Of(Feed("Tare"), DossierLog.Of(DossierIndex.Of(Debate.Dossier), Debate.AsOf)));
        using var json = JsonDocument.Parse(JsonFeed.Of(Feed("Tare"), log));
        json.RootElement.GetProperty("items").GetArrayLength().ShouldBe(log.Count);
    }

    private static void IsSafeInScript(string json)
    {
        json.ShouldNotContain("<");
        json.ShouldNotContain(">");
        json.ShouldNotContain("&");
        json.ShouldNotContain("\u2028");
        json.ShouldNotContain("\u2029");
        json.Where(c => c < ' ' && c != '\n').ShouldBeEmpty();
    }

    private static FeedAddress Feed(string title) =>
        new()
        {
            Title = title,
            Id = "urn:tare:dossier:test",
            Author = "The Tare contributors",
            Home = "https://example.org/tare",
            Self = "https://example.org/tare/feed",
            Updated = Debate.AsOf,
        };

    private static IReadOnlyList<DossierEvent> Log(string text) =>
        [new DossierEvent($"claim-stated/{text}/2026-05-16", Debate.AsOf, DossierEventKind.ClaimStated, text, text, "claims/c01")];

    /// <summary>What must arrive: the text with line breaks made alike and with U+FFFD where a character cannot be carried.</summary>
    private static string Plain(string text)
    {
        var result = new StringBuilder();
        foreach (var rune in text.Replace("\r\n", "\n").Replace('\r', '\n').EnumerateRunes())
        {
            var forbidden =
                (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\t' or '\n'))
                || rune.Value is 0xfffe or 0xffff or (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069);
            result.Append(forbidden ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return result.ToString();
    }

    private static string OneLine(string text) =>
        Plain(text).Replace('\n', ' ').Replace('\t', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');

    /// <summary>An RFC 5545 TEXT value read back, character by character.</summary>
    private static string Unescaped(string value)
    {
        var result = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            result.Append(value[i] == '\\' && i + 1 < value.Length ? (value[++i] is 'n' or 'N' ? '\n' : value[i]) : value[i]);
        }

        return result.ToString();
    }
}
