using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>The kept draws of one chain.</summary>
/// <param name="Intercept">One number for each draw.</param>
/// <param name="Scales"><c>[term][draw]</c>.</param>
/// <param name="Effects"><c>[term][level][draw]</c> in single precision, which is far finer than a draw; empty for terms with too many levels.</param>
internal sealed record ManyFacetChain(double[] Intercept, double[][] Scales, float[][][] Effects)
{
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

            kept.Keep(state, draw);
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
            ]
        );

    private void Keep(GibbsState state, int draw)
    {
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
