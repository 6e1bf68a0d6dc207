using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>The kept draws of one chain.</summary>
/// <param name="Intercept">One number for each draw.</param>
/// <param name="Scales"><c>[term][draw]</c>.</param>
/// <param name="Effects"><c>[term][level][draw]</c> in single precision, which is far finer than a draw; empty for terms with too many levels.</param>
/// <param name="LogLikelihood">
/// <c>[response][draw]</c> of evenly spaced draws, up to the binomial coefficients; empty where there are too many responses to keep.
/// </param>
internal sealed record ManyFacetChain(double[] Intercept, double[][] Scales, float[][][] Effects, float[][] LogLikelihood)
{
    /// <summary>Draws of a chain that leave-one-out takes: enough for the tail, little to keep.</summary>
    private const int MostLikelihoods = 250;

    private const int MostResponses = 20_000;

    internal static ManyFacetChain Run(
        ManyFacetDesign design,
        ManyFacetOptions options,
        IManyFacetKernel kernel,
        PosteriorOptions posterior,
        int chain,
        GibbsState state,
        CancellationToken cancel
    )
    {
        var random = RandomSource.For($"{posterior.Stream}/chain", chain);
        state.Scatter(design, random);
        var kept = Empty(design, options, posterior.Draws);
        for (var cycle = 0; cycle < posterior.Warmup; cycle++)
        {
            cancel.ThrowIfCancellationRequested();
            kernel.Advance(state, random);
        }

        for (var draw = 0; draw < posterior.Draws; draw++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var k = 0; k < posterior.Thinning; k++)
            {
                kernel.Advance(state, random);
            }

            kept.Keep(design, state, draw);
        }

        return kept;
    }

    private static ManyFacetChain Empty(ManyFacetDesign design, ManyFacetOptions options, int draws) =>
        new(
            new double[draws],
            [.. design.Terms.Select(_ => new double[draws])],
            [
                .. design.Terms.Select(term =>
                    term.Count > options.MostEffects ? [] : Enumerable.Range(0, term.Count).Select(_ => new float[draws]).ToArray()
                ),
            ],
            design.RowCount > MostResponses
                ? []
                : [.. Enumerable.Range(0, design.RowCount).Select(_ => new float[(draws + Every(draws) - 1) / Every(draws)])]
        );

    private static int Every(int draws) => Math.Max(1, (draws + MostLikelihoods - 1) / MostLikelihoods);

    private void Keep(ManyFacetDesign design, GibbsState state, int draw)
    {
        var every = Every(Intercept.Length);
        for (var row = 0; draw % every == 0 && row < LogLikelihood.Length; row++)
        {
            var eta = state.Predictor[row];
            LogLikelihood[row][draw / every] = (float)((design.Successes[row] * eta) + (design.Trials[row] * Logistic.LogSigmoid(-eta)));
        }

        Intercept[draw] = state.Intercept;
        for (var t = 0; t < Scales.Length; t++)
        {
            Scales[t][draw] = state.Scales[t];
            for (var level = 0; level < Effects[t].Length; level++)
            {
                Effects[t][level][draw] = (float)state.Effects[t][level];
            }
        }
    }
}
