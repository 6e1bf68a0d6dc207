namespace Tare.Web.Charts;

/// <summary>A point that may get a label.</summary>
/// <param name="Text">The label.</param>
/// <param name="X">Horizontal place, 0 at the left edge of the plot, 1 at the right.</param>
/// <param name="Y">Vertical place, 0 at the top, 1 at the bottom.</param>
/// <param name="Above">Whether the label belongs above its point rather than below.</param>
internal sealed record LabelPoint(string Text, double X, double Y, bool Above);
