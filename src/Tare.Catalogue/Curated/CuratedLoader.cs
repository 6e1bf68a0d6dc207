using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Reads the files of <c>data/</c>, each when it is first needed, and checks every row.</summary>
internal sealed class CuratedLoader
{
    private const string Otherwise = "add it there first, or correct the identifier";

    private readonly ICuratedFiles _files;
    private readonly Lazy<IReadOnlyList<Source>> _sources;
    private readonly Lazy<IReadOnlyList<LanguageModel>> _models;
    private readonly Lazy<IReadOnlyList<Benchmark>> _benchmarks;
    private readonly Lazy<NameTable> _names;
    private readonly Lazy<Evidence> _evidence;
    private readonly Lazy<Evidence> _caisiTable;
    private readonly Lazy<IReadOnlyList<PublishedElo>> _caisiElo;
    private readonly Lazy<IReadOnlyList<PublishedIndexValue>> _publishedEci;
    private readonly Lazy<IReadOnlyList<SpringPolicy>> _springPolicy;
    private readonly Lazy<IReadOnlyDictionary<string, int>> _itemCounts;

    public CuratedLoader(ICuratedFiles files)
    {
        _files = files;
        _sources = new(ReadSources);
        _models = new(() => new CuratedModels(files, Sources).Read());
        _benchmarks = new(ReadBenchmarks);
        _names = new(ReadNames);
        _evidence = new(ReadEvidence);
        _caisiTable = new(ReadCaisiTable);
        _caisiElo = new(ReadCaisiElo);
        _publishedEci = new(ReadPublishedEci);
        _springPolicy = new(ReadSpringPolicy);
        _itemCounts = new(ReadItemCounts);
    }

    public IReadOnlyList<Source> Sources => _sources.Value;
    public IReadOnlyList<LanguageModel> Models => _models.Value;
    public IReadOnlyList<Benchmark> Benchmarks => _benchmarks.Value;
    public NameTable Names => _names.Value;
    public Evidence Evidence => _evidence.Value;
    public Evidence CaisiTable => _caisiTable.Value;
    public IReadOnlyList<PublishedElo> CaisiElo => _caisiElo.Value;
    public IReadOnlyList<PublishedIndexValue> PublishedEci => _publishedEci.Value;
    public IReadOnlyList<SpringPolicy> SpringPolicy => _springPolicy.Value;
    public IReadOnlyDictionary<string, int> ItemCounts => _itemCounts.Value;

