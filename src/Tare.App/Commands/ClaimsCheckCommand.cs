using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.App.Json;
using Tare.App.Screens;
using Tare.Catalogue.Dossiers;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary><c>tare claims check</c>: asks the queries of claims and says which verdicts changed.</summary>
internal static class ClaimsCheckCommand
{
    public static Command Build(Terminal terminal)
    {
        var ids = new Argument<string[]>("ID")
        {
            Description = "Claims to ask about. Default: all that have a query.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var evidence = CommonOptions.Evidence();
        evidence.Description = "Ask on this evidence (a name or a file); a query that names its own keeps it.";
        var target = new Option<string?>("--out")
        {
            Description = "Write the dossier with the answers that are new to this file.",
            HelpName = "FILE",
        };
        var o = new DossierArguments();
        var command = new Command(
            "check",
            "Ask the queries that settle claims: supported, refuted or undecidable, and what changed since the last answer."
        )
        {
            ids,
            evidence,
            o.File,
            target,
            o.Json,
        };
        command.SetAction(
            async (parse, cancel) =>
            {
                var (file, inputs) = o.Checked(terminal, parse);
                var claims = Asked(DossierIndex.Of(file.Dossier), parse.GetValue(ids) ?? []);
                var verdicts = await AskAsync(terminal, claims, parse.GetValue(evidence), cancel);
                var kept = VerdictHistory.Latest(file.Dossier);
                var changes = ClaimResolution.Changes(kept.Values, verdicts);
                if (parse.GetValue(target) is { } path)
                {
                    Write(path, AnswerKeeping.Add(file.Dossier, verdicts));
                }

                if (parse.GetValue(o.Json))
                {
                    Output.Json(terminal, parse, inputs, [], Json(file.Dossier, claims, verdicts, changes));
                }
                else
                {
                    ClaimsScreen.Check(terminal, claims, verdicts, changes);
                }

                return ExitCode.Done;
            }
        );
        return command;
    }

    private static List<Claim> Asked(DossierIndex index, string[] ids)
    {
        if (ids.Length == 0)
        {
            return [.. index.Dossier.Claims.Where(c => c.Query is not null)];
        }

        var claims = ids.Distinct(StringComparer.Ordinal).Select(id => ClaimsCommand.Find(index, id)).ToList();
        var mute = claims.Find(c => c.Query is null);
        return mute is null
            ? claims
            : throw InputException.At(
                $"claims/{mute.Id}",
                "no query",
                "a claim with a query: 'tare claims --asked' lists them",
                "leave it out, or add a query to the dossier"
            );
    }

    private static async Task<List<ClaimVerdict>> AskAsync(
        Terminal terminal,
        List<Claim> claims,
        string? evidence,
        CancellationToken cancel
    )
    {
        using var line = new ProgressLine(terminal, "asking");
        var progress = line.Of(claims.Count);
        var runner = new QueryRunner(terminal, evidence);
        var verdicts = new List<ClaimVerdict>();
        foreach (var claim in claims)
        {
            verdicts.Add(await runner.AskAsync(claim, cancel));
            progress?.Report(verdicts.Count);
        }

        return verdicts;
    }

    // A dossier is somebody's work: the old file stays until the new one is whole.
    private static void Write(string path, DossierRecord dossier)
    {
        var half = path + ".part";
        File.WriteAllText(half, DossierYaml.Write(dossier));
        File.Move(half, path, overwrite: true);
    }

    private static JsonObject Json(
        DossierRecord dossier,
        List<Claim> claims,
        List<ClaimVerdict> verdicts,
        IReadOnlyList<VerdictChange> changes
    ) =>
        new()
        {
            ["dossier"] = dossier.Id,
            ["verdicts"] = new JsonArray([
                .. claims
                    .Zip(verdicts)
                    .Select(p => new JsonObject { ["claim"] = p.First.Id, ["verdict"] = ClaimJson.Verdict(p.First, p.Second) }),
            ]),
            ["changes"] = new JsonArray([
                .. changes.Select(c => new JsonObject
                {
                    ["claim"] = c.Claim,
                    ["before"] = c.Before is null ? null : KebabCase.Of(c.Before.Verdict),
                    ["after"] = KebabCase.Of(c.After.Verdict),
                }),
            ]),
        };
}
