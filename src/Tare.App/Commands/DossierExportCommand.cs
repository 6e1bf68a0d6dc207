using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.App.Reporting;
using Tare.App.Screens;
using Tare.Dossier;
using Tare.Records;
using Tare.Web;

namespace Tare.App.Commands;

/// <summary><c>tare dossier export --out DIR</c>: pages, feeds, calendar and linked data of a dossier.</summary>
internal static class DossierExportCommand
{
    private const int NamedSources = 5;

    public static Command Build(Terminal terminal)
    {
        var folder = new Option<string>("--out")
        {
            Description = "Folder for the files. Default tare-dossier.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "tare-dossier",
        };
        var home = new Option<string?>("--home")
        {
            Description = "The address where the folder will be published, so that feeds can link to the pages.",
            HelpName = "URL",
        };
        var o = new DossierArguments();
        var command = o.AddTo(
            new Command("export", "Write pages, Atom and JSON feeds, a calendar of deadlines, and claims as linked data.") { folder, home }
        );
        command.SetAction(
            async (parse, _) =>
            {
                var address = parse.GetValue(home);
                if (address is not null && SafeText.Link(address) is null)
                {
                    throw InputException.At(
                        "--home",
                        $"'{address}'",
                        "an address with http or https",
                        "for example https://example.org/gap"
                    );
                }

                var dossier = o.Open(terminal, parse);
                var context = new DossierContext
                {
                    Version = ProductVersion.Text,
                    Name = dossier.File.Name,
                    Sha256 = dossier.Inputs.Digest!,
                    At = dossier.At,
                    Home = address,
                };
                var files = await DossierFiles.RenderAsync(dossier.View.Dossier, context);
                var warnings = dossier.Warnings.Concat(NotLinked(dossier));
                var target = parse.GetValue(folder)!;
                ReportFolder.Write(target, files.ToDictionary(f => f.Path, f => f.Content, StringComparer.Ordinal));
                if (parse.GetValue(o.Json))
                {
                    var result = new JsonObject { ["folder"] = target, ["files"] = Envelope.Strings(files.Select(f => f.Path)) };
                    Output.Json(terminal, parse, dossier.Inputs, warnings, result);
                }
                else
                {
                    Output.Warnings(terminal, warnings);
                    terminal.Out.WriteLine(
                        $"{Show.Count(files.Count, "file")} in {target}: {string.Join(", ", files.Select(f => f.Path))}"
                    );
                }

                return ExitCode.Done;
            }
        );
        return command;
    }

    /// <summary>The sources whose address the pages show no link for: anything but http and https could run or read what it should not.</summary>
    private static IEnumerable<string> NotLinked(OpenDossier dossier)
    {
        var named = dossier
            .View.Dossier.Sources.Where(s => s.Url is not null && SafeText.Link(s.Url) is null)
            .Select(s => $"{s.Id} ({dossier.File.Positions.Find($"sources/{s.Id}/url")?.ToString() ?? dossier.File.Name}: '{s.Url}')")
            .ToList();
        if (named.Count > 0)
        {
            var more = named.Count > NamedSources ? $" and {Show.Count(named.Count - NamedSources)} more" : "";
            yield return $"{Show.Count(named.Count, "source")} without a link, since the address is not one of http or https: "
                + $"{string.Join(", ", named.Take(NamedSources))}{more}";
        }
    }
}
