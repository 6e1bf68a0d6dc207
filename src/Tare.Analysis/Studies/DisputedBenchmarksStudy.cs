namespace Tare.Analysis;

/// <summary>Claim 1: what the three disputed benchmarks carry of CAISI's leads.</summary>
internal static class DisputedBenchmarksStudy
{
    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 1,
            Name = "disputed-benchmarks",
            Claim = "Three benchmarks (CTF-Archive-Diamond, PortBench, ARC-AGI-2) make CAISI's Elo gap.",
            Criterion =
                "Leave the three out and fit again. Supported if more than half of each leader's lead over DeepSeek V4 Pro goes; refuted if more than 70 % of each stays; else undecidable.",
            Needs = [StudyDataSet.CaisiTable],
            Decides = "Item-level responses of the nine benchmarks, which NIST has and does not publish.",
        },
        Run
    );

    private static readonly double[] s_sigmas = [0, 1, 2, 3, 4];

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var rows = new List<StudyRow>();
        foreach (var sigma in s_sigmas.Where(s => s != data.Caisi.Sigma))
        {
            rows.AddRange(Shares(data, sigma, cancel).Select(s => Row(s.Key, s.Value, sigma)));
        }

        var shares = Shares(data, data.Caisi.Sigma, cancel);
        rows.InsertRange(0, shares.Select(s => Row(s.Key, s.Value, data.Caisi.Sigma)));
        var leaders = shares.OrderBy(s => s.Value).ToList();
        var (least, most) = (leaders[0], leaders[^1]);
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                least.Value > 0.5 ? StudyVerdict.Supported
                : most.Value < 0.3 ? StudyVerdict.Refuted
                : StudyVerdict.Undecidable,
            Answer =
                $"Without the three, {StudyText.Percent(least.Value)} of {Name(least.Key)}'s lead goes and {StudyText.Percent(most.Value)} of {Name(most.Key)}'s. They carry most of the gap; a gap remains.",
            Estimate = least.Value,
            Unit = "share of the lead",
            Rows = rows,
            Denominator =
                $"{data.CaisiTable.Scores.Count} printed shares, {data.CaisiTable.Models.Count} models, {data.CaisiTable.Benchmarks.Count} benchmarks",
            Limits =
            [
                "The spread of task difficulties inside a benchmark is assumed (sigma 3 logits comes nearest to the printed Elo); the rows show 0 to 4.",
                "No sampling interval: the table prints no error and not every number of tasks.",
                "That they carry the gap does not make them wrong: the other six are near their ceiling.",
            ],
        };

        string Name(string id) => data.CaisiTable.Models.First(m => m.Id == id).Name;

        StudyRow Row(string model, double share, double sigma) =>
            new($"{Name(model)}, sigma {StudyText.Whole(sigma)}", share, "share of the lead");
    }

    private static IEnumerable<KeyValuePair<string, double>> Shares(StudyData data, double sigma, CancellationToken cancel) =>
        TableStudies
            .Of(data.CaisiTable, data.Caisi with { Sigma = sigma }, data.PrintedElo, StudyText.Level, cancel)
            .DisputedShare.OrderBy(s => s.Key, StringComparer.Ordinal);
}
