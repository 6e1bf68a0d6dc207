using Tare.Records;

namespace Tare.Catalogue;

/// <summary>
/// Gives the names of a source identifiers. A name that the curated table knows means the curated record; any other name stands for itself,
/// is listed, and is never taken for a curated one that looks alike.
/// </summary>
internal sealed class Identities(EvidenceBuilder builder, Tally tally)
{
    private readonly Dictionary<string, string> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _benchmarks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ownModels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ownBenchmarks = new(StringComparer.Ordinal);

    /// <summary>The identifier of a model; the first time, the model is added.</summary>
    /// <param name="name">The source's name.</param>
    /// <param name="where">Where it stands.</param>
    /// <param name="unknown">The model as the source describes it, for a name that no curated model has.</param>
    /// <param name="known">What the source adds to a curated model.</param>
    public string Model(string name, string where, Func<string, LanguageModel> unknown, Func<LanguageModel, LanguageModel>? known = null)
    {
        if (_models.TryGetValue(name, out var id))
        {
            return id;
        }

        if (CuratedData.Names.Model(name) is { } curated)
        {
            if (!builder.HasModel(curated))
            {
                var model = CuratedData.Models.First(m => m.Id == curated);
                builder.Add(known is null ? model : known(model), where);
            }

            return _models[name] = curated;
        }

        id = OwnId(name, CuratedData.Names.Model, _ownModels, "model", where);
        tally.Add(
            "models that the curated list does not know",
            "kept under an identifier made from the name, with only what the source says of them; add an alias where it is a known model",
            name
        );
        builder.Add(unknown(id), where);
        return _models[name] = id;
    }

    /// <summary>The identifier of a benchmark; the first time, the benchmark is added.</summary>
    public string Benchmark(string name, string where, Func<string, Benchmark> unknown)
    {
        if (_benchmarks.TryGetValue(name, out var id))
        {
            return id;
        }

        if (CuratedData.Names.Benchmark(name) is { } curated)
        {
            if (!builder.HasBenchmark(curated))
            {
                builder.Add(CuratedData.Benchmarks.First(b => b.Id == curated), where);
            }

            return _benchmarks[name] = curated;
        }

        id = OwnId(name, CuratedData.Names.Benchmark, _ownBenchmarks, "benchmark", where);
        tally.Add(
            "benchmarks that the curated list does not know",
            "kept under an identifier made from the name, without a domain: domain weights do not see them",
            name
        );
        builder.Add(unknown(id), where);
        return _benchmarks[name] = id;
    }

    private static string OwnId(string name, Func<string, string?> curated, Dictionary<string, string> own, string kind, string where)
    {
        var id = Slug.Of(name);
        if (curated(id) is not null)
        {
            id += "-unmapped";
        }

        if (!own.TryAdd(id, name) && own[id] != name)
        {
            throw InputException.At(
                where,
                $"the {kind} names {Quoted.Text(own[id])} and {Quoted.Text(name)} give the same identifier '{id}'",
                $"one spelling for each {kind}",
                "use one spelling, or names that differ in letters or digits"
            );
        }

        return id;
    }
}
