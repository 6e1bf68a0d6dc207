using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 19: what the rule for several attempts moves, where the attempts are public.</summary>
internal static class ScoringRulesStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 19,
            Name = "scoring-rules",
            Claim = "It does not matter whether a task is scored by the mean of its attempts, by best of two, or by the best of all.",
            Criterion =
                "Abilities of all submissions under each rule, on one task set with about five attempts a task. Supported if the gap between the best closed and the best open submission moves by less than 20 Elo under every rule; refuted if by more than 40 under one; else undecidable.",
            Needs = [StudyDataSet.CaisiTable, StudyDataSet.TerminalBench],
            Decides = "Attempts task by task on the other benchmarks of an index.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var rules = Enum.GetValues<AttemptRule>()
            .Select(rule => (Rule: rule, Placed: TerminalBenchFits.Abilities(data, rule, cancel)))
            .ToList();
        var gaps = rules.Select(r => (r.Rule, Gap: TerminalBenchFits.Gap(r.Placed))).ToList();
        var moves = gaps.Skip(1).Select(g => g.Gap - gaps[0].Gap).ToList();
        var most = moves.Max(Math.Abs);
        var runs = RunMaximum.Of(data.TerminalBench!, cancel);
        List<StudyRow> rows =
        [
            .. RuleRows(data, rules),
            .. new[] { Weights.Closed, Weights.Open }.Select(w => new StudyRow(
                $"maximum of {RunMaximum.Runs} runs minus their mean, {KebabCase.Of(w)} submissions",
                100 * MeanOf(data, runs, w),
                "points"
            )),
            .. Guessing(data, cancel),
        ];
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                most < 20 ? StudyVerdict.Supported
                : most > 40 ? StudyVerdict.Refuted
                : StudyVerdict.Undecidable,
            Answer =
                $"Best closed minus best open submission: {string.Join(", ", gaps.Select(g => $"{StudyText.Whole(g.Gap)} Elo by {Name(g.Rule)}"))}. The mean share rises from {StudyText.Percent(Share(data, AttemptRule.Mean))} to {StudyText.Percent(Share(data, AttemptRule.Best))}; the maximum of {RunMaximum.Runs} whole runs adds {StudyText.Tenth(100 * MeanOf(data, runs, Weights.Closed))} points to closed submissions and {StudyText.Tenth(100 * MeanOf(data, runs, Weights.Open))} to open ones.",
            Estimate = most,
            Unit = "Elo, largest move of the gap",
            Rows = rows,
            Denominator =
                $"{data.TerminalBench!.Persons.Count} submissions, {data.TerminalBench.Items.Count} tasks, {data.TerminalBench.Trials.ToArray().Sum()} attempts",
            Limits =
            [
                "Abilities under another rule are on another scale; a gap in Elo is odds of that rule's success.",
                "The gap is one difference of two submissions; no interval is given for its move.",
                "Which attempt belongs to which run is not published: the maximum over runs is its mean over random assignments.",
                "Chance level is 0 on these tasks; correcting for guessing is shown on CAISI's table, whose GPQA-Diamond has four choices.",
            ],
        };
    }

    private static double MeanOf(StudyData data, Dictionary<string, double> gains, Weights weights) =>
        data.Submissions.Where(s => s.Weights == weights && gains.ContainsKey(s.Id)).Average(s => gains[s.Id]);

    private static IEnumerable<StudyRow> RuleRows(StudyData data, List<(AttemptRule Rule, List<PlacedSubmission> Placed)> rules)
    {
        foreach (var (rule, placed) in rules)
        {
            var elo = placed.ToDictionary(p => p.Submission.Id, p => p.Elo, StringComparer.Ordinal);
            var mean = rules[0].Placed.Where(p => elo.ContainsKey(p.Submission.Id)).ToList();
            var gap = TerminalBenchFits.Gap(placed);
            var deviation = StudyText.Deviation([.. placed.Select(p => p.Elo)]);
            var rank = MathNet.Numerics.Statistics.Correlation.Spearman(mean.Select(p => p.Elo), mean.Select(p => elo[p.Submission.Id]));
            yield return new StudyRow($"{Name(rule)}: best closed minus best open", gap, "Elo");
            yield return new StudyRow($"{Name(rule)}: best closed minus best open", gap / deviation, "standard deviations");
            yield return new StudyRow($"{Name(rule)}: rank correlation with the mean", rank, "correlation");
            yield return new StudyRow($"{Name(rule)}: standard deviation of the submissions", deviation, "Elo");
            yield return new StudyRow($"{Name(rule)}: mean share", Share(data, rule), "share");
        }
    }

    private static string Name(AttemptRule rule) => rule == AttemptRule.PassAtTwo ? "pass@2" : KebabCase.Of(rule);

    /// <summary>The leads on CAISI's table with guessing on the four choices of GPQA-Diamond left in, as printed, and taken out: (s - 1/4) / (3/4).</summary>
    private static IEnumerable<StudyRow> Guessing(StudyData data, CancellationToken cancel)
    {
        const double Chance = 0.25;
        var printed = CaisiLeads.With(data, s => s.Value, cancel);
        var corrected = CaisiLeads.With(data, s => s.BenchmarkId == "gpqa-diamond" ? (s.Value - Chance) / (1 - Chance) : s.Value, cancel);
        foreach (var (id, lead) in printed.Where(p => p.Value > 1).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var name = data.CaisiTable.Models.First(m => m.Id == id).Name;
            yield return new StudyRow($"CAISI's table, {name}: lead, guessing left in", lead, "Elo");
            yield return new StudyRow($"CAISI's table, {name}: lead, guessing on GPQA taken out", corrected[id], "Elo");
        }
    }

    private static double Share(StudyData data, AttemptRule rule)
    {
        var scored = AttemptRules.Apply(data.TerminalBench!, rule, out _);
        var sum = 0.0;
        foreach (var value in scored.Value)
        {
            sum += value;
        }

        return sum / scored.Count;
    }
}
