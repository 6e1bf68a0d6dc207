using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Leaves out each benchmark, domain and model by exact refit, re-weights the domains, and looks for the fewest benchmarks that turn a conclusion over.</summary>
/// <remarks>Every rule of the methodology is applied anew in each refit. The standard errors that catch-up tests with stay those of the full fit.</remarks>
public static class Influence
{
    /// <summary>The influence of everything on an answer.</summary>
    /// <param name="evidence">The evidence behind the gap.</param>
    /// <param name="methodology">The methodology.</param>
    /// <param name="conclusion">A statement to turn over, or <see langword="null"/>; it also says what is asked (else months).</param>
    /// <param name="options">How much is tried.</param>
    /// <param name="progress">Told the number of finished refits of the current step, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between refits.</param>
    /// <exception cref="InputException">The methodology has no answer on the evidence.</exception>
    public static InfluenceFinding Of(
        Evidence evidence,
        Methodology methodology,
        Conclusion? conclusion,
        InfluenceOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(methodology);
        ArgumentNullException.ThrowIfNull(options);
        var own = methodology with { Evidence = evidence.Name, LagEvidence = null };
        var estimand = conclusion?.Of ?? Estimand.Months;
        var fit = MethodologyFit.ForGap(evidence, own, options.Draws, own.Level, null, cancel);
        var engine = new SpecificationEngine(
            new Dictionary<string, Evidence>(StringComparer.Ordinal) { [evidence.Name] = evidence },
            new SpecificationOptions
            {
                FixedBounds = fit.Abilities.Rows.ToDictionary(r => r.Id, StringComparer.Ordinal),
                Threads = options.Threads,
            }
        );
        var full = engine.Values([own], estimand, null, cancel)[0];
        if (full.Value is not { } value)
        {
            throw InputException.At(
                $"methodology '{own.Name}'",
                $"no answer: {full.Reason}",
                "a methodology with an answer on this evidence",
                "choose another definition with --set lag=..., or other evidence"
            );
        }

        var weighted = Reweighted(evidence, own, fit, estimand, options, cancel);
        var gap = GapAnalysis.Of(fit.Abilities, GapOptions.From(own) with { Threads = options.Threads }, cancel);
        return new InfluenceFinding
        {
            Methodology = methodology,
            Estimand = estimand,
            Value = value,
            Interval = estimand.Kind == EstimandKind.Points ? gap.Vertical.Interval : gap.HeadlineEstimate.Interval,
            Rows = LeftOut(engine, evidence, own, fit, estimand, value, progress, cancel),
            Reweighted = new DrawInterval(own.Level, "the weights of the domains (flat Dirichlet)").Of(weighted),
            Reweightings = weighted.Count(double.IsFinite),
            ReweightedHold = conclusion is null ? null : Share(weighted, conclusion),
            Flip = conclusion is null
                ? null
                : new FlipSearch(engine, own, [.. fit.Items.Select(i => i.Id)], conclusion, options).Find(value, cancel),
        };
    }

    /// <summary>The methodology without one benchmark; a pinned benchmark that goes leaves none pinned.</summary>
    internal static Methodology Without(Methodology m, IReadOnlyCollection<string> benchmarks) =>
        m with
        {
            ExcludeBenchmarks = [.. m.ExcludeBenchmarks, .. benchmarks],
            PinnedBenchmark = m.PinnedBenchmark is { } p && benchmarks.Contains(p, StringComparer.Ordinal) ? null : m.PinnedBenchmark,
        };

    private static List<InfluenceRow> LeftOut(
        SpecificationEngine engine,
        Evidence evidence,
        Methodology own,
        FitFinding fit,
        Estimand estimand,
        double full,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        var asked = new List<(InfluenceKind Kind, string Id, string Name, int Scores, Methodology Methodology)>();
        asked.AddRange(fit.Items.Select(i => (InfluenceKind.Benchmark, i.Id, i.Name, i.Observations, Without(own, [i.Id]))));
        foreach (var domain in fit.Items.Where(i => i.Domain is not null).GroupBy(i => i.Domain!, StringComparer.Ordinal))
        {
            var without = Without(own, [.. domain.Select(i => i.Id)]);
            asked.Add((InfluenceKind.Domain, domain.Key, domain.Key, domain.Sum(i => i.Observations), without));
        }

        asked.AddRange(
            fit.Abilities.Rows.Select(r =>
                (InfluenceKind.Model, r.Id, r.Name, r.Observations, own with { ExcludeModels = [.. own.ExcludeModels, r.Id] })
            )
        );
        var values = engine.Values([.. asked.Select(a => a.Methodology)], estimand, progress, cancel);
        return
        [
            .. asked
                .Zip(values, (a, v) => new InfluenceRow(a.Kind, a.Id, a.Name, a.Scores, v.Value, v.Value - full, v.Reason))
                .OrderBy(r => r.Kind)
                .ThenByDescending(r => Math.Abs(r.Change ?? 0))
                .ThenBy(r => r.Id, StringComparer.Ordinal),
        ];
    }

    private static double[] Reweighted(
        Evidence evidence,
        Methodology own,
        FitFinding fit,
        Estimand estimand,
        InfluenceOptions options,
        CancellationToken cancel
    )
    {
        var handle = fit.Handle!;
        var domainOf = Reweighting.DomainsOf(evidence, handle.Family.Data.Items);
        string[] domains = [.. domainOf.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (domains.Length < 2)
        {
            return [];
        }

        var position = Array.ConvertAll(domainOf, d => Array.IndexOf(domains, d));
        var refits = new RefitEstimand(evidence, own, fit, estimand);
        return ParallelLoop.Run(
            options.Reweightings,
            options.Threads,
            new WorkspacePool<RefitDraw>(refits.NewDraw),
            (k, draw) =>
            {
                var weights = Reweighting.Flat(RandomSource.For($"reweighting/{own.Name}/{evidence.Name}", k), domains.Length);
                draw.Reset();
                for (var r = 0; r < draw.Multiplicity.Length; r++)
                {
                    draw.Multiplicity[r] = weights[position[handle.Family.Data.ItemOf[r]]];
                }

                return refits.Of(draw);
            },
            progress: null,
            cancel
        );
    }

    private static double? Share(double[] values, Conclusion conclusion)
    {
        var known = Array.FindAll(values, double.IsFinite);
        return known.Length == 0 ? null : (double)known.Count(conclusion.Holds) / known.Length;
    }
}
