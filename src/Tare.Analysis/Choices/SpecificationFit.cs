using System.Globalization;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>One fit that several methodologies share: they differ only in what comes after it (groups, dates, definition).</summary>
internal sealed class SpecificationFit
{
    private SpecificationFit(FitHandle? handle, double[][] draws, AbilityRow[] rows, string? reason)
    {
        Handle = handle;
        Draws = draws;
        Rows = rows;
        Reason = reason;
    }

    /// <summary>The fit; <see langword="null"/> where it could not be computed.</summary>
    internal FitHandle? Handle { get; }

    /// <summary>Draws in points, each on the scale by its own anchors.</summary>
    internal double[][] Draws { get; }

    /// <summary>Abilities with bounds, without dates and groups.</summary>
    internal AbilityRow[] Rows { get; }

    /// <summary>Why it could not be computed, in one line.</summary>
    internal string? Reason { get; }

    /// <summary>Everything that decides the fit. Methodologies with equal keys share one.</summary>
    internal static string KeyOf(Evidence evidence, Methodology m)
    {
        IEnumerable<string> early = m.ReleasedFrom is { } from
            ? evidence.Models.Where(x => x.DateUnder(m.DateRule) < from).Select(x => x.Id).Order(StringComparer.Ordinal)
            : [];
        return string.Join(
            '\u001f',
            m.Name,
            evidence.Name,
            List(m.IncludeSources),
            List(m.IncludeBenchmarks),
            List(m.ExcludeBenchmarks),
            List(m.ExcludeDomains),
            List(m.IncludeModels),
            List(m.ExcludeModels),
            m.MinimumBenchmarks.ToString(CultureInfo.InvariantCulture),
            string.Join(',', early),
            m.Weighting,
            m.ChanceCorrection,
            m.OutOfRange,
            Number(m.ScoreFloor),
            Number(m.ScoreCeiling),
            m.Family,
            Number(m.Sigma),
            Number(m.Ridge),
            m.PinnedBenchmark,
            m.Scale,
            Number(m.Level)
        );

        static string List(IReadOnlyList<string> names) => string.Join(',', names.Order(StringComparer.Ordinal));
        static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Fits; what cannot be fitted carries its reason.</summary>
    /// <remarks>Every fit starts at the fixed start, so that it does not depend on which others were asked for; draws start at the fit.</remarks>
    internal static SpecificationFit Of(Evidence evidence, Methodology methodology, int draws)
    {
        try
        {
            var handle = MethodologyFit.Fitted(evidence, methodology, ResponseMatrixBuilder.Build(evidence, methodology));
            if (!handle.Solution.Convergence.Reached)
            {
                return new SpecificationFit(null, [], [], "the fit did not converge");
            }

            return draws == 0 ? new SpecificationFit(handle, [], RowsOf(handle, []), null) : Drawn(evidence, methodology, handle, draws);
        }
        catch (Exception e) when (e is InputException or NotIdentifiedException)
        {
            return new SpecificationFit(null, [], [], OneLine(e.Message));
        }
    }

    /// <summary>The first line of a message, and what was expected.</summary>
    internal static string OneLine(string message) =>
        string.Join("; ", message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(1));

    private static SpecificationFit Drawn(Evidence evidence, Methodology methodology, FitHandle handle, int draws)
    {
        // The stream of the methodology's own fit: the answer of a methodology is the same here and alone.
        var bootstrap = new BootstrapOptions
        {
            Draws = draws,
            Stream = $"bootstrap/{methodology.Name}/{evidence.Name}",
            Threads = 1,
        };
        var raw = handle.Family.Bootstrap(handle.Solution, bootstrap, null, CancellationToken.None);
        var points = new List<double[]>(draws);
        foreach (var abilities in raw.Abilities)
        {
            var scale = PointScale.From(methodology.Scale, handle.Anchors, abilities);
            if (scale.IsUsable)
            {
                points.Add(Array.ConvertAll(abilities, scale.Points));
            }
        }

        double[][] onScale = [.. points];
        var interval = new DrawInterval(methodology.Level, "");
        var bounds = Enumerable
            .Range(0, handle.Family.Data.Persons.Count)
            .Select(p => handle.Anchors.Contains(p) ? null : interval.Of(Array.ConvertAll(onScale, d => d[p])));
        return new SpecificationFit(handle with { Draws = raw }, onScale, RowsOf(handle, [.. bounds]), null);
    }

    private static AbilityRow[] RowsOf(FitHandle handle, Interval?[] bounds)
    {
        var persons = handle.Family.Data.Persons;
        return
        [
            .. persons.Select(
                (id, k) =>
                    new AbilityRow(id, id, handle.Scale.Points(handle.Solution.Abilities[k]))
                    {
                        Raw = handle.Solution.Abilities[k],
                        Lower = k < bounds.Length ? bounds[k]?.Lower : null,
                        Upper = k < bounds.Length ? bounds[k]?.Upper : null,
                    }
            ),
        ];
    }
}
