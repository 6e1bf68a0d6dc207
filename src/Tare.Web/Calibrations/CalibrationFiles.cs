using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tare.Web.Pages;

namespace Tare.Web;

/// <summary>A calibration as files: one self-contained page, and the data and specification of every figure beside it.</summary>
public static class CalibrationFiles
{
    /// <summary>Renders the page. The same report and context give the same bytes, on any machine and at any time.</summary>
    /// <param name="report">The calibration.</param>
    /// <param name="context">Version, inputs and command.</param>
    /// <returns><c>index.html</c>, then <c>figures/ID.csv</c> and <c>figures/ID.vl.json</c> in the order of the figures.</returns>
    public static Task<IReadOnlyList<ReportFile>> RenderAsync(CalibrationReport report, ReportContext context) =>
        RenderAsync(report, context, PageAssets.Script);

    internal static async Task<IReadOnlyList<ReportFile>> RenderAsync(CalibrationReport report, ReportContext context, string? script)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(context);
        var figures = CalibrationFigures.Of(report, context.Version);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(CalibrationPage.Report)] = report,
            [nameof(CalibrationPage.Context)] = context,
            [nameof(CalibrationPage.Figures)] = figures,
            [nameof(CalibrationPage.Script)] = script,
        };
        var page = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CalibrationPage>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
        return [FigureFiles.Text("index.html", page), .. FigureFiles.Of(figures)];
    }
}
