using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Joins the curated tables of releases: catalogue, statements, platforms, licences, overrides, Epoch's list and the dates.</summary>
internal sealed class ReleaseReader(ICuratedFiles files, CuratedLoader curated)
{
    private const string EpochSource = "epoch-2026-08";
    private const string Otherwise = "add it there first, or correct the identifier";

    private readonly SortedDictionary<string, ReleaseDraft> _drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Licence> _licences = new(StringComparer.Ordinal);
    private readonly List<UnjoinedName> _unjoined = [];

    public ReleaseCatalogue Read()
    {
        ReadLicences();
        ReadCatalogue();
        ReadStatements();
        ReadPlatforms();
        ReadEpoch();
        ReadDates();
        ReadOverrides();
        AddTerms();
        ReadArchitectures();
        AddAliases();
        AddUnjoined();
        return new ReleaseCatalogue([.. _drafts.Values.Select(d => d.Build(_licences))], [.. _licences.Values], _unjoined);
    }

    private void ReadLicences()
    {
        using var table = CuratedLoader.Open(files, "licences.csv", "id", "name", "terms", "attribution", "condition", "url");
        foreach (var row in table.Rows())
        {
            var licence = new Licence(row.Text("id"), row.Text("name"), row.OptionalChoice<LicenceTerms>("terms") ?? LicenceTerms.Unknown)
            {
                RequiresAttribution = row.OptionalWord("attribution", "required") is not null,
                Condition = row.Optional("condition"),
                Url = row.Optional("url"),
            };
            if (!_licences.TryAdd(licence.Id, licence))
            {
                throw row.Error("id", "every identifier once", "remove one of the two rows");
            }
        }
    }

    private void ReadCatalogue()
    {
        using var table = CuratedLoader.Open(
            files,
            "catalogue.csv",
            "id",
            "name",
            "developer",
            "country",
            "release_date",
            "weights",
            "licence",
            "total_parameters",
            "active_parameters",
            "context_tokens",
            "category",
            "preferred_harness",
            "unverified",
            "confidence",
            "sources",
            "note"
        );
        foreach (var row in table.Rows())
        {
            var id = row.Id("id");
            var known = curated.Names.Model(id);
            var draft = new ReleaseDraft(known ?? id, known is null ? row.Text("name") : curated.Models.First(m => m.Id == known).Name)
            {
                Category = row.Optional("category"),
                Confidence = row.OptionalWord("confidence", "high", "medium", "low"),
                Note = row.Optional("note"),
                InCatalogue = true,
            };
            draft.AddName(id);
            draft.AddName(row.Text("name"));
            if (!_drafts.TryAdd(draft.Id, draft))
            {
                throw row.Error("id", $"every release once; '{draft.Id}' is there already", "remove one of the two rows");
            }

            ReadFacts(row, draft);
        }
    }

    private void ReadFacts(CsvRow row, ReleaseDraft draft)
    {
        var sources = row.Text("sources").Split(';');
        foreach (var source in sources.Where(s => !curated.Sources.Any(known => known.Id == s)))
        {
            throw row.Error(
                "sources",
                "identifiers of rows of data/sources.csv, with ';' between them",
                Nearest.Sentence(source, curated.Sources.Select(s => s.Id), Otherwise)
            );
        }

        var unverified = row.Optional("unverified")?.Split(';') ?? [];
        foreach (var name in unverified.Where(u => !KebabCase.TryParse<CatalogueField>(u, out _)))
        {
            throw row.Error("unverified", $"names of facts: {string.Join(", ", KebabCase.All<CatalogueField>())}", $"correct '{name}'");
        }

        void Add(CatalogueField field, string column)
        {
            if (row.Optional(column) is not null)
            {
                var value = ReleaseValue.Of(row, column, field, _licences, LatestDay(sources));
                draft.Add(
                    field,
                    new FactStatement(value, SourceStanding.Catalogue, sources) { IsUnverified = unverified.Contains(KebabCase.Of(field)) }
                );
            }
        }

        Add(CatalogueField.Developer, "developer");
        Add(CatalogueField.Country, "country");
        Add(CatalogueField.ReleaseDate, "release_date");
        Add(CatalogueField.Weights, "weights");
        Add(CatalogueField.Licence, "licence");
        Add(CatalogueField.TotalParameters, "total_parameters");
        Add(CatalogueField.ActiveParameters, "active_parameters");
        Add(CatalogueField.ContextTokens, "context_tokens");
        Add(CatalogueField.PreferredHarness, "preferred_harness");
        if (row.OptionalNumber("active_parameters") > row.OptionalNumber("total_parameters"))
        {
            throw row.Error("active_parameters", "at most the total parameters of the row", "correct one of the two");
        }
    }

