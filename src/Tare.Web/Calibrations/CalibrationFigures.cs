using Tare.Web.Figures;

namespace Tare.Web;

/// <summary>The figures of a calibration, in the order in which they are read.</summary>
public static class CalibrationFigures
{
    /// <summary>The figures: curves, person-item map, information and persons; with facets, components and persons.</summary>
    /// <param name="report">The calibration.</param>
    /// <param name="version">Version of the program, for the sentence to cite a figure by.</param>
    public static IReadOnlyList<Figure> Of(CalibrationReport report, string version)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Components.Count > 0
            ? [ComponentsFigure.Of(report, version), PersonsFigure.Of(report, version)]
            :
            [
                ItemCurvesFigure.Of(report, version),
                PersonItemFigure.Of(report, version),
                InformationFigure.Of(report, version),
                PersonsFigure.Of(report, version),
            ];
    }

    /// <summary>So many of a list, evenly over its order, the first and the last among them.</summary>
    internal static IReadOnlyList<T> Evenly<T>(IReadOnlyList<T> all, int most) =>
        all.Count <= most ? all : [.. Enumerable.Range(0, most).Select(k => all[(int)((long)k * (all.Count - 1) / (most - 1))])];

    /// <summary>A sentence to cite a figure by.</summary>
    internal static string Cite(CalibrationReport report, string finding, string version) =>
        $"{finding} Family {report.Family}, {Denominator.OfResponses(report.Responses, report.Persons.Count, report.Items.Count)}; {report.StandardErrors} Tare {version}.";

    /// <summary>Why a number of a calibration is what it is.</summary>
    internal static IReadOnlyList<string> Why(CalibrationReport report) => [report.Fit, report.StandardErrors, .. report.Warnings];
}
