using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare claims</c>: who claims what, how it stands, and what the program's own figures say.</summary>
internal static class ClaimsCommand
{
    public static Command Build(Terminal terminal)
    {
        var status = new Option<string?>("--status")
        {
            Description = $"Only claims that stand so: {string.Join(", ", KebabCase.All<ClaimStatus>())}.",
            HelpName = "STATUS",
        };
        var holder = new Option<string?>("--holder") { Description = "Only claims of this holder.", HelpName = "ID" };
        var proposition = new Option<string?>("--proposition") { Description = "Only claims on this question.", HelpName = "ID" };
        var asked = new Option<bool>("--asked") { Description = "Only claims with a query that settles them." };
        var o = new DossierArguments();
        var command = o.AddTo(
            new Command("claims", "Who claims what, how it stands, and what the program's own figures say of it.")
            {
                ShowOf(terminal),
                ClaimsCheckCommand.Build(terminal),
                status,
                holder,
                proposition,
                asked,
            }
        );
        command.SetAction(parse =>
        {
            var dossier = o.Open(terminal, parse);
            var d = dossier.Index.Dossier;
            var stands = Choices.Of<ClaimStatus>("--status", parse.GetValue(status));
            var by = Choices.Known("--holder", parse.GetValue(holder), d.Holders.Select(h => h.Id));
            var on = Choices.Known("--proposition", parse.GetValue(proposition), d.Propositions.Select(p => p.Id));
            var shown = d
                .Claims.Where(c => by is null || c.Holder == by)
                .Where(c => on is null || c.Proposition == on)
                .Where(c => !parse.GetValue(asked) || c.Query is not null)
                .Select(c => ClaimStanding.Of(dossier.Index, c))
                .Where(s => stands is null || s.Status == stands)
                .ToList();
            if (parse.GetValue(o.Json))
            {
                var result = new JsonObject
                {
                    ["dossier"] = d.Id,
                    ["total"] = d.Claims.Count,
                    ["claims"] = new JsonArray([.. shown.Select(s => ClaimJson.Of(dossier, s))]),
                };
                Output.Json(terminal, parse, dossier.Inputs, dossier.Warnings, result);
            }
            else
            {
                Output.Warnings(terminal, dossier.Warnings);
                ClaimsScreen.List(terminal, dossier, shown);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command ShowOf(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Identifier of a claim: 'tare claims' lists them." };
        var o = new DossierArguments();
        var command = o.AddTo(
            new Command("show", "One claim: where it comes from, what stands behind and against it, what would settle it.") { id }
        );
        command.SetAction(parse =>
        {
            var dossier = o.Open(terminal, parse);
            var standing = ClaimStanding.Of(dossier.Index, Find(dossier.Index, parse.GetValue(id)!));
            if (parse.GetValue(o.Json))
            {
                Output.Json(terminal, parse, dossier.Inputs, dossier.Warnings, ClaimJson.Of(dossier, standing));
            }
            else
            {
                Output.Warnings(terminal, dossier.Warnings);
                ClaimsScreen.Single(terminal, dossier, standing);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A claim of the dossier.</summary>
    public static Claim Find(DossierIndex index, string id)
    {
        Choices.Known("claim", id, index.Dossier.Claims.Select(c => c.Id));
        return index.Claim(id)!;
    }
}
