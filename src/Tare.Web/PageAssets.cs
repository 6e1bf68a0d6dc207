using System.Reflection;

namespace Tare.Web;

/// <summary>What is embedded for the page: the stylesheet, and the script where it was built.</summary>
internal static class PageAssets
{
    public static readonly string Style =
        Read("report.css") ?? throw new InvalidOperationException("The stylesheet is not embedded in Tare.Web.");

    /// <summary>What the pages of a dossier add to the stylesheet.</summary>
    public static readonly string DossierStyle =
        Read("dossier.css") ?? throw new InvalidOperationException("The stylesheet of dossiers is not embedded in Tare.Web.");

    /// <summary>The script that draws charts, or <see langword="null"/> where npm was absent when the program was built.</summary>
    public static readonly string? Script = Read("charts.js");

    private static string? Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
