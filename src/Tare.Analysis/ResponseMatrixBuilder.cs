using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>The one translator from models and benchmarks to persons and items. Every score that it drops or moves is counted.</summary>
/// <remarks>
/// In this order: sources, benchmarks and models that the methodology names; guessing put back where it asks for that; benchmarks without a domain under equal domains; models released too early; scores out of range; models with too few
/// scores left. A model without a release date stays. The weights are those of <see cref="WeightRule"/>, over what is left.
/// </remarks>
internal static class ResponseMatrixBuilder
{
    private const int MostExamples = 5;

    /// <summary>The responses of a methodology, and what it left out.</summary>
    /// <param name="evidence">The snapshot.</param>
    /// <param name="methodology">The choices.</param>
    /// <exception cref="InputException">A value is not a number, or nothing is left.</exception>
    internal static BuiltResponses Build(Evidence evidence, Methodology methodology)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(methodology);
        var exclusions = new List<Exclusion>();
        var benchmarks = KeepBenchmarks(evidence, methodology, exclusions);
        var models = KeepModels(evidence, methodology, exclusions);
        var scores = evidence.Scores.Where(s => models.ContainsKey(s.ModelId) && benchmarks.ContainsKey(s.BenchmarkId)).ToList();
        scores = Guessing(scores, benchmarks, methodology, exclusions);
        scores = InRange(evidence, methodology, scores, exclusions);
        var counts = scores
            .GroupBy(s => s.ModelId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var minimum = Math.Max(methodology.MinimumBenchmarks, 1);
        Note(exclusions, "models without any score left", models.Values.Where(m => !counts.ContainsKey(m.Id)).Select(m => m.Name));
        Note(
            exclusions,
            $"models with fewer than {minimum} benchmarks",
            models.Values.Where(m => counts.TryGetValue(m.Id, out var n) && n < minimum).Select(m => m.Name)
        );
        scores = [.. scores.Where(s => counts[s.ModelId] >= minimum)];
        if (scores.Count == 0)
        {
            throw InputException.At(
                $"evidence '{evidence.Name}' under methodology '{methodology.Name}'",
                $"no score is left of {evidence.Scores.Count}",
                $"models with at least {minimum} benchmarks",
                "loosen minimum-benchmarks, released-from or the lists of models and benchmarks with --set KEY=VALUE"
            );
        }

        var used = scores.Select(s => s.BenchmarkId).ToHashSet(StringComparer.Ordinal);
        Note(exclusions, "benchmarks without any score left", benchmarks.Values.Where(b => !used.Contains(b.Id)).Select(b => b.Name));
        var matrix = Weigh(scores, benchmarks, methodology.Weighting);
        return new BuiltResponses(matrix, exclusions);
    }

    private static Dictionary<string, Benchmark> KeepBenchmarks(Evidence evidence, Methodology methodology, List<Exclusion> exclusions)
    {
        var include = methodology.IncludeBenchmarks.ToHashSet(StringComparer.Ordinal);
        var exclude = methodology.ExcludeBenchmarks.ToHashSet(StringComparer.Ordinal);
        var domains = methodology.ExcludeDomains.ToHashSet(StringComparer.Ordinal);
        var all = evidence.Benchmarks.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        Note(
            exclusions,
            "benchmarks that the methodology names and the evidence lacks",
            include.Concat(exclude).Where(b => !all.Contains(b))
        );
        var sources = methodology.IncludeSources.ToHashSet(StringComparer.Ordinal);
        bool Sourced(Benchmark b) => sources.Count == 0 || (b.SourceId is { } s && sources.Contains(s));
        bool Listed(Benchmark b) => Sourced(b) && (include.Count == 0 || include.Contains(b.Id));
        bool Named(Benchmark b) => exclude.Contains(b.Id);
        bool InDomain(Benchmark b) => b.Domain is { } d && domains.Contains(d);
        Note(
            exclusions,
            "benchmarks of sources not in the methodology's list",
            evidence.Benchmarks.Where(b => !Sourced(b)).Select(b => b.Name)
        );
        Note(
            exclusions,
            "benchmarks not in the methodology's list",
            evidence.Benchmarks.Where(b => Sourced(b) && !Listed(b)).Select(b => b.Name)
        );
        Note(exclusions, "benchmarks left out by name", evidence.Benchmarks.Where(b => Listed(b) && Named(b)).Select(b => b.Name));
        Note(
            exclusions,
            "benchmarks of domains left out",
            evidence.Benchmarks.Where(b => Listed(b) && !Named(b) && InDomain(b)).Select(b => b.Name)
        );
        bool Unplaced(Benchmark b) => b.Domain is null && methodology.Weighting == WeightRule.EqualDomains;
        var kept = evidence.Benchmarks.Where(b => Listed(b) && !Named(b) && !InDomain(b)).ToList();
        Note(exclusions, "benchmarks without a domain, which domain weights cannot place", kept.Where(Unplaced).Select(b => b.Name));
        return kept.Where(b => !Unplaced(b)).ToDictionary(b => b.Id, StringComparer.Ordinal);
    }

