using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>What several studies fit to Terminal-Bench 2.0.</summary>
internal static class TerminalBenchFits
{
    /// <summary>Rasch abilities of all submissions of a single model, by a rule for their attempts.</summary>
    internal static List<PlacedSubmission> Abilities(StudyData data, AttemptRule rule, CancellationToken cancel)
    {
        var scored = AttemptRules.Apply(data.TerminalBench!, rule, out _);
        var fit = MarginalCalibration.Fit(
            scored,
            new MarginalOptions { Model = ResponseModel.Rasch, StandardErrors = StandardErrorMethod.None },
            cancel
        );
        var abilities = fit
            .Persons.Where(p => p.Ability is Estimate.Known)
            .ToDictionary(p => p.Id, p => ((Estimate.Known)p.Ability).Value, StringComparer.Ordinal);
        return
        [
            .. data
                .Submissions.Where(s => s.Model is not null && abilities.ContainsKey(s.Id))
                .Select(s => new PlacedSubmission(s, Elo.PointsPerLogit * abilities[s.Id])),
        ];
    }

    /// <summary>Best closed minus best open submission, Elo.</summary>
    internal static double Gap(IEnumerable<PlacedSubmission> placed) =>
        placed.Where(p => p.Submission.Weights == Weights.Closed).Max(p => p.Elo)
        - placed.Where(p => p.Submission.Weights == Weights.Open).Max(p => p.Elo);

    /// <summary>Models with a submission in the reference harness: that one, and the others.</summary>
    internal static List<(string Model, Weights Weights, double Reference, List<PlacedSubmission> Others)> WithReference(
        IEnumerable<PlacedSubmission> placed
    ) =>
        [
            .. placed
                .GroupBy(p => p.Submission.Model!, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Where(g => g.Any(p => p.Submission.Kind == HarnessKind.Reference))
                .Select(g =>
                    (
                        g.Key,
                        g.First().Submission.Weights,
                        g.First(p => p.Submission.Kind == HarnessKind.Reference).Elo,
                        g.Where(p => p.Submission.Kind != HarnessKind.Reference).ToList()
                    )
                ),
        ];

    /// <summary>Submissions of single models as rows with a facet, reduced until every model has two harnesses and every harness two models.</summary>
    internal static ResponseMatrix Crossed(StudyData data)
    {
        var responses = data.TerminalBench!;
        var known = data.Submissions.Where(s => s.Model is not null && responses.Persons.Contains(s.Id, StringComparer.Ordinal)).ToList();
        for (var before = -1; before != known.Count; )
        {
            before = known.Count;
            var models = Repeated(known, s => s.Model!, s => s.Harness);
            var harnesses = Repeated(known, s => s.Harness, s => s.Model!);
            known = [.. known.Where(s => models.Contains(s.Model!) && harnesses.Contains(s.Harness))];
        }

        var kept = known.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var rows = new List<Response>();
        for (var k = 0; k < responses.Count; k++)
        {
            if (kept.TryGetValue(responses.Persons[responses.PersonOf[k]], out var submission))
            {
                rows.Add(
                    new Response(submission.Model!, responses.Items[responses.ItemOf[k]], responses.Value[k])
                    {
                        Trials = responses.Trials[k],
                        Levels = [submission.Harness],
                    }
                );
            }
        }

        return ResponseMatrix.From(rows, ["harness"]);
    }

    /// <summary>The names that stand beside at least two partners.</summary>
    private static HashSet<string> Repeated(List<Submission> known, Func<Submission, string> name, Func<Submission, string> partner) =>
        known
            .GroupBy(name, StringComparer.Ordinal)
            .Where(g => g.Select(partner).Distinct(StringComparer.Ordinal).Count() >= 2)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
}
