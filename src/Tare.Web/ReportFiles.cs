using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tare.Analysis;
using Tare.Web.Pages;

namespace Tare.Web;

/// <summary>A report as files: one self-contained page, and the data and specification of every figure beside it.</summary>
public static class ReportFiles
{
    /// <summary>Whether this build can draw charts; without the script the page keeps its tables.</summary>
    public static bool HasCharts => PageAssets.Script is not null;

    /// <summary>Renders a report. The same report and context give the same bytes, on any machine and at any time.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="context">Version, inputs, command and sources.</param>
    /// <returns><c>index.html</c>, then <c>figures/ID.csv</c> and <c>figures/ID.vl.json</c> in the order of the figures.</returns>
    public static Task<IReadOnlyList<ReportFile>> RenderAsync(Report report, ReportContext context) =>
        RenderAsync(report, context, PageAssets.Script);

    internal static async Task<IReadOnlyList<ReportFile>> RenderAsync(Report report, ReportContext context, string? script)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(context);
        var figures = ReportFigures.Of(report, context.Version);
        var page = await PageAsync(report, context, figures, script);
        return [FigureFiles.Text("index.html", page), .. FigureFiles.Of(figures)];
    }

    private static async Task<string> PageAsync(Report report, ReportContext context, IReadOnlyList<Figure> figures, string? script)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ReportPage.Report)] = report,
            [nameof(ReportPage.Context)] = context,
            [nameof(ReportPage.Figures)] = figures,
            [nameof(ReportPage.Script)] = script,
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<ReportPage>(ParameterView.FromDictionary(parameters));
            return page.ToHtmlString();
        });
    }
}
