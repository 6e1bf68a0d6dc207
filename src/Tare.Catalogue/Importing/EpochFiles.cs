using Tare.Records;

namespace Tare.Catalogue;

/// <summary>One reading of Epoch's benchmark files: policies and model groups first, then every run, then the rules of the index.</summary>
internal sealed class EpochFiles(IFileSet files, ImportSource source)
{
    public const string Index = "epoch_capabilities_index.csv";
    public const string Metadata = "benchmark_metadata.csv";

    private const int MinimumBenchmarks = 4;

    private static readonly string[] s_versions = ["eci_model_versions.csv", "model_metadata.csv"];
    private static readonly DateOnly s_from = new(2023, 1, 1);

    private readonly Tally _tally = new();
    private readonly EvidenceBuilder _builder = new();
    private readonly Dictionary<string, EpochGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (EpochGroup Group, DateOnly? Date)> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Group, string Benchmark), EpochRun> _best = [];

    public ImportResult Read()
    {
        var describesItself = files.Names.Contains(Metadata, StringComparer.Ordinal);
        var policies = describesItself ? ReadMetadata() : CuratedData.SpringPolicy.Select(p => (Name: p.BenchmarkId, Policy: p)).ToList();
        ReadVersions(describesItself);
        var used = new HashSet<string>(StringComparer.Ordinal) { Index, Metadata, "README.md" };
        used.UnionWith(s_versions);
        foreach (var (name, policy) in policies)
        {
            used.Add(policy.File);
            ReadRuns(name, policy, describesItself);
        }

        foreach (
            var name in files
                .Names.Where(n => n.EndsWith(".csv", StringComparison.Ordinal) && !used.Contains(n))
                .Order(StringComparer.Ordinal)
        )
        {
            _tally.Add("files", "the index does not use them", name);
        }

        AddScores(policies.ToDictionary(p => p.Name, p => p.Policy, StringComparer.Ordinal));
        var evidence = _builder.Build(
            source.ShortName,
            [CuratedData.Source("epoch-2026-spring")],
            [
                "Epoch AI's benchmark files, CC BY 4.0; some benchmarks inside have terms of their own.",
                "Scores are corrected for chance; each is the maximum over the runs of a model group, with whatever harness gave it.",
                "Models have at least four benchmarks and no run from before 2023.",
            ]
        );
        return new ImportResult(evidence, _tally.ToList());
    }

    private List<(string Name, SpringPolicy Policy)> ReadMetadata()
    {
        using var table = Open(Metadata, "benchmark", "source_file", "score_column", "scale");
        var policies = new List<(string, SpringPolicy)>();
        foreach (var row in table.Rows())
        {
            var name = row.Text("benchmark");
            if (
                row.Optional("in_eci") is "False" or "false" or "0"
                || row.Optional("source_file") is not { } file
                || row.Optional("score_column") is not { } column
            )
            {
                _tally.Add("benchmarks", "the index does not use them, or no file of theirs is published", name);
                continue;
            }

            var chance = row.OptionalShare("random_baseline") ?? row.OptionalShare("chance_level") ?? 0;
            var ceiling = row.OptionalShare("score_ceiling") ?? 1;
            if (ceiling <= chance)
            {
                throw row.Error("score_ceiling", "a share above the chance level", "correct the row");
            }

            policies.Add((name, new SpringPolicy(name, file, column, row.Number("scale"), chance, ceiling)));
        }

        return policies;
    }

    private void ReadVersions(bool describesItself)
    {
        if (describesItself && s_versions.FirstOrDefault(v => files.Names.Contains(v, StringComparer.Ordinal)) is { } name)
        {
            ReadVersions(name, "model_version", "model_group", "date", "organization", "country", "accessibility");
        }
        else
        {
            ReadVersions(Index, "Model version", "Model name", "Release date", "Organization", "Country", "Model accessibility");
        }
    }

    private void ReadVersions(string file, string version, string group, string date, string developer, string country, string access)
    {
        using var table = Open(file, version, group);
        foreach (var row in table.Rows())
        {
            if (row.Optional(version) is not { } id || row.Optional(group) is not { } name)
            {
                continue;
            }

            if (!_groups.TryGetValue(name, out var found))
            {
                _groups[name] = found = new EpochGroup(name);
            }

            var day = row.OptionalDate(date);
            found.Add(day, row.Optional(developer), row.Optional(country), row.Optional(access));
            _versions[id] = (found, day);
        }
    }

    private void ReadRuns(string benchmark, SpringPolicy policy, bool clip)
    {
        if (!files.Names.Contains(policy.File, StringComparer.Ordinal))
        {
            _tally.Add("benchmarks", "their file is not there", policy.File);
            return;
        }

        using var table = Open(policy.File, "Model version", policy.ScoreColumn);
        foreach (var row in table.Rows())
        {
            if (row.Optional("Model version") is not { } version || !_versions.TryGetValue(version, out var known))
            {
                _tally.Add(
                    "runs",
                    "their model version is in no model group of the index",
                    row.Optional("Model version") ?? row.Optional("Name") ?? row.Where
                );
                continue;
            }

            if (row.Optional(policy.ScoreColumn) is null)
            {
                _tally.Add("runs", "they have no score: missing is not zero", row.Where);
                continue;
            }

            if ((row.OptionalDate("Release date") ?? known.Date) < s_from)
            {
                _tally.Add("runs", "their model was released before 2023", version);
                continue;
            }

            Keep(known.Group, benchmark, policy, row, clip);
        }
    }

    private void Keep(EpochGroup group, string benchmark, SpringPolicy policy, CsvRow row, bool clip)
    {
        var share = ((row.Number(policy.ScoreColumn) * policy.Scale) - policy.ChanceLevel) / (policy.Ceiling - policy.ChanceLevel);
        if (share is < 0 or > 1)
        {
            var example = $"{row.Where}: {row.Text(policy.ScoreColumn)}";
            if (!clip)
            {
                _tally.Add(
                    "runs",
                    "their score is outside [0, 1] after chance correction; Epoch dropped such rows in spring 2026",
                    example
                );
                return;
            }

            _tally.Add("runs whose score was moved to the nearer end of [0, 1]", "the score after chance correction is outside", example);
            share = Math.Clamp(share, 0, 1);
        }

        var harness = row.Optional("Agent") ?? row.Optional("Scaffold");
        var key = (group.Name, benchmark);
        if (_best.TryGetValue(key, out var old))
        {
            _tally.Add(
                "runs",
                "another run of the same model group on the benchmark scored at least as high: the maximum counts",
                row.Where
            );
            if (old.Share >= share)
            {
                return;
            }
        }

        _best[key] = new EpochRun(share, row.Where, harness is null ? "unknown" : Slug.Of(harness));
    }

    private void AddScores(Dictionary<string, SpringPolicy> policies)
    {
        var identities = new Identities(_builder, _tally);
        var counts = _best
            .Keys.GroupBy(k => k.Group, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var (group, count) in counts.Where(c => c.Value < MinimumBenchmarks))
        {
            _tally.Add("models", "they have fewer than four benchmarks", $"{group}: {Plural.Of(count, "benchmark")}");
        }

        foreach (var ((group, benchmark), run) in _best.Where(b => counts[b.Key.Group] >= MinimumBenchmarks))
        {
            var model = identities.Model(group, run.Where, id => _groups[group].ToModel(id, "epoch-2026-spring"));
            var item = identities.Benchmark(
                benchmark,
                run.Where,
                id => new Benchmark
                {
                    Id = id,
                    Name = benchmark,
                    ChanceLevel = policies[benchmark].ChanceLevel,
                }
            );
            _builder.Add(new Score(model, item, run.Share) { HarnessId = run.Harness }, run.Where);
        }
    }

    private CsvTable Open(string name, params ReadOnlySpan<string> required)
    {
        var stream = files.Open(name);
        return stream is null
            ? throw InputException.At(
                $"{source.Name}, file '{name}'",
                "missing",
                "the files of Epoch's benchmark_data",
                "download the whole set again: tare data pull epoch-2026-spring"
            )
            : CsvTable.Open(stream, files.Place(name), required);
    }
}
