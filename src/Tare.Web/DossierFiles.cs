using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tare.Dossier;
using Tare.Records;
using Tare.Web.Dossiers;

namespace Tare.Web;

/// <summary>A dossier as files: its pages, feeds, a calendar of deadlines, and its claims as linked data.</summary>
public static partial class DossierFiles
{
    /// <summary>Name of the Atom feed.</summary>
    public const string Atom = "feed.atom";

    /// <summary>Name of the JSON feed.</summary>
    public const string Json = "feed.json";

    /// <summary>Name of the calendar.</summary>
    public const string Calendar = "deadlines.ics";

    /// <summary>Renders a dossier. The same dossier and context give the same bytes, on any machine and at any time.</summary>
    /// <param name="dossier">The dossier, as of the wanted point; its answers are applied here.</param>
    /// <param name="context">Version, name and instant.</param>
    public static async Task<IReadOnlyList<ReportFile>> RenderAsync(DossierRecord dossier, DossierContext context)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(context);
        var view = DossierView.Of(dossier, context);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return
        [
            Text(PageAddress.Topics, await PageAsync<TopicsPage>(renderer, view)),
            Text(PageAddress.Claims, await PageAsync<ClaimsPage>(renderer, view)),
            Text(PageAddress.Predictions, await PageAsync<PredictionsPage>(renderer, view)),
            Text(Atom, AtomFeed.Of(view.Feed(Atom), view.Log)),
            Text(Json, JsonFeed.Of(view.Feed(Json), view.Log)),
            Text(Calendar, DeadlineCalendar.Of(view.Feed(Calendar), view.Predictions)),
        ];
    }

    private static Task<string> PageAsync<T>(HtmlRenderer renderer, DossierView view)
        where T : IComponent
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view };
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters));
            return Shown(page.ToHtmlString());
        });
    }

    /// <summary>No text of a source may act on the display: what the encoder wrote as a number is looked at once more.</summary>
    private static string Shown(string html) =>
        Reference()
            .Replace(
                html,
                m =>
                    int.Parse(m.Groups["code"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                        is var code
                            and <= 0xffff
                    && PlainText.IsUnprintable((char)code)
                        ? "&#xFFFD;"
                        : m.Value
            );

    private static ReportFile Text(string path, string content) => new(path, Encoding.UTF8.GetBytes(content));

    [GeneratedRegex("&#x(?<code>[0-9A-F]{1,6});", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Reference();
}
