using Tare.Analysis;
using Tare.Web.Figures;

namespace Tare.Web;

/// <summary>The figures of a report, in the order in which they are read.</summary>
public static class ReportFigures
{
    /// <summary>Identifiers of all figures, in order.</summary>
    public static readonly IReadOnlyList<string> Ids =
    [
        "frontier",
        "lag-by-definition",
        "gap-history",
        "smallest-change",
        "scales",
        "caisi-table",
        "score-matrix",
        "models",
        "benchmarks",
    ];

    /// <summary>The figures of a report.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="version">Version of the program, for the sentence to cite a figure by.</param>
    public static IReadOnlyList<Figure> Of(Report report, string version)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            FrontierFigure.Of(report, version),
            LagFigure.Of(report, version),
            HistoryFigure.Of(report, version),
            SmallestChangeFigure.Of(report, version),
            ScalesFigure.Of(report, version),
            TableStudyFigure.Of(report, version),
            MatrixFigure.Of(report, version),
            ModelsFigure.Of(report, version),
            BenchmarksFigure.Of(report, version),
        ];
    }
}
