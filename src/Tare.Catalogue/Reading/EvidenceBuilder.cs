using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Collects models, benchmarks and scores, and refuses what an <see cref="Evidence"/> must not hold.</summary>
internal sealed class EvidenceBuilder
{
    private readonly Dictionary<string, LanguageModel> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Benchmark> _benchmarks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Model, string Benchmark), (Score Score, string Where)> _scores = [];

    public IReadOnlyCollection<string> ModelIds => _models.Keys;

    public bool HasModel(string id) => _models.ContainsKey(id);

    public bool HasBenchmark(string id) => _benchmarks.ContainsKey(id);

    public void Add(LanguageModel model, string where)
    {
        if (!_models.TryAdd(model.Id, model))
        {
            throw InputException.At(where, $"the model '{model.Id}' appears twice", "every identifier once", "remove one of the two");
        }
    }

    public void Add(Benchmark benchmark, string where)
    {
        if (!_benchmarks.TryAdd(benchmark.Id, benchmark))
        {
            throw InputException.At(
                where,
                $"the benchmark '{benchmark.Id}' appears twice",
                "every identifier once",
                "remove one of the two"
            );
        }
    }

    public void Add(Score score, string where)
    {
        Known(score.ModelId, _models, "model", where);
        Known(score.BenchmarkId, _benchmarks, "benchmark", where);
        if (!double.IsFinite(score.Value) || score.Value is < 0 or > 1)
        {
            throw InputException.At(
                where,
                Number(score.Value),
                "a share from 0 to 1, after chance correction",
                "correct the score or leave it out"
            );
        }

        if (score.StandardError is { } error && (!double.IsFinite(error) || error < 0))
        {
            throw InputException.At(
                where,
                $"a standard error of {Number(error)}",
                "a finite number, 0 or more",
                "correct it or leave it out"
            );
        }

        if (!_scores.TryAdd((score.ModelId, score.BenchmarkId), (score, where)))
        {
            var (first, firstWhere) = _scores[(score.ModelId, score.BenchmarkId)];
            throw InputException.At(
                where,
                $"a second score of '{score.ModelId}' on '{score.BenchmarkId}': {Number(score.Value)}; the first, {Number(first.Value)}, is at {firstWhere}",
                "one score for each pair of model and benchmark",
                "keep one of the two, or their maximum or mean, and say which"
            );
        }
    }

    /// <summary>Only the benchmarks and models that have a score are kept.</summary>
    public Evidence Build(string name, IReadOnlyList<Source> sources, IReadOnlyList<string> notes)
    {
        var scored = _scores.Values.Select(s => s.Score).ToList();
        var models = scored.Select(s => s.ModelId).ToHashSet(StringComparer.Ordinal);
        var benchmarks = scored.Select(s => s.BenchmarkId).ToHashSet(StringComparer.Ordinal);
        return new Evidence
        {
            Name = name,
            Models = [.. _models.Values.Where(m => models.Contains(m.Id)).OrderBy(m => m.Id, StringComparer.Ordinal)],
            Benchmarks = [.. _benchmarks.Values.Where(b => benchmarks.Contains(b.Id)).OrderBy(b => b.Id, StringComparer.Ordinal)],
            Scores = [.. scored.OrderBy(s => s.ModelId, StringComparer.Ordinal).ThenBy(s => s.BenchmarkId, StringComparer.Ordinal)],
            Sources = sources,
            Notes = notes,
        };
    }

    private static void Known<T>(string id, Dictionary<string, T> known, string kind, string where)
    {
        if (known.ContainsKey(id))
        {
            return;
        }

        throw InputException.At(
            where,
            $"the {kind} '{id}' does not exist",
            $"the identifier of a {kind} that is listed",
            Nearest.Sentence(id, known.Keys, $"add the {kind}, or correct the identifier")
        );
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