    /// <summary>The day up to which sources can speak; unknown where one of them has no date.</summary>
    private DateOnly? LatestDay(IEnumerable<string> sources)
    {
        var days = sources.Select(s => curated.Sources.First(known => known.Id == s).Date).ToArray();
        return Array.Exists(days, d => d is null) ? null : days.Max();
    }

    private void ReadStatements()
    {
        using var table = CuratedLoader.Open(files, "catalogue-statements.csv", "model", "field", "value", "standing", "source", "note");
        foreach (var row in table.Rows())
        {
            var draft = Draft(row);
            CuratedLoader.CheckSource(row, "source", curated.Sources);
            var field =
                row.OptionalChoice<CatalogueField>("field")
                ?? throw row.Error("field", $"one of {string.Join(", ", KebabCase.All<CatalogueField>())}", "name the fact");
            var standing =
                row.OptionalChoice<SourceStanding>("standing")
                ?? throw row.Error("standing", $"one of {string.Join(", ", KebabCase.All<SourceStanding>())}", "say who speaks");
            string[] sources = [row.Text("source")];
            draft.Add(
                field,
                new FactStatement(ReleaseValue.Of(row, "value", field, _licences, LatestDay(sources)), standing, sources)
                {
                    Note = row.Optional("note"),
                }
            );
        }
    }

    private void ReadPlatforms()
    {
        using var table = CuratedLoader.Open(files, "training-platforms.csv", "model", "platform", "supports", "seen", "source", "note");
        foreach (var row in table.Rows())
        {
            var draft = Draft(row);
            CuratedLoader.CheckSource(row, "source", curated.Sources);
            draft.Add(
                new PlatformSupport(
                    row.Text("platform"),
                    row.Text("supports"),
                    row.OptionalDate("seen"),
                    row.Text("source"),
                    row.Optional("note")
                )
            );
        }
    }

    private void ReadEpoch()
    {
        using var table = CuratedLoader.Open(files, "models.csv", "id", "name", "developer", "country", "weights", "terms", "access");
        foreach (var row in table.Rows())
        {
            var id = row.Id("id");
            if (!_drafts.TryGetValue(id, out var draft))
            {
                _drafts[id] = draft = new ReleaseDraft(id, row.Text("name"));
            }

            draft.InEpoch = true;
            draft.AddName(row.Text("name"));
            draft.Add(CatalogueField.Developer, row.Optional("developer"), SourceStanding.Epoch, EpochSource);
            draft.Add(CatalogueField.Country, row.OptionalCountry("country"), SourceStanding.Epoch, EpochSource);
            draft.Add(CatalogueField.Weights, row.Optional("weights"), SourceStanding.Epoch, EpochSource);
            draft.Add(CatalogueField.Terms, row.Optional("terms"), SourceStanding.Epoch, EpochSource);
        }
    }

    private void ReadDates()
    {
        using var table = CuratedLoader.Open(files, "release-dates.csv", "model", "date", "kind", "source", "note");
        foreach (var row in table.Rows())
        {
            var source = row.Text("source");
            var kind = row.OptionalChoice<ReleaseDateKind>("kind") ?? ReleaseDateKind.Listed;
            Draft(row)
                .Add(
                    CatalogueField.ReleaseDate,
                    new FactStatement(
                        row.Date("date").ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        source == EpochSource ? SourceStanding.Epoch : SourceStanding.Catalogue,
                        [source]
                    )
                    {
                        Note = kind == ReleaseDateKind.Announcement ? "announcement" : null,
                    }
                );
        }
    }

