using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare dossier history [ID]</c>: versions and what happened.</summary>
internal static class DossierHistoryCommand
{
    public static Command Build(Terminal terminal)
    {
        var id = new Argument<string?>("ID")
        {
            Description = "A topic, claim, prediction or holder. Default: everything but the single claims.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var o = new DossierArguments();
        var command = o.AddTo(new Command("history", "The versions of a topic, and what happened, newest first.") { id });
        command.SetAction(parse =>
        {
            var dossier = o.Open(terminal, parse);
            var wanted = parse.GetValue(id);
            var topics = dossier.Index.Dossier.Topics.Where(t => wanted is null || t.Id == wanted).ToList();
            var log = Log(dossier, wanted);
            if (wanted is not null && topics.Count == 0 && log.Count == 0)
            {
                throw Unknown(dossier, wanted);
            }

            if (parse.GetValue(o.Json))
            {
                var result = new JsonObject
                {
                    ["dossier"] = dossier.Index.Dossier.Id,
                    ["id"] = wanted,
                    ["versions"] = new JsonArray([
                        .. topics.SelectMany(t => t.Versions.Select(v => HistoryJson.Version(dossier.Index, t, v))),
                    ]),
                    ["events"] = new JsonArray([.. log.Select(HistoryJson.Event)]),
                };
                Output.Json(terminal, parse, dossier.Inputs, dossier.Warnings, result);
            }
            else
            {
                Output.Warnings(terminal, dossier.Warnings);
                HistoryScreen.Write(terminal, dossier.Index, topics, log);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<DossierEvent> Log(OpenDossier dossier, string? wanted)
    {
        var log = DossierLog.Of(dossier.Index, dossier.At);
        if (wanted is null)
        {
            return [.. log.Where(e => e.Kind != DossierEventKind.ClaimStated)];
        }

        var claims = dossier.Index.ClaimsBy(wanted).Select(c => $"claims/{c.Id}").ToHashSet(StringComparer.Ordinal);
        var predictions = dossier.Index.Dossier.Predictions.Where(p => p.Issuer == wanted).Select(p => $"predictions/{p.Id}");
        claims.UnionWith(predictions);
        return [.. log.Where(e => e.Address.Split('/')[1] == wanted || claims.Contains(e.Address))];
    }

    private static InputException Unknown(OpenDossier dossier, string wanted)
    {
        var d = dossier.Index.Dossier;
        var names = d
            .Topics.Select(t => t.Id)
            .Concat(d.Claims.Select(c => c.Id))
            .Concat(d.Predictions.Select(p => p.Id))
            .Concat(d.Holders.Select(h => h.Id))
            .ToList();
        var near = NearestNames.Of(wanted, names);
        return InputException.At(
            "dossier history",
            $"nothing is known of '{wanted}'",
            "the identifier of a topic, claim, prediction or holder with a history at this point",
            near.Count > 0 ? $"did you mean {string.Join(" or ", near)}?" : "'tare claims' and 'tare predictions' list them"
        );
    }
}
