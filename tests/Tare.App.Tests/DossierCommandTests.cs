using System.Globalization;
using System.Text;
using Tare.Catalogue.Dossiers;
using Tare.Testing;

namespace Tare.App.Tests;

/// <summary>The commands on dossiers: their screens, points in time, and what a person may get wrong.</summary>
public sealed class DossierCommandTests : IDisposable
{
    private const string Debate = "open-closed-gap-2026";
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("dossier", "dossier")]
    [InlineData("dossier-as-of-2026-05-18", "dossier", "--as-of", "2026-05-18")]
    [InlineData("dossier-as-of-1999", "dossier", "--as-of", "1999")]
    [InlineData("claims-as-of-1999", "claims", "--as-of", "1999")]
    [InlineData("dossier-history", "dossier", "history")]
    [InlineData("dossier-history-of-a-claim", "dossier", "history", "c13")]
    [InlineData("dossier-diff-versions", "dossier", "diff", "1", "2")]
    [InlineData("dossier-diff-dates", "dossier", "diff", "2026-05-18", "2026-05-21")]
    [InlineData("dossier-lint", "dossier", "lint")]
    [InlineData("predictions", "predictions")]
    [InlineData("predictions-open", "predictions", "--status", "open", "--as-of", "2026-06-20")]
    [InlineData("claims", "claims")]
    [InlineData("claims-contradicted", "claims", "--status", "contradicted")]
    [InlineData("claims-show", "claims", "show", "c02")]
    public async Task Screens(string name, params string[] args)
    {
        var result = await _cli.RunAsync(100, args);
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, name);
    }

    [Fact]
    public async Task Forge_is_hidden_the_day_before_it_was_shown_and_there_the_day_after()
    {
        (await _cli.RunAsync("dossier", "--as-of", "2026-05-18")).Out.ShouldNotContain("zambelli");
        (await _cli.RunAsync("dossier", "--as-of", "2026-05-21")).Out.ShouldContain("zambelli");
    }

    [Fact]
    public async Task The_page_says_who_holds_what_since_when_on_what_and_what_would_settle_it()
    {
        var page = (await _cli.RunAsync("dossier")).Out;
        page.ShouldContain("Center for AI Standards and Innovation");
        page.ShouldContain("since 2026-05-01; 1 root behind 5 documents");
        page.ShouldContain("would be settled by: The difference of the two slopes");
        page.ShouldContain("Sources: 4, from 4 roots");
    }

    [Fact]
    public async Task Ones_own_dossier_is_shown_like_the_shipped_one()
    {
        var path = _cli.Write("own.yaml", CuratedDossiers.Text(Debate));
        var own = await _cli.RunAsync("dossier", "--file", path);
        own.Out.ShouldBe((await _cli.RunAsync("dossier")).Out);
        (await _cli.RunAsync("dossier", "lint", path)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task An_export_has_pages_feeds_and_a_calendar()
    {
        var folder = Path.Combine(_cli.Folder, "site");
        var result = await _cli.RunAsync("dossier", "export", "--out", folder, "--home", "https://example.org/gap");
        result.Code.ShouldBe(0, result.Error);
        Approval.Check(result.Screen, "dossier-export");
        var feed = await File.ReadAllTextAsync(Path.Combine(folder, "feed.atom"), TestContext.Current.CancellationToken);
        feed.ShouldContain("https://example.org/gap/claims.html#c01");
    }

    public static TheoryData<string, Func<string, string>> BrokenFiles =>
        new()
        {
            { "dossier-absent-source", t => t.Replace("    reporter: s-forge", "    reporter: s-forg", StringComparison.Ordinal) },
            {
                "dossier-changed-past",
                t => t.Replace("what: A cluster of open releases", "what: A heap of open releases", StringComparison.Ordinal)
            },
            {
                "dossier-amended-prediction",
                t =>
                    t.Replace(
                            "    frozen: df92a4",
                            "    forecasts:\n      - by: lambert\n        at: 2026-05-20\n        probability: 0.3\n    frozen: df92a4",
                            StringComparison.Ordinal
                        )
                        .Replace("True with 2 or more", "True with 1 or more", StringComparison.Ordinal)
            },
            { "dossier-future-date", t => t.Replace("    asserted: 2026-05-19", "    asserted: 2027-05-19", StringComparison.Ordinal) },
            { "dossier-malformed-yaml", t => t.Replace("    title: Forge,", "    title: \"Forge,", StringComparison.Ordinal) },
            { "dossier-wrong-field", t => t.Replace("    reporter: s-forge", "    reportr: s-forge", StringComparison.Ordinal) },
            { "dossier-override-character", t => t.Replace("    title: Forge,", "    title: Forge\u202e,", StringComparison.Ordinal) },
            {
                "dossier-escape-sequence",
                t => t.Replace("    org: Ahead of AI", "    org: \"\\e[31mAhead of AI\"", StringComparison.Ordinal)
            },
        };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public async Task A_broken_dossier_is_refused_with_its_place(string name, Func<string, string> damage)
    {
        ArgumentNullException.ThrowIfNull(damage);
        var text = damage(CuratedDossiers.Text(Debate));
        text.ShouldNotBe(CuratedDossiers.Text(Debate));
        var path = _cli.Write("broken.yaml", text);
        var result = await _cli.RunAsync(100, "dossier", "--file", path);
        result.Code.ShouldBe(2);
        result.Out.ShouldBeEmpty();
        Approval.Check(result.Screen, name);
    }

    [Fact]
    public async Task A_lint_with_errors_lists_them_and_ends_with_2()
    {
        var text = CuratedDossiers.Text(Debate).Replace("reporter: s-forge", "reporter: s-forg", StringComparison.Ordinal);
        var result = await _cli.RunAsync(100, "dossier", "lint", _cli.Write("broken.yaml", text));
        result.Code.ShouldBe(2);
        result.Out.ShouldContain("error S2 references");
        result.Out.ShouldContain("write s-forge");
    }

    [Fact]
    public async Task A_lint_against_an_earlier_state_sees_what_was_rewritten()
    {
        var before = _cli.Write("before.yaml", CuratedDossiers.Text(Debate));
        var text = CuratedDossiers
            .Text(Debate)
            .Replace("text: MiMo-V2.5-Pro is Apache 2.0", "text: MiMo-V2.5-Pro is MIT", StringComparison.Ordinal);
        var result = await _cli.RunAsync(100, "dossier", "lint", _cli.Write("after.yaml", text), "--against", before);
        result.Code.ShouldBe(2);
        result.Out.ShouldContain("S12 the past");
        result.Out.ShouldContain("'c23' was rewritten");
    }

    [Theory]
    [InlineData("dossier-no-such-file", "dossier", "--file", "nowhere.yaml")]
    [InlineData("dossier-no-such-name", "dossier", "--file", "open-closed-gap")]
    [InlineData("dossier-as-of-april", "dossier", "--as-of", "April")]
    [InlineData("dossier-as-of-future", "dossier", "--as-of", "2031-01-01")]
    [InlineData("dossier-no-such-clock", "dossier", "--as-of", "2026-05-20", "--clock", "wall")]
    [InlineData("dossier-recorded-2026-05", "dossier", "--as-of", "2026-05", "--clock", "recorded")]
    [InlineData("dossier-clock-alone", "dossier", "--clock", "recorded")]
    [InlineData("dossier-no-such-version", "dossier", "--topic-version", "7")]
    [InlineData("dossier-no-such-history", "dossier", "history", "c99")]
    [InlineData("dossier-diff-no-version", "dossier", "diff", "1", "9")]
    [InlineData("dossier-diff-version-0", "dossier", "diff", "0", "1")]
    [InlineData("dossier-diff-neither", "dossier", "diff", "x", "2")]
    [InlineData("dossier-diff-mixed", "dossier", "diff", "1", "2026-05-21")]
    [InlineData("dossier-export-home", "dossier", "export", "--home", "javascript:alert(1)")]
    [InlineData("claims-no-such-claim", "claims", "show", "c9")]
    [InlineData("claims-no-such-status", "claims", "--status", "disputed")]
    [InlineData("claims-no-such-holder", "claims", "--holder", "brant")]
    [InlineData("claims-without-query", "claims", "check", "c04")]
    [InlineData("predictions-no-such-status", "predictions", "--status", "expired")]
    public async Task A_bad_command_line_says_what_would_be_right(string name, params string[] args)
    {
        var result = await _cli.RunAsync(100, args);
        result.Code.ShouldBe(2);
        Approval.Check(result.Screen, name);
    }

    /// <summary>100,000 claims: read, checked and listed without a fault; how fast is measured elsewhere.</summary>
    [Fact]
    [Trait("tier", "gate")]
    public async Task A_dossier_of_100_000_claims_is_read_and_shown()
    {
        var result = await _cli.RunAsync(
            "claims",
            "--holder",
            "a",
            "--status",
            "retracted",
            "--file",
            _cli.Write("large.yaml", Large(100_000))
        );
        result.Code.ShouldBe(0, result.Error);
        result.Out.ShouldContain("0 of 100,000 claims");
    }

    internal static string Large(int claims)
    {
        var text = new StringBuilder(
            """
            schema: tare/dossier-file/1
            id: large
            title: Large
            language: en
            recorded: 2026-11-01
            licence: Apache-2.0
            holders:
              - id: a
                name: A
              - id: b
                name: B
            sources:
              - id: s
                title: S
                publisher: P
                kind: report
                published: 2026-05-01
                url: https://example.org/s
            propositions:
              - id: p
                text: Is it so?
                answer: bool
            claims:

            """
        );
        for (var i = 0; i < claims; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  - id: c{i}\n    holder: {(i % 2 == 0 ? "a" : "b")}\n    reporter: s\n    proposition: p\n    stance: {(i % 2 == 0 ? 1 : -1)}\n    kind: finding\n    asserted: 2026-05-02\n    text: It is what number {i} says\n"
            );
        }

        return text.ToString();
    }
}