    private void ReadOverrides()
    {
        using var table = CuratedLoader.Open(files, "overrides.csv", "model", "field", "value", "reason", "source");
        foreach (var row in table.Rows())
        {
            if (row.OptionalChoice<CatalogueField>("field") is not { } field)
            {
                throw row.Error("field", $"one of {string.Join(", ", KebabCase.All<CatalogueField>())}", "name the fact");
            }

            Draft(row)
                .Add(
                    field,
                    new FactStatement(ReleaseValue.Of(row, "value", field, _licences, null), SourceStanding.Override, [row.Text("source")])
                    {
                        Note = row.Text("reason"),
                    }
                );
        }
    }

    /// <summary>Who states a licence whose terms are known states the terms.</summary>
    private void AddTerms()
    {
        foreach (var draft in _drafts.Values)
        {
            foreach (var stated in draft.Stated(CatalogueField.Licence).ToArray())
            {
                if (_licences[stated.Value].Terms is var terms and not LicenceTerms.Unknown)
                {
                    draft.Add(CatalogueField.Terms, stated with { Value = KebabCase.Of(terms), Note = $"by the licence {stated.Value}" });
                }
            }
        }
    }

    private void ReadArchitectures()
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        using var table = CuratedLoader.Open(files, "aliases.csv", "kind", "name", "id", "source");
        foreach (var row in table.Rows().Where(r => r.Text("kind") == "architecture"))
        {
            CuratedLoader.CheckSource(row, "source", curated.Sources);
            var id = row.Id("id");
            if (!_drafts.ContainsKey(id))
            {
                throw row.Error("id", "the identifier of a release", Nearest.Sentence(id, _drafts.Keys, Otherwise));
            }

            aliases[row.Text("name")] = id;
        }

        foreach (var architecture in ArchitectureDocument.Curated())
        {
            var id = aliases.GetValueOrDefault(architecture.Id) ?? curated.Names.Model(architecture.Id) ?? architecture.Id;
            if (_drafts.TryGetValue(id, out var draft))
            {
                draft.ArchitectureId = architecture.Id;
                draft.AddName(architecture.Id);
            }
            else
            {
                _unjoined.Add(new UnjoinedName(architecture.Id, "a layer list without a release", NearestNames.Of(id, _drafts.Keys)));
            }
        }
    }

    private void AddAliases()
    {
        foreach (var name in curated.Names.ModelNames)
        {
            _drafts[curated.Names.Model(name)!].AddName(name);
        }
    }

    private void AddUnjoined()
    {
        var epoch = _drafts.Values.Where(d => d.InEpoch && !d.InCatalogue).Select(d => d.Id).ToArray();
        foreach (var draft in _drafts.Values.Where(d => d.InCatalogue && !d.InEpoch))
        {
            _unjoined.Add(
                new UnjoinedName(
                    draft.Id,
                    "a release of the catalogue that Epoch's list does not have",
                    NearestNames.Of(draft.Id, epoch, 2)
                )
            );
        }

        foreach (var name in curated.PublishedEci.Where(v => v.ModelId is null).Select(v => v.Name).Distinct(StringComparer.Ordinal))
        {
            _unjoined.Add(
                new UnjoinedName(name, "a model of the index as published in spring 2026", NearestNames.Of(Slug.Of(name), _drafts.Keys, 2))
            );
        }
    }

    private ReleaseDraft Draft(CsvRow row)
    {
        var written = row.Id("model");
        var id = curated.Names.Model(written) ?? written;
        if (_drafts.TryGetValue(id, out var draft))
        {
            return draft;
        }

        // A model of Epoch's list that the catalogue does not have.
        if (curated.Models.FirstOrDefault(m => m.Id == id) is { } model)
        {
            return _drafts[id] = new ReleaseDraft(id, model.Name);
        }

        throw row.Error(
            "model",
            "the identifier of a row of data/catalogue.csv or data/models.csv",
            Nearest.Sentence(written, _drafts.Keys, Otherwise)
        );
    }
}