    /// <summary>Opens a file of <c>data/</c> that has exactly the stated columns.</summary>
    internal static CsvTable Open(ICuratedFiles files, string name, params ReadOnlySpan<string> columns)
    {
        var table = CsvTable.Open(files.Open(name), $"data/{name}", columns);
        try
        {
            table.RefuseOtherColumns(columns);
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    private List<Source> ReadSources()
    {
        using var table = Open(_files, "sources.csv", "id", "title", "publisher", "licence", "url", "date", "date_note");
        var sources = new List<Source>();
        foreach (var row in table.Rows())
        {
            var id = row.Id("id");
            if (sources.Exists(s => s.Id == id))
            {
                throw row.Error("id", "every identifier once", "remove one of the two rows");
            }

            sources.Add(
                new Source(id, row.Text("title"), row.Text("publisher"), row.Text("licence"))
                {
                    Url = row.Optional("url"),
                    Date = row.OptionalDate("date"),
                    DateNote = row.Optional("date_note"),
                }
            );
        }

        return sources;
    }

    private IReadOnlyList<Benchmark> ReadBenchmarks()
    {
        using var table = Open(_files, "benchmarks.csv", "id", "name", "domain", "visibility", "release_date", "chance_level");
        var benchmarks = new SortedDictionary<string, Benchmark>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            var chance = row.OptionalShare("chance_level");
            if (chance == 1)
            {
                throw row.Error("chance_level", "a share from 0 to below 1", "correct the level");
            }

            var benchmark = new Benchmark
            {
                Id = row.Id("id"),
                Name = row.Text("name"),
                Domain = row.OptionalWord("domain", "software", "natural-science", "mathematics", "abstract", "cyber", "general"),
                Visibility = row.OptionalWord("visibility", "public", "semi-private", "private"),
                ReleaseDate = row.OptionalDate("release_date"),
                ChanceLevel = chance,
            };
            if (!benchmarks.TryAdd(benchmark.Id, benchmark))
            {
                throw row.Error("id", "every identifier once", "remove one of the two rows");
            }
        }

        return [.. benchmarks.Values];
    }

    private NameTable ReadNames()
    {
        var models = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var benchmarks = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var model in Models)
        {
            Claim(models, model.Id, model.Id, $"data/models.csv: the identifier '{model.Id}'");
            Claim(models, model.Name, model.Id, $"data/models.csv: the name '{model.Name}'");
        }

        foreach (var benchmark in Benchmarks)
        {
            Claim(benchmarks, benchmark.Id, benchmark.Id, $"data/benchmarks.csv: the identifier '{benchmark.Id}'");
            Claim(benchmarks, benchmark.Name, benchmark.Id, $"data/benchmarks.csv: the name '{benchmark.Name}'");
        }

        using var table = Open(_files, "aliases.csv", "kind", "name", "id", "source");
        foreach (var row in table.Rows())
        {
            var kind = row.OptionalWord("kind", "model", "benchmark", "architecture") ?? row.Text("kind");
            if (kind == "architecture")
            {
                // Names of layer lists lead to releases, some of which only the release catalogue has: its reader takes them.
                continue;
            }

            var names = kind == "model" ? models : benchmarks;
            var id = row.Id("id");
            if (names.GetValueOrDefault(id) != id)
            {
                throw row.Error("id", $"the identifier of a curated {kind}", Nearest.Sentence(id, names.Values, Otherwise));
            }

            CheckSource(row, "source", Sources);
            Claim(names, row.Text("name"), id, row.Where);
        }

        return new NameTable(models, benchmarks);
    }

    private static void Claim(Dictionary<string, string> names, string name, string id, string where)
    {
        if (!names.TryAdd(name, id) && names[name] != id)
        {
            throw InputException.At(
                where,
                $"the name '{name}' already means '{names[name]}'",
                "one meaning a name",
                "rename one of the two"
            );
        }
    }

    private Evidence ReadEvidence()
    {
        var builder = new EvidenceBuilder();
        AddAll(builder, Models, Benchmarks);
        using var table = Open(_files, "scores.csv", "model", "benchmark", "score");
        foreach (var row in table.Rows())
        {
            builder.Add(new Score(row.Id("model"), row.Id("benchmark"), row.Share("score")), row.Where);
        }

        return builder.Build(
            CuratedData.CuratedName,
            [Sources.First(s => s.Id == "epoch-2026-08")],
            [
                "A redistributable subset of the scores behind the Epoch Capabilities Index: benchmarks whose publishers restrict reuse are left out, so the index fitted to it differs from the published one.",
                "Scores are corrected for chance, 0 is guessing and 1 the ceiling; each is the maximum over a model's runs, with whatever harness gave it.",
            ]
        );
    }

    private Evidence ReadCaisiTable()
    {
        var builder = new EvidenceBuilder();
        AddAll(builder, Models, Benchmarks.Select(b => b with { ChanceLevel = 0 }));
        using var table = Open(_files, "caisi-2026-05.csv", "model", "benchmark", "percent", "scoring", "note");
        foreach (var row in table.Rows())
        {
            var percent = row.Number("percent");
            if (percent is < 0 or > 100)
            {
                throw row.Error("percent", "a percentage from 0 to 100", "correct the figure against CAISI's table");
            }

            var scoring = row.OptionalWord("scoring", "binary", "continuous", "accuracy", "task mean") ?? row.Text("scoring");
            var note = row.Optional("note") is { } remark ? $"{scoring}; {remark}" : scoring;
            builder.Add(new Score(row.Id("model"), row.Id("benchmark"), percent / 100) { Note = note }, row.Where);
        }

        return builder.Build(
            CuratedData.CaisiName,
            [Sources.First(s => s.Id == "caisi-2026-05")],
            [
                "Printed shares, rounded to whole percent; guessing is not removed.",
                "DeepSeek-V4-Pro on CTF-Archive-Diamond is imputed by CAISI from a subset of unstated size; GPT-5.4 Mini has no ARC-AGI-2 score.",
            ]
        );
    }

