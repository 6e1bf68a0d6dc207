using Tare.Records;

namespace Tare.Analysis;

/// <summary>Computes everything that the report says.</summary>
public static class ReportBuilder
{
    /// <summary>The report.</summary>
    /// <param name="evidence">The evidence behind the index and the gaps.</param>
    /// <param name="table">CAISI's own table.</param>
    /// <param name="printed">What CAISI printed, by model identifier: value and half width at 95 %.</param>
    /// <param name="publishedIndex">Published values of the index, by model identifier.</param>
    /// <param name="index">The index's methodology.</param>
    /// <param name="caisi">The CAISI-like methodology.</param>
    /// <param name="options">How much is computed.</param>
    /// <param name="progress">Told how far it is, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between draws.</param>
    /// <exception cref="InputException">The evidence does not carry a methodology, or has no model that CAISI printed.</exception>
    public static Report Of(
        Evidence evidence,
        Evidence table,
        IReadOnlyDictionary<string, (double Value, double HalfWidth95)> printed,
        IReadOnlyDictionary<string, double> publishedIndex,
        Methodology index,
        Methodology caisi,
        ReportOptions options,
        IProgress<ReportProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(printed);
        ArgumentNullException.ThrowIfNull(publishedIndex);
        ArgumentNullException.ThrowIfNull(caisi);
        ArgumentNullException.ThrowIfNull(options);
        var draws = new DrawOptions(options.Draws, options.Level, options.Threads);
        var indexFit = MethodologyFit.Of(
            evidence,
            AsBootstrap(index),
            draws,
            Step(progress, $"draws of {index.Name}", options.Draws),
            cancel
        );
        var indexGap = Gap(indexFit, evidence, index.Axis, index.Leader, index.Follower, options, cancel);
        var caisiFit = MethodologyFit.Of(
            evidence,
            AsBootstrap(caisi),
            draws,
            Step(progress, $"draws of {caisi.Name}", options.Draws),
            cancel
        );
        var days = GapHistory.Months(options.HistoryFrom, indexGap.AsOf);
        progress?.Report(new ReportProgress("history", 0, days.Count));
        var history = GapHistory.Of(evidence, indexFit, days, options.HistoryDraws, options.Threads, cancel);
        var changes = Step(progress, "smallest change", indexFit.ScoreCount);
        return new Report
        {
            Evidence = evidence,
            Draws = options.Draws,
            Index = indexFit,
            IndexGap = indexGap,
            CaisiLike = caisiFit,
            CaisiLikeGap = Gap(caisiFit, evidence, caisi.Axis, caisi.Leader, caisi.Follower, options, cancel),
            CaisiLikeGapOnWeights = Gap(caisiFit, evidence, index.Axis, index.Leader, index.Follower, options, cancel),
            CaisiTable = TableStudies.Of(table, caisi, printed, options.Level, cancel),
            History = history.Points,
            HistorySkipped = history.Skipped,
            IndexToPrintedElo = Converter(indexFit.Abilities, PrintedTable(printed), options.Level, "the models that CAISI printed"),
            IndexToCaisiLike = Converter(indexFit.Abilities, caisiFit.Abilities, options.Level, "the CAISI-like fit"),
            SmallestChange = SmallestChangeSearch.Of(evidence, indexFit, indexGap, options.Threads, changes, cancel),
            PublishedIndex = Known(evidence, publishedIndex),
        };
    }

    private static Methodology AsBootstrap(Methodology methodology) => methodology with { Uncertainty = UncertaintyRule.Bootstrap };

    private static GapFinding Gap(
        FitFinding fit,
        Evidence evidence,
        Axis axis,
        string leader,
        string follower,
        ReportOptions options,
        CancellationToken cancel
    )
    {
        var gap = GapOptions.From(fit.Methodology) with { Axis = axis, Leader = leader, Follower = follower, Threads = options.Threads };
        return GapAnalysis.Of(AbilityTables.OnAxis(fit.Abilities, evidence, axis), gap, cancel);
    }

    private static ScaleConverter Converter(AbilityTable from, AbilityTable to, double level, string what) =>
        ScaleConverterFit.Of(from, to, level)
        ?? throw InputException.At(
            $"converter from {from.Unit} to {to.Unit}",
            $"the fit shares fewer than 2 models of different ability with {what}",
            "at least 2 shared models",
            "use evidence that has more of them"
        );

    private static AbilityTable PrintedTable(IReadOnlyDictionary<string, (double Value, double HalfWidth95)> printed) =>
        new()
        {
            Unit = "CAISI's printed Elo",
            Rows =
            [
                .. printed
                    .OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => new AbilityRow(p.Key, p.Key, p.Value.Value)
                    {
                        Lower = p.Value.Value - p.Value.HalfWidth95,
                        Upper = p.Value.Value + p.Value.HalfWidth95,
                    }),
            ],
            Level = 0.95,
            Contains = "not stated by the publisher",
        };

    private static Dictionary<string, double> Known(Evidence evidence, IReadOnlyDictionary<string, double> published) =>
        evidence.Models.Where(m => published.ContainsKey(m.Id)).ToDictionary(m => m.Id, m => published[m.Id], StringComparer.Ordinal);

    private static StepProgress? Step(IProgress<ReportProgress>? progress, string step, int total) =>
        progress is null ? null : new StepProgress(progress, step, total);

    /// <summary>Passes a step's count on, with its name.</summary>
    private sealed class StepProgress(IProgress<ReportProgress> target, string step, int total) : IProgress<int>
    {
        public void Report(int value) => target.Report(new ReportProgress(step, value, total));
    }
}
