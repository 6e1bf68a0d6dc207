using System.CommandLine;
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

    /// <summary>Says where the page is.</summary>
    public static void Mention(Terminal terminal, string? folder)
    {
        if (folder is not null)
        {
            terminal.Out.WriteLine($"The page with chart and data: {Path.Combine(folder, "index.html")}");
        }
    }
}