    private List<PublishedElo> ReadCaisiElo()
    {
        using var table = Open(_files, "caisi-2026-05-elo.csv", "model", "elo", "half_width_95");
        var values = new List<PublishedElo>();
        foreach (var row in table.Rows())
        {
            var id = row.Id("model");
            if (Names.Model(id) != id)
            {
                throw row.Error("model", "the identifier of a curated model", Nearest.Sentence(id, Names.ModelNames, Otherwise));
            }

            values.Add(new PublishedElo(id, row.Number("elo"), row.Number("half_width_95")));
        }

        return values;
    }

    private List<PublishedIndexValue> ReadPublishedEci()
    {
        using var table = Open(_files, "eci-published-2026-spring.csv", "version", "name", "display_name", "eci", "release_date");
        var values = new List<PublishedIndexValue>();
        foreach (var row in table.Rows())
        {
            var name = row.Text("name");
            values.Add(
                new PublishedIndexValue(
                    row.Text("version"),
                    name,
                    Names.Model(name),
                    row.Optional("display_name"),
                    row.Number("eci"),
                    row.OptionalDate("release_date")
                )
            );
        }

        return values;
    }

    private string CuratedBenchmark(CsvRow row)
    {
        var id = row.Id("benchmark");
        return Names.Benchmark(id) == id
            ? id
            : throw row.Error("benchmark", "the identifier of a curated benchmark", Nearest.Sentence(id, Names.BenchmarkNames, Otherwise));
    }

    private Dictionary<string, int> ReadItemCounts()
    {
        using var table = Open(_files, "item-counts.csv", "benchmark", "items", "source", "note");
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            var id = CuratedBenchmark(row);
            CheckSource(row, "source", Sources);
            var items = row.Number("items");
            if (items is < 1 or > 1_000_000 || items != Math.Floor(items))
            {
                throw row.Error("items", "a whole number of tasks, 1 or more", "correct the count");
            }

            if (!counts.TryAdd(id, (int)items))
            {
                throw row.Error("benchmark", "every benchmark once", "remove one of the two rows");
            }
        }

        return counts;
    }

    private List<SpringPolicy> ReadSpringPolicy()
    {
        using var table = Open(_files, "epoch-spring-policy.csv", "benchmark", "file", "score_column", "scale", "chance_level");
        var rows = new List<SpringPolicy>();
        foreach (var row in table.Rows())
        {
            var id = CuratedBenchmark(row);
            rows.Add(new SpringPolicy(id, row.Text("file"), row.Text("score_column"), row.Number("scale"), row.Share("chance_level")));
        }

        return rows;
    }

    internal static void CheckSource(CsvRow row, string column, IReadOnlyList<Source> sources)
    {
        var id = row.Id(column);
        if (!sources.Any(s => s.Id == id))
        {
            throw row.Error(
                column,
                "the identifier of a row of data/sources.csv",
                Nearest.Sentence(id, sources.Select(s => s.Id), Otherwise)
            );
        }
    }

    private static void AddAll(EvidenceBuilder builder, IEnumerable<LanguageModel> models, IEnumerable<Benchmark> benchmarks)
    {
        foreach (var model in models)
        {
            builder.Add(model, $"data/models.csv: '{model.Id}'");
        }

        foreach (var benchmark in benchmarks)
        {
            builder.Add(benchmark, $"data/benchmarks.csv: '{benchmark.Id}'");
        }
    }
}
