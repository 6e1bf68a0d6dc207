using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>From chains to a calibration, or to the reason why there is none.</summary>
internal static class PosteriorReport
{
    internal static ManyFacetResult Of(
        ManyFacetDesign design,
        ManyFacetOptions options,
        FacetDesignFacts facts,
        PosteriorOptions posterior,
        ManyFacetChain[] chains,
        CancellationToken cancel
    )
    {
        var evidence = new PosteriorEvidence(posterior, Diagnose(design, chains));
        if (!evidence.IsConverged)
        {
            return new ManyFacetResult.NotConverged(evidence, Reason(evidence));
        }

        var level = options.IntervalLevel;
        var components = new List<VarianceComponent>();
        var effects = new List<TermEffects>();
        for (var t = 0; t < design.Terms.Length; t++)
        {
            var term = design.Terms[t];
            if (term.Term.FixedWidth is null)
            {
                var sorted = Sorted(chains.Select(chain => chain.Scales[t]));
                var (lower, upper) = Ends(sorted, level);
                components.Add(new VarianceComponent(term.Term.Name, Quantiles.OfSorted(sorted, 0.5), lower, upper));
            }

            effects.Add(Effects(term, t, evidence, level, chains, cancel));
        }

        var intercept = Summary([], [.. chains.Select(chain => chain.Intercept)], level);
        return new ManyFacetResult.Converged(
            new ManyFacetCalibration
            {
                Options = options,
                Intercept = intercept,
                Components = components,
                Effects = effects,
                Facts = facts,
                Posterior = evidence,
                LeaveOneOut = chains[0].LogLikelihood.Length == 0 ? null : OneOut(design, chains),
            }
        );
    }

    private static List<QuantityDiagnostics> Diagnose(ManyFacetDesign design, ManyFacetChain[] chains)
    {
        var quantities = new List<QuantityDiagnostics>
        {
            new("intercept", PosteriorDiagnostics.Of([.. chains.Select(chain => chain.Intercept)])),
        };
        for (var t = 0; t < design.Terms.Length; t++)
        {
            var term = design.Terms[t].Term;
            if (term.FixedWidth is null)
            {
                quantities.Add(new($"sd of {term.Name}", PosteriorDiagnostics.Of([.. chains.Select(chain => chain.Scales[t])])));
            }
        }

        return quantities;
    }

    /// <summary>Each response left out in turn, given the same levels of every term.</summary>
    private static LeaveOneOut OneOut(ManyFacetDesign design, ManyFacetChain[] chains) =>
        LeaveOneOut.Of(
            [
                .. Enumerable
                    .Range(0, design.RowCount)
                    .Select(row =>
                    {
                        var ways = LogWays(design.Trials[row], design.Successes[row]);
                        return chains.SelectMany(chain => chain.LogLikelihood[row], (_, x) => x + ways).ToArray();
                    }),
            ],
            []
        );

    /// <summary>ln of the binomial coefficient.</summary>
    private static double LogWays(int n, int k)
    {
        var sum = 0.0;
        for (var j = 1; j <= Math.Min(k, n - k); j++)
        {
            sum += Math.Log((double)(n - j + 1) / j);
        }

        return sum;
    }

    private static string Reason(PosteriorEvidence evidence)
    {
        var options = evidence.Options;
        var failed = evidence.Quantities.Where(q => !evidence.Passes(q.Diagnostics)).ToArray();
        var worst = failed.MaxBy(q => q.Diagnostics.RHat)!;
        return $"The chains have not converged: {failed.Length} of {evidence.Quantities.Count} quantities fail, the worst being '{worst.Name}' with "
            + FormattableString.Invariant(
                $"R-hat {worst.Diagnostics.RHat:F3} (at most {options.LargestRHat:F3}), bulk ESS {worst.Diagnostics.BulkEss:F0} and tail ESS "
            )
            + FormattableString.Invariant($"{worst.Diagnostics.TailEss:F0} (at least {options.SmallestEss:F0} each). ")
            + $"Draw more: {options.Chains} chains of {options.Draws} draws were taken after {options.Warmup} cycles; or drop a term the data cannot tell.";
    }

    private static TermEffects Effects(
        DesignTerm term,
        int t,
        PosteriorEvidence evidence,
        double level,
        ManyFacetChain[] chains,
        CancellationToken cancel
    )
    {
        var count = chains[0].Effects[t].Length;
        var summaries = ParallelLoop.Run(
            count,
            evidence.Options.Threads,
            new WorkspacePool<object>(() => new object()),
            (k, _) =>
            {
                double[][] draws = [.. chains.Select(chain => Array.ConvertAll(chain.Effects[t][k], x => (double)x))];
                return evidence.Passes(PosteriorDiagnostics.Of(draws)) ? Summary(term.Labels[k], draws, level) : null;
            },
            null,
            cancel
        );
        return new TermEffects(
            term.Term,
            [.. summaries.OfType<LevelEffect>()],
            [.. Enumerable.Range(0, count).Where(k => summaries[k] is null).Select(k => term.Labels[k])]
        );
    }

    private static LevelEffect Summary(IReadOnlyList<string> label, double[][] draws, double level)
    {
        var sorted = Sorted(draws);
        var mean = sorted.Average();
        var squares = sorted.Sum(x => (x - mean) * (x - mean));
        var (lower, upper) = Ends(sorted, level);
        return new LevelEffect(label, mean, Math.Sqrt(squares / (sorted.Length - 1)), lower, upper);
    }

    private static (double Lower, double Upper) Ends(double[] sorted, double level) =>
        (Quantiles.OfSorted(sorted, (1 - level) / 2), Quantiles.OfSorted(sorted, (1 + level) / 2));

    private static double[] Sorted(IEnumerable<double[]> chains)
    {
        var values = chains.SelectMany(x => x).ToArray();
        Array.Sort(values);
        return values;
    }
}
