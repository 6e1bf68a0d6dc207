using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Varies one source of uncertainty at a time, then all that can vary at once; each draw is an exact refit.</summary>
/// <remarks>Formulas and limits: docs/methods/uncertainty-by-source.md. Each source has random streams of its own.</remarks>
public static class UncertaintyBySource
{
    /// <summary>The uncertainty of an answer by source.</summary>
    /// <param name="evidence">The evidence that the answer rests on.</param>
    /// <param name="methodology">The methodology.</param>
    /// <param name="estimand">What is asked.</param>
    /// <param name="options">Draws, numbers of tasks, assumed subset.</param>
    /// <param name="progress">Told the number of finished sources, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between draws.</param>
    /// <exception cref="InputException">The methodology has no answer, or a model of the estimand is missing.</exception>
    public static UncertaintyFinding Of(
        Evidence evidence,
        Methodology methodology,
        Estimand estimand,
        UncertaintyOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(methodology);
        ArgumentNullException.ThrowIfNull(estimand);
        ArgumentNullException.ThrowIfNull(options);
        var fit = MethodologyFit.ForGap(evidence, methodology, options.Draws, methodology.Level, null, cancel);
        var refits = new RefitEstimand(evidence, methodology, fit, estimand);
        var value = refits.Of(fit.Handle!.Solution.Abilities, fit.Handle.Solution.Discriminations, [.. refits.Rows.Select(r => r.Date)]);
        if (!double.IsFinite(value))
        {
            throw InputException.At(
                $"methodology '{methodology.Name}'",
                "no answer: the lag is censored",
                "a methodology with an answer on this evidence",
                "choose another definition with --set lag=..."
            );
        }

        var draws = new SourceDraws(evidence, methodology, fit, refits, options);
        var rows = new List<UncertaintyRow>();
        foreach (var source in Enum.GetValues<UncertaintySource>())
        {
            cancel.ThrowIfCancellationRequested();
            rows.Add(Row(source, draws, evidence, methodology, fit, estimand, cancel));
            progress?.Report(rows.Count);
        }

        var together = draws.Sources().Where(s => draws.WhyNot(s, estimand) is null).ToArray();
        var column = draws.Column(together, cancel);
        var jackknife = Jackknife(fit, evidence, refits);
        return new UncertaintyFinding
        {
            Methodology = methodology,
            Estimand = estimand,
            Value = value,
            Rows = rows,
            Together = Summed(null, column, methodology.Level, string.Join(", ", together.Select(s => KebabCase.Of(s)))),
            DomainJackknife = jackknife,
            Draws = options.Draws,
        };
    }

    private static UncertaintyRow Row(
        UncertaintySource source,
        SourceDraws draws,
        Evidence evidence,
        Methodology methodology,
        FitFinding fit,
        Estimand estimand,
        CancellationToken cancel
    )
    {
        if (draws.WhyNot(source, estimand) is { } reason)
        {
            return new UncertaintyRow(source, null, null, reason);
        }

        double[] column = source switch
        {
            UncertaintySource.Coverage => Bootstrapped(
                evidence,
                methodology,
                fit,
                estimand,
                RecordSetters(fit, evidence, methodology, estimand)
            ),
            UncertaintySource.FrontierSelection => Bootstrapped(evidence, methodology, fit, estimand, null),
            _ => draws.Column([source], cancel),
        };
        return Summed(source, column, methodology.Level, draws.Contains(source));
    }

    /// <summary>The draws of the index's own bootstrap; only some models may set records, or all.</summary>
    private static double[] Bootstrapped(
        Evidence evidence,
        Methodology methodology,
        FitFinding fit,
        Estimand estimand,
        IReadOnlySet<string>? only
    )
    {
        var refits = new RefitEstimand(evidence, methodology, fit, estimand, only);
        var raw = fit.Handle!.Draws!;
        DateOnly?[] dates = [.. refits.Rows.Select(r => r.Date)];
        return [.. Enumerable.Range(0, raw.Count).Select(k => refits.Of(raw.Abilities[k], raw.Discriminations[k], dates))];
    }

    private static HashSet<string>? RecordSetters(FitFinding fit, Evidence evidence, Methodology methodology, Estimand estimand)
    {
        if (estimand.Kind == EstimandKind.Elo)
        {
            return null;
        }

        var gap = GapAnalysis.Of(
            AbilityTables.OnAxis(fit.Abilities with { Draws = [] }, evidence, methodology.Axis),
            GapOptions.From(methodology)
        );
        return gap.LeaderRecords.Concat(gap.FollowerRecords).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
    }

    private static UncertaintyRow Summed(UncertaintySource? source, double[] column, double level, string contains)
    {
        var known = Array.FindAll(column, double.IsFinite);
        if (known.Length < 2)
        {
            return new UncertaintyRow(source, null, null, $"{contains}; fewer than 2 draws have an answer");
        }

        var mean = known.Average();
        var error = Math.Sqrt(known.Sum(v => (v - mean) * (v - mean)) / (known.Length - 1));
        var lost = column.Length - known.Length;
        var said =
            lost == 0
                ? contains
                : FormattableString.Invariant($"{contains}; {lost} of {column.Length} draws have no answer and are left out");
        return new UncertaintyRow(source, error, new DrawInterval(level, said).Of(known), said);
    }

    private static double? Jackknife(FitFinding fit, Evidence evidence, RefitEstimand refits)
    {
        var handle = fit.Handle!;
        var domainOf = Reweighting.DomainsOf(evidence, handle.Family.Data.Items);
        if (domainOf.Distinct(StringComparer.Ordinal).Count() < DomainJackknife.FewestDomains)
        {
            return null;
        }

        DateOnly?[] dates = [.. refits.Rows.Select(r => r.Date)];
        var groups = handle.Family.Data.Items.Zip(domainOf).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        var jackknife = GroupJackknife.Of(handle.Family, handle.Solution, groups);
        var error = jackknife.StandardError(c => refits.Of(c.Abilities, c.Discriminations, dates));
        return double.IsFinite(error) ? error : null;
    }
}
