using Tare.Analysis;
using Tare.Catalogue;

namespace Tare.Web.Tests;

/// <summary>The report on the curated data, with few draws: real names and real crowding, computed once for all tests.</summary>
internal static class RealReport
{
    private static readonly Lazy<Report> s_report = new(Compute);

    public static Report Value => s_report.Value;

    public static ReportContext Context =>
        SampleReport.Context with
        {
            Version = "0.0.0-curated",
            Sources = CuratedData.Sources,
            LicenceNotes = [],
        };

    private static Report Compute() =>
        ReportBuilder.Of(
            CuratedData.Evidence(),
            CuratedData.CaisiTable(),
            CuratedData.CaisiElo().ToDictionary(e => e.ModelId, e => (e.Value, e.HalfWidth95), StringComparer.Ordinal),
            CuratedData.PublishedEciByModel(),
            Methodologies.Get("eci"),
            Methodologies.Get("caisi-2026"),
            new ReportOptions { Draws = 60, HistoryDraws = 20 },
            cancel: TestContext.Current.CancellationToken
        );
}
