namespace Tare.Web.Charts;

/// <summary>A label with its place relative to its point, for plots of a range of widths.</summary>
/// <param name="Point">Index of the point.</param>
/// <param name="From">Narrowest plot, pixels, inclusive.</param>
/// <param name="To">Widest plot, pixels, exclusive.</param>
/// <param name="Dx">Pixels to the right of the point.</param>
/// <param name="Dy">Pixels below the point, to the middle of the text.</param>
/// <param name="Align">Which end of the text is there: <c>left</c>, <c>center</c>, <c>right</c>.</param>
internal sealed record PlacedLabel(int Point, int From, int To, double Dx, double Dy, string Align);
