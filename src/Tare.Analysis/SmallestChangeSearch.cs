using System.Globalization;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>The smallest change that flips a headline, by trying every date conflict, every score and every benchmark with an exact refit.</summary>
/// <remarks>
/// Leaving a score out is exactly moving it to the value that the rest of the data predicts: there its residual is zero, and with it every derivative of
/// its term. So a score that flips the headline when left out is moved along that path, and the smallest move that flips is found by bisection.
/// The minimum number of benchmarks is not applied again when a score is left out; a benchmark left out is the methodology with that benchmark
/// excluded, every rule applied. Formulas and limits: docs/methods/smallest-change.md.
/// </remarks>
public static class SmallestChangeSearch
{
    private const int StrongestCount = 8;

    /// <summary>Tries every change.</summary>
    /// <param name="evidence">The evidence of the fit.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="gap">The gap whose headline is at stake; computed from this fit.</param>
    /// <param name="progress">Told the number of finished refits, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between refits.</param>
    public static SmallestChange Of(
        Evidence evidence,
        FitFinding fit,
        GapFinding gap,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    ) => Of(evidence, fit, gap, threads: 0, progress, cancel);

    /// <summary>Tries every change, on a stated number of threads.</summary>
    internal static SmallestChange Of(
        Evidence evidence,
        FitFinding fit,
        GapFinding gap,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(gap);
        if (fit.Handle is null)
        {
            throw new ArgumentException("The finding was read, not computed; fit the evidence first.", nameof(fit));
        }

        var question = new HeadlineQuestion(fit, gap);
        var dates = DateChanges.Of(evidence, fit, question);
        var scores = ScoreChanges.Of(evidence, fit, question, threads, progress, cancel);
        var benchmarks = BenchmarkChanges.Of(evidence, fit, question, threads, cancel);
        var tried = new[] { dates, scores, benchmarks };
        return new SmallestChange
        {
            Meaning = MeaningOf(question, gap),
            Tried = tried.ToDictionary(t => t.Kind, t => t.All.Count),
            Flipping = tried.ToDictionary(t => t.Kind, t => t.All.Count(c => c.Flips.Count > 0)),
            Smallest = [.. tried.Select(t => t.Smallest).OfType<HeadlineChange>()],
            Strongest = Strongest(question.Base, tried),
            NotComputable = [.. tried.SelectMany(t => t.NotComputable)],
        };
    }

    private static List<HeadlineChange> Strongest(Headline headline, IEnumerable<TriedChanges> tried)
    {
        // Losing or gaining the number altogether is the strongest change there is.
        double Shift(HeadlineChange c) =>
            (c.Months, headline.Months) switch
            {
                ({ } after, { } before) => Math.Abs(after - before),
                (null, null) => 0,
                _ => double.PositiveInfinity,
            };
        return
        [
            .. tried
                .SelectMany(t => t.All)
                .Where(c => Shift(c) > 0)
                .OrderByDescending(Shift)
                .ThenBy(c => c.Kind)
                .ThenBy(c => c.Size)
                .ThenBy(c => c.Description, StringComparer.Ordinal)
                .Take(StrongestCount),
        ];
    }

    private static string MeaningOf(HeadlineQuestion question, GapFinding gap)
    {
        var months = gap.HeadlineEstimate.Interval is { } i
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", or the months under {KebabCase.Of(gap.Headline)} leave [{i.Lower:F2}, {i.Upper:F2}]"
            )
            : "";
        return $"the best {gap.Follower} model is no longer {question.NameOf(question.Base.Follower)}, the best {gap.Leader} model no longer "
            + $"{question.NameOf(question.Base.Leader)}, the first {gap.Leader} model at the level of the best {gap.Follower} one no longer "
            + $"{question.NameOf(question.Base.CrossedBy)}{months}";
    }
}
