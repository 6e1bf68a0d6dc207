namespace Tare.Analysis;

/// <summary>A model that is on both scales of a link.</summary>
/// <param name="Label">What it is called on the own scale.</param>
/// <param name="Id">Its identifier on the public scale.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Own">Own ability, logits.</param>
/// <param name="OwnStandardError">Its standard error.</param>
/// <param name="Public">Value on the public scale, points.</param>
/// <param name="PublicStandardError">Its standard error, half the width of its bounds over the normal quantile; <see langword="null"/> where it has no bounds: fixed by definition, or without draws.</param>
/// <param name="Predicted">What the line says at the own ability; <see langword="null"/> where the anchors give no line.</param>
/// <param name="LeftOutPredicted">What the line through the other anchors says there; <see langword="null"/> where they give no line.</param>
public sealed record LinkAnchor(
    string Label,
    string Id,
    string Name,
    double Own,
    double OwnStandardError,
    double Public,
    double? PublicStandardError,
    double? Predicted,
    double? LeftOutPredicted
)
{
    /// <summary>Public value minus the line, points; <see langword="null"/> without a line.</summary>
    public double? Residual => Public - Predicted;
}
