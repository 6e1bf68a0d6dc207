using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.Web;

namespace Tare.App.Reporting;

/// <summary>The pages of studies: one page with its figures in a folder.</summary>
internal static class StudyOutput
{
    public static Option<string?> Folder() =>
        new("--out") { Description = "Folder for a page with the figures and their data. Default: none is written.", HelpName = "DIR" };

    public static Argument<string?> Method() =>
        new("METHOD")
        {
            Description = "A methodology: a name ('tare methods list') or a YAML file. Default eci.",
            Arity = ArgumentArity.ZeroOrOne,
        };

    public static Option<int> SignificanceDraws()
    {
        var option = CommonOptions.Draws();
        option.Description = "Draws behind the standard errors that catch-up tests with. Default 1,000, as 'tare gap' makes.";
        return option;
    }

    /// <summary>Writes the page, and beside it the data and the specification of every figure.</summary>
    public static async Task WriteAsync(string folder, StudyPageText text, StudyInputs inputs, ParseResult parse)
    {
        var digest = inputs.Digest();
        var context = new ReportContext
        {
            Version = ProductVersion.Text,
            CommandLine = "tare " + string.Join(' ', parse.Tokens.Select(t => t.Value)),
            Inputs = [.. digest.Files.Select(f => new Web.InputDigest(Path.GetFileName(f.Path), f.Sha256))],
        };
        var files = await StudyFiles.RenderAsync(text, context);
        ReportFolder.Write(folder, files.ToDictionary(f => f.Path, f => f.Content, StringComparer.Ordinal));
    }

    /// <summary>Prints a study: one JSON object for programs, or its warnings, its screen and where its page is.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="parse">The command line.</param>
    /// <param name="asJson">The option that asks for JSON.</param>
    /// <param name="folder">Folder of the page, or <see langword="null"/> where none was written.</param>
    /// <param name="study">What it was computed from.</param>
    /// <param name="json">The result for programs.</param>
    /// <param name="screen">Writes the screen.</param>
    public static void Print(
        Terminal terminal,
        ParseResult parse,
        Option<bool> asJson,
        string? folder,
        StudyInputs study,
        Func<JsonObject> json,
        Action screen
    )
    {
        if (parse.GetValue(asJson))
        {
            Output.Json(terminal, parse, study.Digest(), study.Warnings, json());
            return;
        }

        Output.Warnings(terminal, study.Warnings);
        screen();
        if (folder is not null)
        {
            terminal.Out.WriteLine($"The page with chart and data: {Path.Combine(folder, "index.html")}");
        }
    }
}
