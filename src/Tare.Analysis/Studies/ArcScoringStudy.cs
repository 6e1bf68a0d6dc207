using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Claim 18: what scoring ARC-AGI-2 by task mean instead of the official rule does.</summary>
internal static class ArcScoringStudy
{
    private const string Table = "arc-agi-2-semi-private";
    private const string Official = "arc-agi-2";

    internal static readonly StudyPlan Plan = new(
        new ClaimStudy
        {
            Number = 18,
            Name = "arc-scoring",
            Claim = "Scoring ARC-AGI-2 by task mean, not by the official best of two attempts, matters for the gap.",
            Criterion =
                "Put the official scores in place of the task means, V4 Pro's anywhere between the sharp bounds that its task mean allows, and fit again. Supported if the largest lead moves by more than the 95 % half width of two printed errors everywhere between the bounds, refuted if nowhere, else undecidable.",
            Needs = [StudyDataSet.Curated, StudyDataSet.CaisiTable],
            Decides = "V4 Pro's two attempts on each test input, or its official score.",
        },
        Run
    );

    private static ClaimStudyFinding Run(ClaimStudy study, StudyData data, CancellationToken cancel)
    {
        var anchor = ((ScaleDefinition.OneAnchor)data.Caisi.Scale).Model;
        var means = data
            .CaisiTable.Scores.Where(s => s.BenchmarkId == Table)
            .ToDictionary(s => s.ModelId, s => s.Value, StringComparer.Ordinal);
        var official = data
            .Curated.Scores.Where(s => s.BenchmarkId == Official && means.ContainsKey(s.ModelId))
            .ToDictionary(s => s.ModelId, s => s.Value, StringComparer.Ordinal);
        var bounds = AttemptRules.PassAtTwoBounds(means[anchor]);
        var printed = Leads(data, means, cancel);
        var low = Leads(data, AtValue(means, official, anchor, bounds.Lower), cancel);
        var high = Leads(data, AtValue(means, official, anchor, bounds.Upper), cancel);
        var leader = printed.MaxBy(p => p.Value).Key;
        var (from, to) = (Math.Min(low[leader], high[leader]) - printed[leader], Math.Max(low[leader], high[leader]) - printed[leader]);
        var half = Math.Sqrt(Math.Pow(data.PrintedElo[leader].HalfWidth95, 2) + Math.Pow(data.PrintedElo[anchor].HalfWidth95, 2));
        var isOutside = from > half || to < -half;
        return new ClaimStudyFinding
        {
            Study = study,
            Verdict =
                isOutside ? StudyVerdict.Supported
                : Math.Max(Math.Abs(from), Math.Abs(to)) <= half ? StudyVerdict.Refuted
                : StudyVerdict.Undecidable,
            Answer =
                $"V4 Pro's task mean of {StudyText.Percent(means[anchor])} allows {StudyText.Percent(bounds.Lower)} to {StudyText.Percent(bounds.Upper)} under the official rule. {Name(data, leader)}'s lead then lies between {StudyText.Whole(Math.Min(low[leader], high[leader]))} and {StudyText.Whole(Math.Max(low[leader], high[leader]))} Elo, against {StudyText.Whole(printed[leader])} by task means (half width of two printed errors {StudyText.Whole(half)}).",
            Estimate = to - from,
            Unit = "Elo, width of what the aggregates allow",
            Rows =
            [
                .. means
                    .Keys.Order(StringComparer.Ordinal)
                    .SelectMany(id => ScoreRows(Name(data, id), means[id], official.TryGetValue(id, out var o) ? o : null)),
                .. printed
                    .Keys.Where(id => id != anchor)
                    .Order(StringComparer.Ordinal)
                    .SelectMany(id => LeadRows(Name(data, id), printed[id], low[id], high[id])),
            ],
            Denominator = $"{data.CaisiTable.Scores.Count} printed shares; official scores of {official.Count} of {means.Count} models",
            Limits =
            [
                "The official rule also averages over test inputs instead of tasks; where a task has several, the bounds do not hold exactly.",
                "Bounds are not intervals: they have no probability, only what the aggregate leaves open.",
                "Official scores are from another date and setting than CAISI's runs.",
            ],
        };
    }

    private static string Name(StudyData data, string id) => data.CaisiTable.Models.First(m => m.Id == id).Name;

    /// <summary>Official scores where there are some, the anchor's at a value that its task mean allows.</summary>
    private static Dictionary<string, double> AtValue(
        Dictionary<string, double> means,
        Dictionary<string, double> official,
        string anchor,
        double value
    ) => means.Keys.ToDictionary(id => id, id => id == anchor ? value : official.GetValueOrDefault(id, means[id]), StringComparer.Ordinal);

    private static IEnumerable<StudyRow> ScoreRows(string name, double mean, double? official)
    {
        var allowed = AttemptRules.PassAtTwoBounds(mean);
        yield return new StudyRow($"{name}: task mean", mean, "share");
        yield return new StudyRow($"{name}: best of two, least allowed", allowed.Lower, "share");
        yield return new StudyRow($"{name}: best of two, most allowed", allowed.Upper, "share");
        yield return new StudyRow($"{name}: official score", official, "share");
    }

    private static IEnumerable<StudyRow> LeadRows(string name, double printed, double low, double high)
    {
        yield return new StudyRow($"{name}: lead by task means", printed, "Elo");
        yield return new StudyRow($"{name}: lead, V4 Pro at its least allowed", low, "Elo");
        yield return new StudyRow($"{name}: lead, V4 Pro at its most allowed", high, "Elo");
    }

    private static Dictionary<string, double> Leads(StudyData data, Dictionary<string, double> arc, CancellationToken cancel) =>
        CaisiLeads.With(data, s => s.BenchmarkId == Table && arc.TryGetValue(s.ModelId, out var v) ? v : s.Value, cancel);
}
