using System.Text.Json;
using Tare.Catalogue.Dossiers;

namespace Tare.App.Tests;

/// <summary>What programs read of a dossier: its JSON, and what an export warns of.</summary>
public sealed class DossierExportTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_json_has_the_questions_on_which_nobody_is_opposed_and_what_would_settle_them()
    {
        using var page = JsonDocument.Parse((await _cli.RunAsync("dossier", "--json")).Out);
        var result = page.RootElement.GetProperty("result");
        var undisputed = result.GetProperty("undisputed").EnumerateArray().ToList();
        undisputed.Select(q => q.GetProperty("proposition").GetString()).ShouldContain("p-scaffold");
        undisputed.ShouldAllBe(q => q.GetProperty("decidedBy").GetString()!.Length > 0);
        var disputed = result.GetProperty("disputed").EnumerateArray().Select(q => q.GetProperty("proposition").GetString());
        undisputed.Select(q => q.GetProperty("proposition").GetString()).Intersect(disputed).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_json_has_every_source_of_a_conflict()
    {
        using var page = JsonDocument.Parse((await _cli.RunAsync("dossier", "--json")).Out);
        var conflicts = page.RootElement.GetProperty("result").GetProperty("conflicts").EnumerateArray();
        var told = conflicts
            .SelectMany(c => c.GetProperty("values").EnumerateArray())
            .SelectMany(v => v.GetProperty("by").EnumerateArray());
        told.Select(s => s.GetString())
            .ShouldBe(CuratedDossiers.Open("open-closed-gap-2026").Dossier.Conflicts.SelectMany(c => c.Values).SelectMany(v => v.By));
    }

    [Fact]
    public async Task A_source_that_the_pages_do_not_link_is_counted_and_named_with_its_place()
    {
        const string Address = "https://www.interconnects.ai/p/latest-open-artifacts-21-open-model";
        var text = CuratedDossiers.Text("open-closed-gap-2026");
        var line = text.Split('\n').TakeWhile(l => !l.Contains(Address, StringComparison.Ordinal)).Count() + 1;
        var path = _cli.Write("odd.yaml", text.Replace(Address, "ftp://example.org/21", StringComparison.Ordinal));
        var folder = Path.Combine(_cli.Folder, "site");
        var screen = await _cli.RunAsync("dossier", "export", "--file", path, "--out", folder);
        screen.Code.ShouldBe(0, screen.Error);
        screen.Error.ShouldContain("1 source without a link, since the address is not one of http or https: s-int21 (");
        screen.Error.ShouldContain(FormattableString.Invariant($"odd.yaml:{line}:"));
        screen.Error.ShouldContain("'ftp://example.org/21'");
        using var json = JsonDocument.Parse((await _cli.RunAsync("dossier", "export", "--file", path, "--out", folder, "--json")).Out);
        json.RootElement.GetProperty("warnings").EnumerateArray().Single().GetString()!.ShouldContain("s-int21");
        (await _cli.RunAsync("dossier", "export", "--out", folder)).Error.ShouldBeEmpty();
    }
}
