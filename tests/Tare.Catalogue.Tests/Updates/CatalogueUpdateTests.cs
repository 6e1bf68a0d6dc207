using Tare.Records;

namespace Tare.Catalogue.Tests;

/// <summary>Published catalogues: read whole, stored exactly, never in force over what is curated.</summary>
public sealed class CatalogueUpdateTests : IDisposable
{
    private static readonly DateOnly s_day = new(2026, 7, 2);
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void An_update_is_stored_and_read_as_it_was()
    {
        var update = Read(
            """{"p":{"models":{"x":{"name":"DeepSeek V4 Pro","release_date":"2026-04","limit":{"context":9},"cost":{"input":0.123456789,"output":2}}}}}"""
        );
        var store = new CatalogueUpdateStore(_bench.PathOf("home"));
        store.Load().ShouldBeEmpty();
        store.Save(update);
        var read = store.Load().ShouldHaveSingleItem();
        read.Format.ShouldBe(update.Format);
        read.Retrieved.ShouldBe(update.Retrieved);
        read.Prices.ShouldBe(update.Prices);
        read.Statements.Select(Plain).ShouldBe(update.Statements.Select(Plain));
        read.Files.Single().Sha256.ShouldBe(update.Files.Single().Sha256);
        read.Prices.Single().Price.InputUsd.ShouldBe(0.123456789m);
    }

    [Fact]
    public void An_update_never_takes_the_place_of_a_curated_value()
    {
        var update = Read(
            """{"p":{"models":{"x":{"name":"Kimi K2.6","open_weights":false,"release_date":"2020-01-01","license":"Apache-2.0","limit":{"context":1}}}}}"""
        );
        var before = CuratedData.Releases;
        var after = before.With([update]);
        foreach (var release in before.Releases)
        {
            foreach (var fact in release.Facts)
            {
                after.Get(release.Id).Fact(fact.Field)!.InForce.Value.ShouldBe(fact.InForce.Value, $"{release.Id}, {fact.Field}");
                after.Get(release.Id).Fact(fact.Field)!.Statements.Count.ShouldBeGreaterThanOrEqualTo(fact.Statements.Count);
            }
        }

        after.Get("kimi-k2.6").Conflicts.Select(c => c.Field).ShouldContain(CatalogueField.Weights);
        // Apache-2.0 is permissive as the licence in force is: on the terms alone the two agree.
        CatalogueDifference
            .Of(before, after, update)
            .ShouldAllBe(c => c.Kind == (c.What == "terms" ? CatalogueChangeKind.Confirms : CatalogueChangeKind.Disagrees));
    }

    [Fact]
    public void The_difference_tells_the_four_kinds_apart()
    {
        var first = Read("""{"p":{"models":{"x":{"name":"Kimi K3","limit":{"context":1000},"cost":{"input":1,"output":2}}}}}""");
        var applied = CuratedData.Releases.With([first]);
        var second = CatalogueImporters.ModelsDev(
            _bench.Source(
                "b.json",
                """{"p":{"models":{"x":{"name":"Kimi K3","open_weights":true,"limit":{"context":2000},"cost":{"input":1,"output":3}},"y":{"name":"Kimi K2.6","limit":{"context":5}}}},"q":{"models":{"x":{"name":"Kimi K3","cost":{"input":4}}}}}"""
            ),
            s_day.AddDays(1),
            applied
        );
        var changes = CatalogueDifference.Of(applied, CuratedData.Releases.With([second]), second);
        changes
            .Select(c => $"{c.ReleaseId} {c.What}: {c.Kind}")
            .ShouldBe([
                "kimi-k2.6 context-tokens: Disagrees",
                "kimi-k3 weights: Confirms",
                "kimi-k3 context-tokens: Replaces",
                "kimi-k3 price, p: Replaces",
                "kimi-k3 price, q: Fills",
            ]);
    }

    [Fact]
    public void What_cannot_be_is_counted_and_a_name_is_never_guessed()
    {
        var update = Read(
            """
            {"p":{"models":{
              "kimi-k2-6":{"name":"Kimi K2 6"},
              "a":{"name":"Kimi K3","release_date":"2026-07-03","limit":{"context":1.5},"cost":{"input":-1,"output":"dear"},"modalities":{}},
              "b":{"name":"Kimi K2.6","release_date":"soon","license":"Own"}}}}
            """
        );
        update.Unresolved.ShouldBe(["Kimi K2 6"]);
        update.Statements.ShouldBeEmpty();
        update.Prices.ShouldBeEmpty();
        update
            .NotKept.Select(n => $"{n.Count} {n.What}: {n.Reason}")
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "1 context lengths: not a whole number above 0",
                "1 fields 'modalities': the catalogue has no place for them",
                "1 licences: not in data/licences.csv: their terms are not known here",
                "1 prices: below 0 or above a million dollars a million tokens",
                "1 release dates: after the day of retrieval: a source does not know the future",
                "1 release dates: not a day, month or year that exists",
                "1 values of cost.output: not a number",
            ]);
    }

    [Fact]
    public void The_newest_update_of_a_format_speaks_in_whatever_order_they_come()
    {
        var older = Read("""{"p":{"models":{"x":{"name":"Kimi K3","limit":{"context":1000},"cost":{"input":1,"output":2}}}}}""");
        var newer = older with
        {
            Retrieved = s_day.AddDays(9),
            Statements = [older.Statements[0] with { Statement = older.Statements[0].Statement with { Value = "2000" } }],
            Prices = [new UpdatePrice("kimi-k3", older.Prices[0].Price with { EffectiveFrom = s_day.AddDays(9), InputUsd = 3 })],
        };
        foreach (
            var updates in (CatalogueUpdate[][])
                [
                    [older, newer],
                    [newer, older],
                ]
        )
        {
            var kimi = CuratedData.Releases.With(updates).Get("kimi-k3");
            kimi.ContextTokens.ShouldBe(2000);
            kimi.Prices.Select(p => p.InputUsd).ShouldBe([1m, 3m]);
            kimi.LowestPrice!.InputUsd.ShouldBe(3m);
        }
    }

    [Fact]
    public void A_changed_file_of_the_store_is_refused_with_its_field()
    {
        var store = new CatalogueUpdateStore(_bench.PathOf("home"));
        var path = store.Save(Read("""{"p":{"models":{"x":{"name":"Kimi K3","cost":{"input":1,"output":2}}}}}"""));
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"inputUsd\": \"1\"", "\"inputUsd\": \"-1\"", StringComparison.Ordinal));
        Should.Throw<InputException>(() => store.Load()).Message.ShouldContain("prices[0].inputUsd: \"-1\"");
    }

    private CatalogueUpdate Read(string json) => CatalogueImporters.ModelsDev(_bench.Source("api.json", json), s_day, CuratedData.Releases);

    private static string Plain(UpdateStatement s) =>
        $"{s.ReleaseId} {s.Field} {s.Statement.Value} {s.Statement.Standing} {string.Join(';', s.Statement.Sources)} {s.Statement.Note} {s.Statement.IsUnverified}";
}
