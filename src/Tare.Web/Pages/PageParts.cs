using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;

namespace Tare.Web.Pages;

/// <summary>The few parts of the page that are not plain markup.</summary>
internal static class PageParts
{
    /// <summary>Data inside a script element. The encoder writes &lt;, &gt;, &amp; and all that is not ASCII as \u escapes, so no text can end the element.</summary>
    public static MarkupString Json(string id, JsonObject content) =>
        new($"<script type=\"application/json\" id=\"{id}\">{content.ToJsonString()}</script>");

    /// <summary>Linked data, which no browser runs; its writer escapes as <see cref="Json"/> does.</summary>
    public static MarkupString LinkedData(string content) => new($"<script type=\"application/ld+json\">{content}</script>");

    public static MarkupString Style(string css) => new($"<style>{css}</style>");

    /// <summary>The one script of the page, at the end of the body.</summary>
    public static MarkupString Script(string script) => new($"<script>{script}</script>");

    public static string CsvLink(Figure figure) =>
        "data:text/csv;charset=utf-8;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(FigureCsv.Write(figure)));

    /// <summary>Whether an address may become a link: nothing but http and https, so that data cannot bring a script.</summary>
    public static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Cells of the page's table: columns that are for the CSV file only are left out, bounds are joined.</summary>
    public static IEnumerable<(FigureColumn Column, string Text, bool Missing)> Cells(Figure figure, IReadOnlyList<FigureCell> row)
    {
        for (var i = 0; i < figure.Columns.Count; i++)
        {
            var column = figure.Columns[i];
            if (!column.OnPage || column.Kind == ColumnKind.Upper)
            {
                continue;
            }

            var text = column.Print(row[i]);
            if (column.Kind == ColumnKind.Lower && row[i].Missing is null)
            {
                text = $"{text} to {figure.Columns[i + 1].Print(row[i + 1])}";
            }

            yield return (column, text, row[i].Missing is not null);
        }
    }
}
