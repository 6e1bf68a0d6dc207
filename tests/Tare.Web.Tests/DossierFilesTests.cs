using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tare.Catalogue.Dossiers;
using Tare.Records;

namespace Tare.Web.Tests;

/// <summary>The pages and feeds of a dossier: well formed, the same everywhere, and safe with texts that a hostile source could contain.</summary>
public sealed class DossierFilesTests
{
    private static readonly string[] s_pages = ["dossier.html", "claims.html", "predictions.html"];

    private static readonly string s_hostile = string.Concat(
        "</script><script>alert(1)</script><img src=x onerror=alert(1)>'\"&",
        "\u202egnol\u2066\u001b[31m",
        "\r\nBEGIN:VEVENT\r\nSUMMARY:injected\r\nEND:VEVENT {{7*7}} [1]"
    );

    private static readonly DossierContext s_context = new()
    {
        Version = "0.0.0-test",
        Name = "test.yaml",
        Sha256 = new string('a', 64),
        At = new DateTimeOffset(2026, 11, 22, 23, 59, 59, TimeSpan.Zero),
        FiguresPage = "index.html",
    };

    [Fact]
    public async Task One_dossier_has_one_content_whatever_the_culture()
    {
        var first = await RenderAsync(Debate());
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            (await RenderAsync(Debate())).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task There_are_three_pages_two_feeds_and_a_calendar() =>
        (await RenderAsync(Debate())).Keys.ShouldBe([.. s_pages, "feed.atom", "feed.json", "deadlines.ics"], ignoreOrder: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_are_well_formed_and_every_link_leads_somewhere(bool hostile)
    {
        var files = await RenderAsync(hostile ? Hostile() : Debate());
        var anchors = s_pages.ToDictionary(p => p, p => Ids(files[p]), StringComparer.Ordinal);
        foreach (var page in s_pages)
        {
            HtmlCheck.Problems(files[page]).ShouldBeEmpty(page);
            anchors[page].ShouldBeUnique();
            var levels = Regex
                .Matches(files[page], "<h([1-6])[ >]")
                .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
            levels.Count(l => l == 1).ShouldBe(1, page);
            foreach (var (target, id) in Links(files[page], page))
            {
                (
                    anchors.TryGetValue(target, out var ids)
                        ? id.Length == 0 || ids.Contains(id)
                        : files.ContainsKey(target) || target == "index.html"
                ).ShouldBeTrue($"{page}: {target}#{id}");
            }
        }
    }

    [Fact]
    public async Task Nothing_is_loaded_and_nothing_runs()
    {
        var files = await RenderAsync(Debate());
        foreach (var page in s_pages.Select(p => files[p]))
        {
            page.ShouldContain("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
            page.ShouldNotContain("script-src");
            Regex.Matches(page, "<script(?! type=\"application/ld\\+json\">)").ShouldBeEmpty();
            page.ShouldNotContain("src=");
            page.ShouldNotContain("url(");
            Regex.Matches(page, "<link (?!rel=\"alternate\")").ShouldBeEmpty();
            Regex.Matches(page, " on[a-z]+=", RegexOptions.IgnoreCase).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_hostile_text_stays_text_on_every_page()
    {
        var files = await RenderAsync(Hostile());
        foreach (var page in s_pages.Select(p => files[p]))
        {
            page.ShouldNotContain("<img", Case.Insensitive);
            Regex.Count(page, "</script", RegexOptions.IgnoreCase).ShouldBe(Regex.Count(page, "<script", RegexOptions.IgnoreCase));
            page.ShouldContain("&lt;/script&gt;&lt;script&gt;");
            page.ShouldNotContain("javascript:", Case.Insensitive);
        }
    }

    [Fact]
    public async Task What_acts_on_the_display_is_replaced_by_a_mark()
    {
        var files = await RenderAsync(Hostile());
        foreach (var (path, text) in files)
        {
            var shown = System.Net.WebUtility.HtmlDecode(text.Replace("\\u202E", "\u202e", StringComparison.OrdinalIgnoreCase));
            shown.Where(c => PlainText.IsUnprintable(c) && c != '\r').ShouldBeEmpty(path);
        }

        files["dossier.html"].ShouldContain("&#xFFFD;gnol&#xFFFD;");
    }

    [Fact]
    public async Task Linked_data_names_every_claim_and_reviews_what_was_reviewed()
    {
        foreach (var dossier in new[] { Debate(), Hostile() })
        {
            var page = (await RenderAsync(dossier))["claims.html"];
            var data = Regex
                .Match(page, "<script type=\"application/ld\\+json\">(?<json>.*?)</script>", RegexOptions.Singleline)
                .Groups["json"]
                .Value;
            using var document = JsonDocument.Parse(data);
            var graph = document.RootElement.GetProperty("@graph").EnumerateArray().ToList();
            graph.Count(n => n.GetProperty("@type").GetString() == "Claim").ShouldBe(dossier.Claims.Count);
            var reviews = graph.Where(n => n.GetProperty("@type").GetString() == "ClaimReview").ToList();
            reviews.ShouldNotBeEmpty();
            reviews.ShouldAllBe(r => r.GetProperty("reviewRating").GetProperty("ratingValue").GetInt32() >= 1);
        }
    }

    [Fact]
    public async Task Feeds_and_calendar_survive_hostile_texts()
    {
        var files = await RenderAsync(Hostile());
        XDocument.Parse(files["feed.atom"]).Root!.Name.LocalName.ShouldBe("feed");
        JsonDocument.Parse(files["feed.json"]).RootElement.GetProperty("items").GetArrayLength().ShouldBeGreaterThan(50);
        var lines = files["deadlines.ics"].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        lines.Count(l => l == "BEGIN:VEVENT").ShouldBe(Debate().Predictions.Count);
        lines.ShouldNotContain("SUMMARY:injected");
    }

    [Fact]
    public async Task An_address_that_is_not_of_the_web_is_no_link()
    {
        var d = Debate();
        var bad = d with { Sources = [.. d.Sources.Select(s => s with { Url = "javascript:alert(1)" })] };
        foreach (var text in (await RenderAsync(bad)).Values)
        {
            text.ShouldNotContain("javascript:");
        }
    }

    [Fact]
    public async Task A_reader_finds_holder_date_evidence_standing_and_what_would_settle_it()
    {
        var page = System.Net.WebUtility.HtmlDecode((await RenderAsync(Debate()))["dossier.html"]);
        page.ShouldContain("Center for AI Standards and Innovation");
        page.ShouldContain("<dt>Since</dt><dd>2026-05-01</dd>");
        page.ShouldContain("1 root (Interconnects) behind 5 documents");
        page.ShouldContain("What would settle it.</strong> The difference of the two slopes");
        page.ShouldContain(
            "<strong>Do uniform bash-loop evaluations understate open models relative to closed ones?</strong> Open and closed models on the same tasks",
            Case.Sensitive,
            "what would settle the question of the harness, which nobody on the page answers otherwise"
        );
        page.ShouldContain("data-status=\"undecidable\"");
        page.ShouldContain("Support came from others since: Hacker News / GitHub");
    }

    [Fact]
    public async Task Before_any_version_and_without_topics_there_is_a_page()
    {
        var d = Debate();
        var none = (await RenderAsync(d with { Topics = [.. d.Topics.Select(t => t with { Versions = [] })] }))["dossier.html"];
        none.ShouldContain("No version of this page had been made by then");
        (await RenderAsync(d with { Topics = [] }))["dossier.html"].ShouldContain("The dossier has no topic");
        var two = await RenderAsync(d with { Topics = [d.Topics[0], d.Topics[0] with { Id = "again", Title = "Again" }] });
        Ids(two["dossier.html"]).ShouldBeUnique();
    }

    private static DossierRecord Debate() => CuratedDossiers.Open("open-closed-gap-2026").Dossier;

    /// <summary>The debate with every free text made hostile, and every address a script.</summary>
    private static DossierRecord Hostile()
    {
        var d = Debate();
        return d with
        {
            Title = s_hostile,
            Licence = s_hostile,
            Holders = [.. d.Holders.Select(h => h with { Name = s_hostile, Org = s_hostile })],
            Sources =
            [
                .. d.Sources.Select(s =>
                    s with
                    {
                        Title = s_hostile,
                        Publisher = s_hostile,
                        Url = "JavaScript:alert(1)",
                        Note = s_hostile,
                    }
                ),
            ],
            Claims = [.. d.Claims.Select(c => c with { Text = s_hostile, Note = s_hostile, Domain = c.Domain })],
            Propositions = [.. d.Propositions.Select(p => p with { Text = s_hostile, DecidedBy = s_hostile })],
            Evidence = [.. d.Evidence.Select(e => e with { Measure = s_hostile, Strength = s_hostile })],
            StatusEvents = [.. d.StatusEvents.Select(e => e with { Reason = s_hostile })],
            Tensions = [.. d.Tensions.Select(t => t with { Text = s_hostile })],
            Timeline = [.. d.Timeline.Select(e => e with { Text = s_hostile, Note = s_hostile })],
            Questions = [.. d.Questions.Select(q => q with { Text = s_hostile, Why = s_hostile, PartialAnswer = s_hostile })],
            Predictions =
            [
                .. d.Predictions.Select(p =>
                    p with
                    {
                        Statement = s_hostile,
                        Note = s_hostile,
                        Criteria = p.Criteria with { Falsifier = s_hostile, Metric = s_hostile, JudgeRule = s_hostile },
                    }
                ),
            ],
            Conflicts = [.. d.Conflicts.Select(c => c with { Subject = s_hostile, Field = s_hostile, Resolution = s_hostile })],
            Topics =
            [
                .. d.Topics.Select(t =>
                    t with
                    {
                        Title = s_hostile,
                        Versions = [.. t.Versions.Select(v => v with { What = s_hostile, Why = s_hostile, Narrative = [s_hostile] })],
                    }
                ),
            ],
        };
    }

    private static async Task<Dictionary<string, string>> RenderAsync(DossierRecord dossier) =>
        (await DossierFiles.RenderAsync(dossier, s_context)).ToDictionary(
            f => f.Path,
            f => Encoding.UTF8.GetString(f.Content),
            StringComparer.Ordinal
        );

    private static List<string> Ids(string page) => [.. Regex.Matches(page, " id=\"([^\"]*)\"").Select(m => m.Groups[1].Value)];

    private static IEnumerable<(string Page, string Id)> Links(string page, string own) =>
        Regex
            .Matches(page, " href=\"(?<page>[^\"#:]*)(#(?<id>[^\"]*))?\"", RegexOptions.ExplicitCapture)
            .Select(m => (m.Groups["page"].Length == 0 ? own : m.Groups["page"].Value, m.Groups["id"].Value));
}
