using Tare.App.Cli;
using Tare.App.Screens;
using Tare.Costs;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Reporting;

/// <summary>The page of a cost with its files, written where <c>--out</c> says.</summary>
internal static class PageFolder
{
    /// <summary>The page of a comparison over context lengths.</summary>
    public static async Task WriteAsync(
        Terminal terminal,
        string folder,
        (Architecture Subject, Architecture Reference, IReadOnlyList<ServingSpeed> Speeds) models,
        ServingComparison comparison,
        IEnumerable<string> command,
        bool isQuiet
    )
    {
        var costed = new CostedModels(models.Subject, models.Reference) { Remarks = SpeedLines.Of(models.Speeds) };
        Write(terminal, folder, await CostFiles.ServingAsync(costed, comparison, ProductVersion.Text, Line(command)), isQuiet);
    }

    /// <summary>The page of a development cost.</summary>
    public static async Task WriteAsync(
        Terminal terminal,
        string folder,
        DevelopmentCost cost,
        IReadOnlyList<ConsortiumPoint> curve,
        IEnumerable<string> command,
        bool isQuiet
    ) => Write(terminal, folder, await CostFiles.DevelopmentAsync(cost, curve, ProductVersion.Text, Line(command)), isQuiet);

    private static string Line(IEnumerable<string> command) => $"tare {string.Join(' ', command)}";

    private static void Write(Terminal terminal, string folder, IEnumerable<ReportFile> files, bool isQuiet)
    {
        ReportFolder.Write(folder, files.ToDictionary(f => f.Path, f => f.Content, StringComparer.Ordinal));
        if (!ReportFiles.HasCharts)
        {
            Output.Warnings(terminal, ["charts were not built (npm was not found at build time): the page has its table"]);
        }

        if (!isQuiet)
        {
            terminal.Out.WriteLine($"The page with chart and data: {Path.Combine(folder, "index.html")}");
        }
    }
}
