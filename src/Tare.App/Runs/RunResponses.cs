using Tare.App.Screens;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Runs;

/// <summary>A run's attempts as responses: the one place where they become evidence. Persons are the models, items the run's items.</summary>
internal static class RunResponses
{
    /// <summary>What persons are called, as a column of a file would be.</summary>
    public const string Person = "model";

    private const string HarnessFacet = "harness";

    /// <summary>The responses, with the harness as a facet where several were run, and what a reader must know of them.</summary>
    /// <remarks>
    /// Attempts that pass or fail are k of n; where one is a share, their mean is one share. An attempt without a score is no response.
    /// </remarks>
    /// <exception cref="InputException">No attempt has a score.</exception>
    public static (ResponseMatrix Data, IReadOnlyList<string> Notes) Of(OpenedRun run)
    {
        var (state, plan) = (run.State, run.State.Plan);
        string[] facets = plan.Harnesses.Count > 1 ? [HarnessFacet] : [];
        var cells = (
            from model in plan.Models
            from harness in plan.Harnesses
            from item in plan.Items
            let scores = Scores(run, model.Label, harness, item.Id)
            where scores.Count > 0
            select (Model: model.Label, Harness: harness, Item: item.Id, Scores: scores)
        ).ToList();
        if (cells.Count == 0)
        {
            throw InputException.At(
                run.Name,
                $"no scored attempt among {Show.Count(state.Counted.Count)} that ended",
                "attempts with scores",
                $"'tare status {run.Name}' says what they are missing for; 'tare resume {run.Name}' goes on"
            );
        }

        var data = ResponseMatrix.From(
            cells.Select(c => new Response(c.Model, c.Item, c.Scores.Average())
            {
                Trials = c.Scores.TrueForAll(s => s is 0 or 1) ? c.Scores.Count : null,
                Levels = facets.Length > 0 ? [c.Harness] : null,
            }),
            facets
        );
        return (data, [.. run.Warnings, .. Notes(run), .. Averaged(cells.ConvertAll(c => c.Scores))]);
    }

    /// <summary>What the scale of such a calibration is, and what would link it to another one.</summary>
    public static string Scale(OpenedRun run)
    {
        var packs = run.State.Plan.Items.Select(i => RunRows.PackOf(i.Id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return $"NotLinked: this scale is the own one of {string.Join(", ", packs)}; 0 is the mean of these models. No item here is on a public scale, so only models that are on one link it: with three or more of those that 'tare fit eci' lists in the run, 'tare place RUN' places the others";
    }

    private static List<double> Scores(OpenedRun run, string model, string harness, string item) =>
        [.. RunRows.Counted(run.State, model, harness, item).Select(r => r.Validated).OfType<Outcome.Scored>().Select(s => s.Value)];

    private static IEnumerable<string> Notes(OpenedRun run)
    {
        var state = run.State;
        if (state.Missing > 0)
        {
            var causes = string.Join(", ", state.Causes.Select(c => $"{Show.Count(c.Value)} {KebabCase.Of(c.Key)}"));
            yield return $"not used: {Show.Count(state.Missing, "attempt")} without a score ({causes}); they are not counted as wrong";
        }

        if (state.Planned - state.Counted.Count is > 0 and var open)
        {
            yield return $"not used: {Show.Count(open, "attempt")} of {Show.Count(state.Planned)} planned that have not ended ('tare resume {run.Name}')";
        }

        if (state.Counted.Values.Count(r => r.Raw != r.Validated) is > 0 and var changed)
        {
            yield return $"validity rules changed {Show.Count(changed, "outcome")}; the validated ones are used";
        }
    }

    private static IEnumerable<string> Averaged(List<List<double>> cells)
    {
        var averaged = cells.Count(s => s.Count > 1 && !s.TrueForAll(v => v is 0 or 1));
        if (averaged > 0)
        {
            yield return $"averaged: {Show.Count(averaged, "cell")} of several attempts with shares count as one share each, so that their standard errors do not shrink with the attempts";
        }
    }
}
