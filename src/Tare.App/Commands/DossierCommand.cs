using System.CommandLine;
using System.Globalization;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Dossier;

namespace Tare.App.Commands;

/// <summary><c>tare dossier</c>: a debate on one page: who holds what, since when, on what evidence, and what would settle it.</summary>
internal static class DossierCommand
{
    public static Command Build(Terminal terminal)
    {
        var o = new DossierArguments();
        var topic = TopicOption();
        var version = new Option<int?>("--topic-version")
        {
            Description = "The version of the topic to show. Default: the newest at the point.",
            HelpName = "N",
        };
        var command = new Command(
            "dossier",
            "A debate on one page: who holds what, since when, on what evidence, and what would settle it."
        )
        {
            DossierHistoryCommand.Build(terminal),
            DossierDiffCommand.Build(terminal),
            DossierLintCommand.Build(terminal),
            DossierExportCommand.Build(terminal),
            topic,
            version,
        };
        o.AddTo(command);
        command.SetAction(parse =>
        {
            var dossier = o.Open(terminal, parse);
            var page = Page(dossier, dossier.Topic(parse.GetValue(topic)), parse.GetValue(version));
            if (parse.GetValue(o.Json))
            {
                Output.Json(terminal, parse, dossier.Inputs, dossier.Warnings, DossierJson.Page(dossier, page));
            }
            else
            {
                Output.Warnings(terminal, dossier.Warnings);
                DossierScreen.Write(terminal, dossier, page);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Which topic of a dossier.</summary>
    public static Option<string?> TopicOption() =>
        new("--topic") { Description = "The topic, where the dossier has several.", HelpName = "ID" };

    /// <summary>At a point before the first version, every record that was there.</summary>
    private static TopicPage Page(OpenDossier dossier, string topic, int? version) =>
        version is null && dossier.Index.Topic(topic) is { Versions.Count: 0 }
            ? TopicPage.OfRecords(dossier.Index, topic)
            : TopicPage.Of(dossier.Index, topic, version);

    /// <summary>A number of the command line, or <see langword="null"/>.</summary>
    public static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
