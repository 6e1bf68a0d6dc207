using System.CommandLine;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare predictions</c>: dated predictions with frozen criteria, where they stand, and what forecasters scored.</summary>
internal static class PredictionsCommand
{
    public static Command Build(Terminal terminal)
    {
        var status = new Option<string?>("--status")
        {
            Description = $"Only those with this status: {string.Join(", ", KebabCase.All<PredictionStatus>())}.",
            HelpName = "STATUS",
        };
        var o = new DossierArguments();
        var command = o.AddTo(
            new Command(
                "predictions",
                "Dated predictions: deadline, frozen criteria, status, base rate; scores only where a probability was stated."
            )
            {
                status,
            }
        );
        command.SetAction(parse =>
        {
            var dossier = o.Open(terminal, parse);
            var wanted = Choices.Of<PredictionStatus>("--status", parse.GetValue(status));
            var all = PredictionState.All(dossier.Index.Dossier, dossier.At);
            var shown = all.Where(s => wanted is null || s.Status == wanted)
                .OrderBy(s => s.Prediction.Deadline)
                .ThenBy(s => s.Prediction.Id, StringComparer.Ordinal)
                .ToList();
            if (parse.GetValue(o.Json))
            {
                Output.Json(terminal, parse, dossier.Inputs, dossier.Warnings, PredictionsJson.Of(dossier, shown, all.Count));
            }
            else
            {
                Output.Warnings(terminal, dossier.Warnings);
                PredictionsScreen.Write(terminal, dossier, shown, all.Count);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
