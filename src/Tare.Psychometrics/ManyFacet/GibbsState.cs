using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Where a chain stands: the unknowns of the model and what follows from them.</summary>
internal sealed class GibbsState
{
    internal GibbsState(ManyFacetDesign design)
    {
        Effects = [.. design.Terms.Select(term => new double[term.Count])];
        Scales = new double[design.Terms.Length];
        Predictor = new double[design.RowCount];
        Precision = new double[design.RowCount];
        RowWork = new double[design.RowCount];
        ScaleWidth = [.. design.Terms.Select(term => 1 / Math.Sqrt(term.Count))];
        Work = [.. design.Terms.Select(term => new double[2 * term.Count])];
    }

    internal double Intercept { get; set; }

    /// <summary>Effects of each term's levels, logits.</summary>
    internal double[][] Effects { get; }

    /// <summary>Standard deviation of each term, logits; a fixed term's is given.</summary>
    internal double[] Scales { get; }

    /// <summary>eta of each response, logits.</summary>
    internal double[] Predictor { get; }

    /// <summary>Pólya-Gamma variable of each response.</summary>
    internal double[] Precision { get; }

    /// <summary>Scratch: one number for each response.</summary>
    internal double[] RowWork { get; }

    /// <summary>Width of the slice steps for ln s, about a posterior standard deviation.</summary>
    internal double[] ScaleWidth { get; }

    /// <summary>Scratch: two numbers for each level of each term.</summary>
    internal double[][] Work { get; }

    /// <summary>Scattered start: standard deviations from half to twice a logit or so, effects from their own normal.</summary>
    internal void Scatter(ManyFacetDesign design, RandomSource random)
    {
        Intercept = random.NextNormal();
        for (var t = 0; t < Effects.Length; t++)
        {
            Scales[t] = design.Terms[t].Term.FixedWidth ?? Math.Exp(0.7 * random.NextNormal());
            var width = Math.Min(Scales[t], 2);
            for (var level = 0; level < Effects[t].Length; level++)
            {
                Effects[t][level] = width * random.NextNormal();
            }
        }

        Predict(design);
    }

    /// <summary>Adds up eta from the effects, so that rounding does not pile up.</summary>
    internal void Predict(ManyFacetDesign design)
    {
        Array.Fill(Predictor, Intercept);
        for (var t = 0; t < Effects.Length; t++)
        {
            var levelOf = design.Terms[t].LevelOf;
            var effects = Effects[t];
            for (var row = 0; row < Predictor.Length; row++)
            {
                Predictor[row] += effects[levelOf[row]];
            }
        }
    }
}
