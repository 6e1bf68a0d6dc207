using Tare.Analysis;
using Tare.Records;
using Tare.Web.Figures;

namespace Tare.Web;

/// <summary>The figures of studies over several methodologies.</summary>
public static class StudyFigures
{
    /// <summary>The waterfall of an attribution.</summary>
    /// <param name="finding">The attribution.</param>
    /// <param name="evidence">The evidence behind it.</param>
    /// <param name="version">Version of the program.</param>
    public static Figure Waterfall(AttributionFinding finding, Evidence evidence, string version) =>
        WaterfallFigure.Of(finding, evidence, version);

    /// <summary>The specification curve of a grid, with the panel of its choices.</summary>
    /// <param name="finding">The grid, summed up.</param>
    /// <param name="title">What is asked.</param>
    /// <param name="evidence">The evidence behind it.</param>
    /// <param name="version">Version of the program.</param>
    public static Figure SpecificationCurve(MultiverseFinding finding, string title, Evidence evidence, string version) =>
        SpecificationFigure.Of(finding, title, evidence, version);

    /// <summary>What each benchmark, domain and model does to an answer when it is left out.</summary>
    /// <param name="finding">The influence.</param>
    /// <param name="evidence">The evidence behind it.</param>
    /// <param name="version">Version of the program.</param>
    public static Figure Influence(InfluenceFinding finding, Evidence evidence, string version) =>
        InfluenceFigure.Of(finding, evidence, version);

    /// <summary>The uncertainty of an answer, source by source.</summary>
    /// <param name="finding">The uncertainty.</param>
    /// <param name="evidence">The evidence behind it.</param>
    /// <param name="version">Version of the program.</param>
    public static Figure Uncertainty(UncertaintyFinding finding, Evidence evidence, string version) =>
        UncertaintyFigure.Of(finding, evidence, version);
}
