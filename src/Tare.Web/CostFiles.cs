using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tare.Costs;
using Tare.Web.Figures;
using Tare.Web.Pages;

namespace Tare.Web;

/// <summary>A cost as files: one self-contained page, its data and its chart. The same cost gives the same bytes.</summary>
public static class CostFiles
{
    /// <summary>The page of a comparison over context lengths.</summary>
    /// <param name="models">The two models.</param>
    /// <param name="comparison">Their costs.</param>
    /// <param name="version">Version of the program.</param>
    /// <param name="commandLine">The command that writes the page again.</param>
    public static Task<IReadOnlyList<ReportFile>> ServingAsync(
        CostedModels models,
        ServingComparison comparison,
        string version,
        string commandLine
    )
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(comparison);
        return RenderAsync(ServingFigure.Of(models, comparison, version), version, commandLine, PageAssets.Script);
    }

    /// <summary>The page of a development cost.</summary>
    /// <param name="cost">The cost.</param>
    /// <param name="curve">A member's cost over the number of members.</param>
    /// <param name="version">Version of the program.</param>
    /// <param name="commandLine">The command that writes the page again.</param>
    public static Task<IReadOnlyList<ReportFile>> DevelopmentAsync(
        DevelopmentCost cost,
        IReadOnlyList<ConsortiumPoint> curve,
        string version,
        string commandLine
    )
    {
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentNullException.ThrowIfNull(curve);
        return RenderAsync(DevelopmentFigure.Of(cost, curve, version), version, commandLine, PageAssets.Script);
    }

    internal static async Task<IReadOnlyList<ReportFile>> RenderAsync(Figure figure, string version, string commandLine, string? script)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(CostPage.Figure)] = figure,
            [nameof(CostPage.Version)] = version,
            [nameof(CostPage.CommandLine)] = commandLine,
            [nameof(CostPage.Script)] = script,
        };
        var page = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CostPage>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
        return
        [
            Text("index.html", page),
            Text($"figures/{figure.Id}.csv", FigureCsv.Write(figure)),
            .. figure.Charts.Select(c => Text($"figures/{c.Id}.vl.json", c.Specification.ToJsonString() + "\n")),
        ];
    }

    private static ReportFile Text(string path, string content) => new(path, Encoding.UTF8.GetBytes(content));
}
