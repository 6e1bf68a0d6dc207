using System.CommandLine;
using Tare.Analysis;
using Tare.App.Cli;
using Tare.App.Json;
using Tare.App.Runs;
using Tare.App.Screens;
using Tare.Psychometrics;

namespace Tare.App.Commands;

/// <summary><c>tare place RUN</c>: the models of a run on a public scale, through those that are on both.</summary>
internal static class PlaceRun
{
    private const int MostSuggested = 5;

    /// <summary>Suggested are models of this long before the newest: older ones are seldom still served, and solve too little.</summary>
    private const int SuggestedDays = 2 * 365;

    public static int Run(
        Terminal terminal,
        ParseResult parse,
        bool json,
        string path,
        ResolvedInputs resolved,
        FitFinding fit,
        IEnumerable<string> stated
    )
    {
        var run = OpenedRun.At(path);
        var (data, notes) = RunResponses.Of(run);
        var identities = RunIdentities.Of(run.State.Plan.Models, fit.Abilities, stated);
        var link = ScaleLink.Of(Abilities(data, identities), fit.Abilities, fit.Abilities.Level);
        if (link.NotLinked is { } reason)
        {
            throw new NotIdentifiedException($"{path}: {RunResponses.Scale(run)}.\n{Advice(reason, link, identities, fit)}");
        }

        string[] warnings =
        [
            .. notes,
            .. resolved.Warnings,
            .. fit.Converged ? [] : Inputs.Warnings(fit),
            .. link.Warnings,
            .. Harnesses(run),
            .. Unresolved(identities),
        ];
        if (json)
        {
            var digest = new InputDigest(run.Digest.Digest, [.. run.Digest.Files, .. resolved.Inputs.Files]);
            Output.Json(terminal, parse, digest, warnings, PlaceRunJson.Of(link, fit, run, identities), "place-run");
        }
        else
        {
            Output.Warnings(terminal, warnings);
            PlaceRunScreen.Write(terminal, link, fit, run);
        }

        return fit.Converged ? ExitCode.Done : ExitCode.NotIdentified;
    }

    /// <summary>
    /// Each model on the run's own scale: items as <c>tare calibrate RUN</c> has them, abilities by weighted likelihood. The posterior means that it
    /// prints are drawn towards the mean of the run, which would stretch the line. All or nothing solved is an ability at infinity: it has no value.
    /// </summary>
    private static List<OwnAbility> Abilities(ResponseMatrix data, RunIdentities identities)
    {
        var calibration = MarginalCalibration.Fit(data, new MarginalOptions { Model = ResponseModel.Rasch });
        if (!calibration.Convergence.Reached)
        {
            throw new NotIdentifiedException("The run's own calibration did not converge; 'tare calibrate' shows how far it came.");
        }

        return [.. AbilityScoring.Of(data, calibration, new ScoringOptions()).Zip(calibration.Persons, Own)];

        OwnAbility Own(CalibratedPerson scored, CalibratedPerson person)
        {
            var anchor = identities.Known.GetValueOrDefault(person.Id);
            return Endless(person) is not null || scored.Ability is not Estimate.Known known
                ? new OwnAbility(person.Id, null, null) { AnchorId = anchor, Reason = Endless(person) ?? "its ability is not identified" }
                : new OwnAbility(person.Id, known.Value, known.StandardError) { AnchorId = anchor };
        }
    }

    /// <summary>Why the answers alone give no finite ability; the prior's mean is 0, so the posterior mean tells on which side it is open.</summary>
    private static string? Endless(CalibratedPerson person) =>
        person.Ability switch
        {
            Estimate.Known { Basis: EstimateBasis.Prior, Value: > 0 } =>
                "it solved all that told models apart, so its ability has no upper end here; harder tasks would place it",
            Estimate.Known { Basis: EstimateBasis.Prior, Value: < 0 } =>
                "it solved nothing that told models apart, so its ability has no lower end here; easier tasks would place it",
            Estimate.Known { Basis: EstimateBasis.Prior } => "it has no answer that tells models apart",
            _ => null,
        };

    private static string Advice(string reason, ScaleLinkFinding link, RunIdentities identities, FitFinding fit)
    {
        var taken = identities.Known.Values.ToHashSet(StringComparer.Ordinal);
        var anchors = link.Anchors.Select(a => $"{a.Label} = {a.Name} {Show.Points(a.Public, link.Unit)}");
        var missing = Math.Max(1, ScaleLink.FewestAnchors - link.Anchors.Count);
        var suggested = Suggested(fit.Abilities, taken).Select(r => $"{r.Name} {Show.Points(r.Value, link.Unit)}");
        string[] lines =
        [
            $"  found:    {reason}{(link.Anchors.Count > 0 ? $" ({string.Join(", ", anchors)})" : "")}",
            .. Unresolved(identities).Select(u => $"            {u}"),
            $"  next:     run {missing} or more of these as well, far apart from each other: {string.Join(", ", suggested)};",
            "            or say with --as LABEL=NAME which models of the run are on the scale already",
        ];
        return string.Join('\n', lines);
    }

    /// <summary>Recent models of the scale that are evenly far apart, from the best down; those of the run are not among them.</summary>
    private static IEnumerable<AbilityRow> Suggested(AbilityTable scale, HashSet<string> taken)
    {
        var newest = scale.Rows.Max(r => r.Date);
        var recent = scale
            .Rows.Where(r => !taken.Contains(r.Id) && (newest is null || r.Date >= newest.Value.AddDays(-SuggestedDays)))
            .OrderByDescending(r => r.Value)
            .ThenBy(r => r.Id, StringComparer.Ordinal)
            .ToList();
        var count = Math.Min(MostSuggested, recent.Count);
        return Enumerable
            .Range(0, count)
            .Select(k =>
            {
                var wanted = count == 1 ? 0 : (double)k / (count - 1);
                var level = recent[0].Value + (wanted * (recent[^1].Value - recent[0].Value));
                return recent.MinBy(r => Math.Abs(r.Value - level))!;
            })
            .DistinctBy(r => r.Id, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Unresolved(RunIdentities identities)
    {
        if (identities.Unresolved.Count > 0)
        {
            var models = identities.Unresolved.Select(u => $"{u.Label} ({u.Why})");
            yield return $"not on the public scale by label or address: {string.Join("; ", models)}; --as LABEL=NAME states it";
        }
    }

    private static IEnumerable<string> Harnesses(OpenedRun run)
    {
        if (run.State.Plan.Harnesses.Count > 1)
        {
            yield return $"a model's attempts in {string.Join(", ", run.State.Plan.Harnesses)} are pooled: one ability over all of them";
        }
    }
}