    private static Dictionary<string, LanguageModel> KeepModels(Evidence evidence, Methodology methodology, List<Exclusion> exclusions)
    {
        var include = methodology.IncludeModels.ToHashSet(StringComparer.Ordinal);
        var exclude = methodology.ExcludeModels.ToHashSet(StringComparer.Ordinal);
        var all = evidence.Models.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        Note(exclusions, "models that the methodology names and the evidence lacks", include.Concat(exclude).Where(m => !all.Contains(m)));
        bool Named(LanguageModel m) => exclude.Contains(m.Id) || (include.Count > 0 && !include.Contains(m.Id));
        bool Early(LanguageModel m) => methodology.ReleasedFrom is { } from && m.DateUnder(methodology.DateRule) < from;
        Note(exclusions, "models left out by name", evidence.Models.Where(Named).Select(m => m.Name));
        Note(
            exclusions,
            $"models released before {methodology.ReleasedFrom:yyyy-MM-dd}",
            evidence.Models.Where(m => !Named(m) && Early(m)).Select(m => m.Name)
        );
        return evidence.Models.Where(m => !Named(m) && !Early(m)).ToDictionary(m => m.Id, StringComparer.Ordinal);
    }

    private static List<Score> Guessing(
        List<Score> scores,
        Dictionary<string, Benchmark> benchmarks,
        Methodology methodology,
        List<Exclusion> exclusions
    )
    {
        if (methodology.ChanceCorrection == ChanceRule.AsPublished)
        {
            return scores;
        }

        var unknown = scores.Select(s => s.BenchmarkId).Distinct(StringComparer.Ordinal).Where(b => benchmarks[b].ChanceLevel is null);
        Note(
            exclusions,
            "benchmarks without a known chance level, whose scores stay as published",
            unknown.Select(b => benchmarks[b].Name)
        );
        return scores.ConvertAll(s =>
            s with
            {
                Value = benchmarks[s.BenchmarkId].ChanceLevel is { } c ? c + ((1 - c) * s.Value) : s.Value,
            }
        );
    }

    private static List<Score> InRange(Evidence evidence, Methodology methodology, List<Score> scores, List<Exclusion> exclusions)
    {
        var (floor, ceiling) = (methodology.ScoreFloor, methodology.ScoreCeiling);
        if (!(floor >= 0 && floor <= ceiling && ceiling <= 1))
        {
            throw InputException.At(
                $"methodology '{methodology.Name}', score-floor and score-ceiling",
                FormattableString.Invariant($"{floor} and {ceiling}"),
                "0 <= score-floor <= score-ceiling <= 1",
                "correct both with --set score-floor=... --set score-ceiling=..."
            );
        }

        foreach (var s in scores.Where(s => !double.IsFinite(s.Value)))
        {
            throw InputException.At(
                $"evidence '{evidence.Name}', model '{s.ModelId}', benchmark '{s.BenchmarkId}'",
                FormattableString.Invariant($"score {s.Value}"),
                "a finite number",
                "correct the score, or leave the row out if the model was not run"
            );
        }

        string Name(Score s) => FormattableString.Invariant($"{s.ModelId} on {s.BenchmarkId}: {s.Value}");
        var outside = scores.Where(s => s.Value < floor || s.Value > ceiling).ToList();
        var range = FormattableString.Invariant($"[{floor}, {ceiling}]");
        if (methodology.OutOfRange == OutOfRangeRule.Drop)
        {
            Note(exclusions, $"scores outside {range}, left out", outside.Select(Name));
            return [.. scores.Where(s => s.Value >= floor && s.Value <= ceiling)];
        }

        Note(
            exclusions,
            $"scores below {range}, moved to {FormattableString.Invariant($"{floor}")}",
            outside.Where(s => s.Value < floor).Select(Name)
        );
        Note(
            exclusions,
            $"scores above {range}, moved to {FormattableString.Invariant($"{ceiling}")}",
            outside.Where(s => s.Value > ceiling).Select(Name)
        );
        return [.. scores.Select(s => s with { Value = Math.Clamp(s.Value, floor, ceiling) })];
    }

    private static ResponseMatrix Weigh(List<Score> scores, Dictionary<string, Benchmark> benchmarks, WeightRule rule)
    {
        var perBenchmark = scores
            .GroupBy(s => s.BenchmarkId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var perDomain =
            rule == WeightRule.EqualDomains
                ? perBenchmark
                    .Keys.GroupBy(b => benchmarks[b].Domain!, StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal)
                : [];
        double Weight(Score s) =>
            rule switch
            {
                WeightRule.EachScore => 1,
                WeightRule.EqualDomains => 1.0 / perDomain[benchmarks[s.BenchmarkId].Domain!],
                WeightRule.EqualBenchmarks => 1.0 / perBenchmark[s.BenchmarkId],
                _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Expected a weight rule that this version knows."),
            };
        return ResponseMatrix.From(scores.Select(s => new Response(s.ModelId, s.BenchmarkId, s.Value, Weight(s))));
    }

    private static void Note(List<Exclusion> exclusions, string what, IEnumerable<string> names)
    {
        var list = names.ToList();
        if (list.Count > 0)
        {
            exclusions.Add(new Exclusion(what, list.Count, [.. list.Take(MostExamples)]));
        }
    }
}
