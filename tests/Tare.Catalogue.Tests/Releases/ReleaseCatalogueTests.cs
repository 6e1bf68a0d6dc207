using System.Globalization;
using System.Text;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>The join of the release tables: nothing lost, nothing guessed, and one rule of precedence.</summary>
public sealed class ReleaseCatalogueTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    /// <summary>Counted from the files by hand: 222 models of Epoch and 65 of the catalogue, of which 44 are the same by name or alias.</summary>
    [Fact]
    public void Every_row_of_both_lists_is_a_release_and_those_with_two_names_are_one()
    {
        var epoch = Rows("models.csv").Select(r => r[0]).ToArray();
        var catalogue = Rows("catalogue.csv").Select(r => r[0]).ToArray();
        var both = catalogue.Count(id => CuratedData.Names.Model(id) is not null);
        (epoch.Length, catalogue.Length, both).ShouldBe((222, 65, 44));
        CuratedData.Releases.Releases.Count.ShouldBe(epoch.Length + catalogue.Length - both);
        foreach (var id in epoch.Concat(catalogue))
        {
            CuratedData.Releases.TryFind(id, out _).ShouldBeTrue(id);
        }
    }

    [Fact]
    public void No_value_of_any_source_is_lost()
    {
        foreach (var row in Rows("catalogue-statements.csv"))
        {
            var field = KebabCase.TryParse<CatalogueField>(row[1], out var f) ? f : throw new InvalidOperationException(row[1]);
            var statements = CuratedData.Releases.Get(row[0]).Fact(field)!.Statements;
            statements.ShouldContain(s => s.Value == row[2] && s.Sources.Contains(row[4]), string.Join(',', row));
        }

        foreach (var row in Rows("release-dates.csv"))
        {
            CuratedData.Releases.Get(row[0]).Fact(CatalogueField.ReleaseDate)!.Statements.ShouldContain(s => s.Value == row[1], row[0]);
        }
    }

    [Fact]
    public void An_override_wins_over_a_card_a_card_over_the_catalogue_and_the_catalogue_over_Epoch()
    {
        var statements = Enum.GetValues<SourceStanding>().Reverse().Select(s => new FactStatement(s.ToString(), s, ["source"])).ToList();
        while (statements.Count > 1)
        {
            var fact = JoinedFact.Of(CatalogueField.Licence, statements);
            fact.Statements.Count.ShouldBe(statements.Count);
            fact.InForce.Standing.ShouldBe(statements.Min(s => s.Standing));
            fact.HasConflict.ShouldBeTrue();
            statements.RemoveAt(statements.Count - 1);
        }
    }

    /// <summary>The conflicts that the source tables are known for, each with the value in force and every other.</summary>
    [Theory]
    [InlineData("kimi-k2.6", CatalogueField.ReleaseDate, "2026-04-20", "2026-04-21", "2026-04-17")]
    [InlineData("mimo-v2.5-pro", CatalogueField.Licence, "MIT", "Apache-2.0")]
    [InlineData("glm-5.1", CatalogueField.TotalParameters, "744000000000", "754000000000")]
    [InlineData("laguna-xs.2", CatalogueField.ContextTokens, "131072", "262144")]
    [InlineData("laguna-m.1", CatalogueField.Weights, "open", "closed")]
    [InlineData("qwen3.6-35b-a3b", CatalogueField.ReleaseDate, "2026-04-15", "2026-04-17", "2026-04-14", "2026-04-16")]
    [InlineData("o3", CatalogueField.ReleaseDate, "2025-04-16", "2024-12-20")]
    [InlineData("gemma-4-31b", CatalogueField.Terms, "permissive", "restricted")]
    [InlineData("deepseek-v3.2", CatalogueField.TotalParameters, "671000000000", "685000000000")]
    public void A_known_conflict_is_kept_with_all_its_values(string id, CatalogueField field, string inForce, params string[] others)
    {
        var fact = CuratedData.Releases.Get(id).Fact(field)!;
        fact.InForce.Value.ShouldBe(inForce);
        fact.HasConflict.ShouldBeTrue();
        foreach (var other in others)
        {
            fact.Statements.Select(s => s.Value).ShouldContain(other);
        }
    }

    [Fact]
    public void The_licence_conflict_is_settled_by_the_card_and_an_override_says_why()
    {
        CuratedData.Releases.Get("mimo-v2.5-pro").Fact(CatalogueField.Licence)!.InForce.Standing.ShouldBe(SourceStanding.ModelCard);
        var glm = CuratedData.Releases.Get("glm-5.1").Fact(CatalogueField.Weights)!.InForce;
        glm.Standing.ShouldBe(SourceStanding.Override);
        glm.Note.ShouldNotBeNull();
    }

    [Fact]
    public void Names_that_look_alike_are_listed_and_not_joined()
    {
        var names = CuratedData.Releases.Unjoined.ToDictionary(u => u.Name, StringComparer.Ordinal);
        names["deepseek-v4-flash"].Nearest.ShouldContain("deepseek-v4-flash-0731");
        names["grok-4.3"].Nearest.ShouldContain("grok-4.3-beta");
        CuratedData.Releases.Get("deepseek-v4-flash").Id.ShouldNotBe(CuratedData.Releases.Get("deepseek-v4-flash-0731").Id);
    }

    [Fact]
    public void Every_layer_list_belongs_to_a_release_of_its_size()
    {
        foreach (var architecture in ArchitectureDocument.Curated())
        {
            var release = CuratedData.Releases.WithArchitecture(architecture.Id);
            release.ShouldNotBeNull(architecture.Id);
            release.TotalParameters.ShouldBe(architecture.TotalParameters, architecture.Id);
            release.ActiveParameters.ShouldBe(architecture.ActiveParameters, architecture.Id);
        }
    }

    [Fact]
    public void Unknown_facts_stay_unknown()
    {
        var opus = CuratedData.Releases.Get("gpt-5.5");
        opus.TotalParameters.ShouldBeNull();
        opus.ActiveParameters.ShouldBeNull();
        var gemma = CuratedData.Releases.Get("gemma-4-12b");
        gemma.ReleaseDate.IsKnown.ShouldBeFalse();
        gemma.ContextTokens.ShouldBeNull();
        gemma.Fact(CatalogueField.Licence)!.InForce.IsUnverified.ShouldBeTrue();
        CuratedData.Releases.Get("nemotron-3-super").Terms.ShouldBe(LicenceTerms.Unknown);
    }

    [Fact]
    public void A_month_agrees_with_its_days_and_with_no_other()
    {
        JoinedFact.Agree(CatalogueField.ReleaseDate, "2023-12", "2023-12-11").ShouldBeTrue();
        JoinedFact.Agree(CatalogueField.ReleaseDate, "2023-12-11", "2023").ShouldBeTrue();
        JoinedFact.Agree(CatalogueField.ReleaseDate, "2023-12", "2024-01-01").ShouldBeFalse();
        CuratedData.Releases.Get("mixtral-8x7b").Fact(CatalogueField.ReleaseDate)!.HasConflict.ShouldBeFalse();
    }

    /// <summary>Platform support is known from the day on which it was seen: the lag is at most that.</summary>
    [Fact]
    public void The_lag_of_a_platform_is_counted_from_the_release_in_force()
    {
        var kimi = CuratedData.Releases.Get("kimi-k2.6");
        kimi.Platforms.Select(p => (p.Platform, p.LagAtMostDays(kimi.ReleaseDate)))
            .ShouldBe([("Fireworks", (int?)26), ("ms-swift", (int?)124)]);
        CuratedData.Releases.Get("gemma-4-26b-a4b").Platforms[0].LagAtMostDays(PartialDate.Parse("2026-04-02")).ShouldBeNull();
        kimi.Platforms[0].LagAtMostDays(PartialDate.Parse("2026-04")).ShouldBeNull();
    }

    [Fact]
    public void A_bad_row_is_refused_with_its_place()
    {
        var complaints = new Complaints(_bench);
        void Change(string title, string file, string from, string to) =>
            complaints.Add(
                title,
                () => new ReleaseReader(new Changed(file, from, to), new CuratedLoader(new Changed(file, from, to))).Read()
            );

        Change("a release twice", "catalogue.csv", "\nglm-5,", "\nglm-5.1,");
        Change("a licence that nobody knows", "catalogue.csv", "2026-04-24,open,MIT", "2026-04-24,open,MTI");
        Change("a size in billions", "catalogue.csv", ",1600000000000,", ",1600.5,");
        Change("more active parameters than there are", "catalogue.csv", "1600000000000,49000000000", "16000000000,49000000000");
        Change("a negative context", "catalogue.csv", ",1048576,general MoE flagship", ",-1,general MoE flagship");
        Change("a source that is not there", "catalogue.csv", "llm-gallery;tracked", "llm-galery;tracked");
        Change("an unverified fact that does not exist", "catalogue.csv", ",licence,medium", ",license,medium");
        Change("a country that does not exist", "catalogue.csv", "Moonshot,CN,2026-04-20", "Moonshot,XX,2026-04-20");
        Change("a month that does not exist", "catalogue.csv", "2023-12,open", "2023-13,open");
        Change("a date after its sources", "catalogue.csv", "2026-07-06", "2027-07-06");
        Change("a statement of a model that does not exist", "catalogue-statements.csv", "\nkimi-k2.6,", "\nkimi-k2.66,");
        Change("a statement about nothing", "catalogue-statements.csv", "kimi-k2.6,release-date", "kimi-k2.6,realease-date");
        Change("a statement by nobody", "catalogue-statements.csv", "2026-04-21,catalogue,", "2026-04-21,rumour,");
        Change("a platform day that does not exist", "training-platforms.csv", "2026-05-16", "2026-05-36");
        Change("a layer list that leads nowhere", "aliases.csv", "gemma4-e2b,gemma-4-e2b", "gemma4-e2b,gemma-4-e2");
        Change("a licence twice", "licences.csv", "\nMIT,", "\nApache-2.0,");
        Approval.Check(complaints.ToString(), "bad-release-tables");
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        using var table = CsvTable.Open(File.OpenRead(Repository.PathOf($"data/{file}")), file);
        var columns = table.Header;
        foreach (var row in table.Rows().ToArray())
        {
            yield return [.. columns.Select(c => row.Optional(c) ?? "")];
        }
    }

    private sealed class Changed(string file, string from, string to) : ICuratedFiles
    {
        public Stream Open(string name)
        {
            var text = File.ReadAllText(Repository.PathOf($"data/{name}"));
            if (name == file)
            {
                text.ShouldContain(from);
                var at = text.IndexOf(from, StringComparison.Ordinal);
                text = string.Create(CultureInfo.InvariantCulture, $"{text[..at]}{to}{text[(at + from.Length)..]}");
            }

            return new MemoryStream(Encoding.UTF8.GetBytes(text));
        }
    }
}
