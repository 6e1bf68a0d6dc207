using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>The many-facet family: k of n successes whose logit is an intercept and a sum of main effects and interactions.</summary>
/// <remarks>
/// k ~ Binomial(n, sigmoid(eta)), eta = intercept + sum over terms of the effect of the response's level; the effects of a random term are
/// N(0, sd²). Linacre (1989) for the facets, De Boeck and Wilson (2004) for the random effects. Safe for several threads.
/// </remarks>
public sealed class ManyFacet
{
    private readonly ManyFacetDesign _design;
    private readonly ManyFacetOptions _options;

    private ManyFacet(ManyFacetDesign design, ManyFacetOptions options)
    {
        _design = design;
        _options = options;
        Facts = FacetFacts.Of(design);
    }

    /// <summary>What the design can and cannot tell.</summary>
    public FacetDesignFacts Facts { get; }

    /// <summary>Lays the terms over the responses.</summary>
    /// <param name="data">Whole successes of trials, without frequencies and importance weights.</param>
    /// <param name="options">The terms; their columns are the persons, the items and the facets, by their names.</param>
    /// <exception cref="ArgumentException">A column is missing, or the responses are not binomial counts.</exception>
    /// <exception cref="NotIdentifiedException">A column has one level, the design falls apart, or a term cannot be told from another or from chance.</exception>
    public static ManyFacet For(ResponseMatrix data, ManyFacetOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        if (!(options.IntervalLevel > 0 && options.IntervalLevel < 1))
        {
            throw new ArgumentException(
                $"Interval level {options.IntervalLevel}; expected a number in (0, 1), for example 0.9.",
                nameof(options)
            );
        }

        if (data.IsContinuous || data.HasImportance || data.HasFrequency)
        {
            var what =
                data.IsContinuous ? "shares that are no k of n"
                : data.HasImportance ? "importance weights"
                : "frequencies";
            throw new ArgumentException(
                $"The responses have {what}; the many-facet family is a likelihood of binomial counts. Give k of n trials, each row once.",
                nameof(data)
            );
        }

        var columns = new List<FacetColumn>
        {
            new(options.PersonColumn, data.Persons, data.PersonOf.ToArray()),
            new(options.ItemColumn, data.Items, data.ItemOf.ToArray()),
        };
        columns.AddRange(data.Facets.Select(facet => new FacetColumn(facet.Name, facet.Levels, facet.LevelOf.ToArray())));
        var trials = data.Trials.ToArray();
        var successes = new int[trials.Length];
        for (var row = 0; row < trials.Length; row++)
        {
            successes[row] = (int)Math.Round(data.Value[row] * trials[row]);
        }

        return new ManyFacet(ManyFacetDesign.From(columns, successes, trials, options.Terms), options);
    }

    /// <summary>Empirical Bayes: standard deviations at the maximum of the Laplace-approximated marginal likelihood, effects given these.</summary>
    /// <param name="threads">Threads to use; 0 means one for each processor. The result does not depend on it.</param>
    /// <param name="cancel">Stops between steps.</param>
    /// <exception cref="NotIdentifiedException">All responses are right, or all wrong.</exception>
    /// <remarks>
    /// Biased towards small standard deviations for terms whose levels have few trials each; compare with the posterior
    /// (Breslow and Lin 1995). Tierney and Kadane (1986).
    /// </remarks>
    public ManyFacetCalibration EstimateLaplace(int threads = 0, CancellationToken cancel = default)
    {
        long successes = _design.Successes.Sum(k => (long)k);
        if (successes == 0 || successes == _design.Trials.Sum(n => (long)n))
        {
            throw new NotIdentifiedException(
                $"All {_design.RowCount} responses are {(successes == 0 ? "wrong" : "right")}: the intercept has no finite estimate and no spread "
                    + "shows. Add items of other difficulty; or draw the posterior, which the prior bounds."
            );
        }

        var estimator = new LaplaceEstimator(_design);
        estimator.Run(cancel);
        return LaplaceReport.Of(_design, _options, Facts, estimator, threads, cancel);
    }

    /// <summary>Draws the posterior by Pólya-Gamma Gibbs; chains that disagree give no numbers.</summary>
    /// <param name="posterior">Chains, draws, thresholds and the name of the streams.</param>
    /// <param name="progress">Told the number of finished chains, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops the chains.</param>
    public ManyFacetResult DrawPosterior(PosteriorOptions posterior, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var priors = Enumerable.Repeat(_options.Prior, _design.Terms.Length).ToArray();
        var kernel = new PolyaGammaGibbs(_design, priors, _options.InterceptWidth);
        return DrawPosterior(kernel, posterior, progress, cancel);
    }

    /// <summary>The same with a kernel of the caller's: tests give a wrong one.</summary>
    internal ManyFacetResult DrawPosterior(
        IManyFacetKernel kernel,
        PosteriorOptions posterior,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(posterior.Chains, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(posterior.Draws, 100);
        ArgumentOutOfRangeException.ThrowIfNegative(posterior.Warmup);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(posterior.Thinning);
        var chains = ParallelLoop.Run(
            posterior.Chains,
            posterior.Threads,
            new WorkspacePool<GibbsState>(() => new GibbsState(_design)),
            (chain, state) => ManyFacetChain.Run(_design, _options, kernel, posterior, chain, state, cancel),
            progress,
            cancel
        );
        return PosteriorReport.Of(_design, _options, Facts, posterior, chains, cancel);
    }
}
