using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Calibrations;
using Tare.App.Cli;
using Tare.Web;

namespace Tare.App.Commands;

/// <summary>Where a calibration's result goes: a screen for people or an envelope for programs, and a folder where one was named.</summary>
internal sealed record CalibrateOutput(Terminal Terminal, ParseResult Parse, Cli.InputDigest Inputs, bool Json)
{
    private CalibrationFolder? _kept;
    private string _json = "";

    /// <summary>The folder, or <see langword="null"/> where none was asked for.</summary>
    public string? Folder { get; init; }

    /// <summary>Layout of the items' table.</summary>
    public CoefficientLayout Layout { get; init; }

    public void Write(IReadOnlyList<string> warnings, Func<JsonObject> json, Action<Terminal> screen)
    {
        if (Folder is not null || Json)
        {
            using var text = new StringWriter { NewLine = "\n" };
            Output.Json(Terminal with { Out = text }, Parse, Inputs, warnings, json());
            _json = text.ToString();
        }

        if (Json)
        {
            Terminal.Out.Write(_json);
            return;
        }

        Output.Warnings(Terminal, warnings);
        screen(Terminal);
    }

    /// <summary>Keeps what belongs into the folder; not made where there is none.</summary>
    public void Keep(Func<CalibrationFolder> folder) => _kept = Folder is null ? null : folder();

    /// <summary>Writes the folder, if one was named.</summary>
    public async Task SaveAsync()
    {
        if (_kept is null || Folder is null)
        {
            return;
        }

        var context = new ReportContext
        {
            Version = ProductVersion.Text,
            CommandLine = $"tare {string.Join(' ', Parse.Tokens.Select(t => t.Value))}",
            Inputs = [.. Inputs.Files.Select(f => new Web.InputDigest(Path.GetFileName(f.Path), f.Sha256))],
        };
        var files = await _kept.WriteAsync(Folder, _json, context);
        var hasPage = files.Contains("index.html", StringComparer.Ordinal);
        if (hasPage && !ReportFiles.HasCharts)
        {
            Output.Warnings(Terminal, ["charts were not built (npm was not found at build time): the page has its tables"]);
        }

        if (!Json)
        {
            string[] tables =
            [
                .. files.Where(f => f.EndsWith(".csv", StringComparison.Ordinal) && !f.Contains('/', StringComparison.Ordinal)),
            ];
            Terminal.Out.WriteLine(
                hasPage
                    ? $"The page with pictures: {Path.Combine(Folder, "index.html")}   (beside it {string.Join(", ", tables)}, calibration.json)"
                    : $"Written to {Folder}: {string.Join(", ", tables.Append("calibration.json"))}"
            );
        }
    }
}
