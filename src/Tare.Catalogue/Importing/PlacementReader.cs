using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Reads a table <c>benchmark,score</c> of one model.</summary>
public static class PlacementReader
{
    /// <summary>Reads the table.</summary>
    /// <param name="source">The CSV file.</param>
    /// <param name="benchmarks">The benchmarks that can be used: those of the evidence.</param>
    /// <exception cref="InputException">The table cannot be used, or names a benchmark that the evidence does not have.</exception>
    public static PlacementList Read(ImportSource source, IReadOnlyList<Benchmark> benchmarks)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(benchmarks);
        var ids = benchmarks.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var benchmark in benchmarks)
        {
            names.TryAdd(benchmark.Name, benchmark.Id);
        }

        var scores = new List<PlacementScore>();
        using var table = CsvTable.Open(source.Open(), source.Name, "benchmark", "score");
        foreach (var row in table.Rows())
        {
            var id = Find(row, ids, names);
            if (scores.Exists(s => s.BenchmarkId == id))
            {
                throw row.Error("benchmark", $"one row a benchmark; '{id}' has one already", "remove one of the two rows");
            }

            scores.Add(new PlacementScore(id, row.Share("score")));
        }

        if (scores.Count == 0)
        {
            throw InputException.At(
                source.Name,
                "no rows below the header",
                "one row a benchmark",
                "check that the file was written completely"
            );
        }

        var tally = new Tally();
        foreach (var column in table.Header.Except(["benchmark", "score"], StringComparer.Ordinal))
        {
            tally.Add("columns", "not used", column);
        }

        return new PlacementList(source.ShortName, scores, tally.ToList(), source.Files()[0]);
    }

    private static string Find(CsvRow row, HashSet<string> ids, Dictionary<string, string> names)
    {
        var text = row.Text("benchmark");
        if (ids.Contains(text))
        {
            return text;
        }

        if (names.TryGetValue(text, out var id))
        {
            return id;
        }

        if (CuratedData.Names.Benchmark(text) is { } curated)
        {
            return ids.Contains(curated)
                ? curated
                : throw row.Error(
                    "benchmark",
                    $"a benchmark of the evidence; '{curated}' is known but has no score there",
                    "remove the row, or use evidence that has it"
                );
        }

        throw row.Error(
            "benchmark",
            "a benchmark of the evidence, by identifier or name",
            Nearest.Sentence(text, ids.Concat(names.Keys), $"one of {string.Join(", ", ids.Order(StringComparer.Ordinal))}")
        );
    }
}
