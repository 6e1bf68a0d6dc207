using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tare.Web.Pages;

namespace Tare.Web;

/// <summary>A study as files: one self-contained page, and the data and specification of every figure beside it.</summary>
public static class StudyFiles
{
    /// <summary>Renders a study. The same text and context give the same bytes.</summary>
    /// <param name="text">What the page says.</param>
    /// <param name="context">Version, inputs and command.</param>
    /// <returns><c>index.html</c>, then <c>figures/ID.csv</c> and <c>figures/ID.vl.json</c> in the order of the figures.</returns>
    public static async Task<IReadOnlyList<ReportFile>> RenderAsync(StudyPageText text, ReportContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        return
        [
            File("index.html", await PageAsync(text, context)),
            .. text.Figures.SelectMany(f =>
                f.Charts.Select(c => File($"figures/{c.Id}.vl.json", c.Specification.ToJsonString() + "\n"))
                    .Prepend(File($"figures/{f.Id}.csv", FigureCsv.Write(f)))
            ),
        ];
    }

    private static async Task<string> PageAsync(StudyPageText text, ReportContext context)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(StudyPage.Text)] = text,
            [nameof(StudyPage.Context)] = context,
            [nameof(StudyPage.Style)] = PageAssets.Style,
            [nameof(StudyPage.Script)] = PageAssets.Script,
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<StudyPage>(ParameterView.FromDictionary(parameters));
            return page.ToHtmlString();
        });
    }

    private static ReportFile File(string path, string content) => new(path, Encoding.UTF8.GetBytes(content));
}
