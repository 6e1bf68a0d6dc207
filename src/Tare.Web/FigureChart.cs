using System.Text.Json.Nodes;

namespace Tare.Web;

/// <summary>One chart of a figure: a Vega-Lite specification with its data and without a theme.</summary>
/// <param name="Id">Identifier: the figure's, or the figure's with a suffix where it has several charts.</param>
/// <param name="Caption">What this chart shows, where a figure has several; else empty.</param>
/// <param name="Specification">The specification.</param>
public sealed record FigureChart(string Id, string Caption, JsonObject Specification);
