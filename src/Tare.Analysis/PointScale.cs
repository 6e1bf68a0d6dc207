using Tare.Records;

namespace Tare.Analysis;

/// <summary>An affine map from logits of one calibration to points: points = Origin + PointsPerLogit x logit.</summary>
/// <param name="Origin">Points of logit 0.</param>
/// <param name="PointsPerLogit">Points for one logit.</param>
internal readonly record struct PointScale(double Origin, double PointsPerLogit)
{
    /// <summary>Whether the map can be used: two anchors of equal ability give none.</summary>
    internal bool IsUsable => double.IsFinite(Origin) && double.IsFinite(PointsPerLogit) && PointsPerLogit != 0;

    /// <summary>Points of an ability or a difficulty.</summary>
    /// <param name="logit">Location in logits.</param>
    internal double Points(double logit) => Origin + (PointsPerLogit * logit);

    /// <summary>The map that gives the anchors their values, from the anchors' abilities in this calibration.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="anchors">Positions of the anchors, as <see cref="AnchorsOf"/> gives them.</param>
    /// <param name="abilities">Abilities in logits.</param>
    internal static PointScale From(ScaleDefinition scale, int[] anchors, IReadOnlyList<double> abilities)
    {
        switch (scale)
        {
            case ScaleDefinition.TwoAnchors two:
                var low = abilities[anchors[0]];
                var slope = (two.HighValue - two.LowValue) / (abilities[anchors[1]] - low);
                return new PointScale(two.LowValue - (slope * low), slope);
            case ScaleDefinition.OneAnchor one:
                return new PointScale(one.Value - (one.PointsPerLogit * abilities[anchors[0]]), one.PointsPerLogit);
            default:
                throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected a scale that this version knows.");
        }
    }

    /// <summary>Identifiers of the models that fix the scale.</summary>
    /// <param name="scale">The scale.</param>
    internal static string[] AnchorsOf(ScaleDefinition scale) =>
        scale switch
        {
            ScaleDefinition.TwoAnchors two => [two.LowModel, two.HighModel],
            ScaleDefinition.OneAnchor one => [one.Model],
            _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Expected a scale that this version knows."),
        };
}
