using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Several evidences as one base, from which a methodology takes a subset by source, benchmark, model and date.</summary>
/// <remarks>
/// Models with one identifier are one model; the facts of the first evidence stay. Benchmarks are never merged: the same tasks scored by another
/// laboratory, with another harness or without chance correction, are another measurement. Where a later evidence has an identifier that is taken,
/// its benchmark is named <c>ID.SOURCE</c>. Every benchmark carries its source.
/// </remarks>
public static class EvidenceMerger
{
    /// <summary>The merged evidence.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parts">Evidences, the one whose facts stay first.</param>
    public static Evidence Merge(string name, params IReadOnlyList<Evidence> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var builder = new EvidenceBuilder();
        var notes = new List<string>();
        foreach (var part in parts)
        {
            foreach (var model in part.Models.Where(m => !builder.HasModel(m.Id)))
            {
                builder.Add(model, $"evidence '{part.Name}'");
            }

            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var benchmark in part.Benchmarks)
            {
                var isTaken = builder.HasBenchmark(benchmark.Id);
                var own = isTaken ? $"{benchmark.Id}.{part.Name}" : benchmark.Id;
                names[benchmark.Id] = own;
                builder.Add(
                    benchmark with
                    {
                        Id = own,
                        Name = isTaken ? $"{benchmark.Name} ({part.Name})" : benchmark.Name,
                        SourceId = part.Name,
                    },
                    $"evidence '{part.Name}'"
                );
            }

            foreach (var score in part.Scores)
            {
                builder.Add(score with { BenchmarkId = names[score.BenchmarkId] }, $"evidence '{part.Name}'");
            }

            notes.AddRange(part.Notes.Select(n => $"{part.Name}: {n}"));
        }

        return builder.Build(name, [.. parts.SelectMany(p => p.Sources).DistinctBy(s => s.Id, StringComparer.Ordinal)], notes);
    }
}
