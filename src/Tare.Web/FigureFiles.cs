using System.Text;

namespace Tare.Web;

/// <summary>The files that stand beside a page.</summary>
internal static class FigureFiles
{
    /// <summary><c>figures/ID.csv</c>, and <c>figures/ID.vl.json</c> for each chart, in the order of the figures.</summary>
    public static IEnumerable<ReportFile> Of(IEnumerable<Figure> figures) =>
        figures.SelectMany(f =>
            f.Charts.Select(c => Text($"figures/{c.Id}.vl.json", c.Specification.ToJsonString() + "\n"))
                .Prepend(Text($"figures/{f.Id}.csv", FigureCsv.Write(f)))
        );

    /// <summary>A file of text.</summary>
    public static ReportFile Text(string path, string content) => new(path, Encoding.UTF8.GetBytes(content));
}
