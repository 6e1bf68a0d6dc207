namespace Tare.Analysis;

/// <summary>The gap on the curated matrix, as several studies ask for it.</summary>
internal static class StudyGaps
{
    internal static GapFinding Eci(StudyData data, CancellationToken cancel) => Of(data, data.Eci, "deepseek-v4-pro", cancel);

    internal static GapFinding Caisi(StudyData data, CancellationToken cancel) => Of(data, data.Caisi, null, cancel);

    private static GapFinding Of(StudyData data, Records.Methodology methodology, string? model, CancellationToken cancel)
    {
        var fit = MethodologyFit.ForGap(data.Curated, methodology, data.Draws, StudyText.Level, null, cancel);
        return GapAnalysis.Of(fit.Abilities, GapOptions.From(methodology) with { Model = model, Level = StudyText.Level }, cancel);
    }

    internal static string Denominator(StudyData data, GapFinding gap) =>
        $"{data.Curated.Scores.Count} scores, {data.Curated.Benchmarks.Count} benchmarks; {gap.Counts.Leaders} {gap.Leader} and {gap.Counts.Followers} {gap.Follower} models, {data.Draws} draws";
}
