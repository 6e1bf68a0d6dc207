using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>What a small published table alone implies, by spread of task difficulty and by benchmarks left out.</summary>
public static class TableStudies
{
    private static readonly double[] s_sigmas = [0, 1, 2, 3, 4];

    /// <summary>The benchmarks of CAISI's table that its critics dispute: capture the flag, porting, abstract puzzles.</summary>
    private static readonly string[] s_disputed = ["ctf-archive-diamond", "portbench", "arc-agi-2-semi-private"];

    /// <summary>The study of CAISI's table: five spreads, and at the methodology's own spread the disputed benchmarks and three domains left out.</summary>
    /// <param name="table">The printed shares.</param>
    /// <param name="methodology">A one-parameter methodology with one anchor; leads are counted from that anchor.</param>
    /// <param name="printed">What the publisher printed, by model identifier: value and half width at 95 %.</param>
    /// <param name="level">Level of the fit's bounds, in (0, 1).</param>
    /// <param name="cancel">Stops between fits.</param>
    /// <exception cref="InputException">The methodology's scale has no single anchor.</exception>
    public static TableStudy Of(
        Evidence table,
        Methodology methodology,
        IReadOnlyDictionary<string, (double Value, double HalfWidth95)> printed,
        double level,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(methodology);
        ArgumentNullException.ThrowIfNull(printed);
        if (methodology.Scale is not ScaleDefinition.OneAnchor anchor)
        {
            throw InputException.At(
                $"methodology '{methodology.Name}', scale.kind",
                "two-anchors",
                "one-anchor, since a table's leads are counted from one model",
                "set scale.kind=one-anchor with --set"
            );
        }

        var fit = MethodologyFit.Of(table, methodology, 0, level, null, cancel);
        var rows = new List<DropRow>();
        foreach (var (label, dropped, sigma) in Plans(table, methodology.Sigma))
        {
            cancel.ThrowIfCancellationRequested();
            if (Differences(table, methodology with { Sigma = sigma }, anchor, dropped) is { } differences)
            {
                rows.Add(new DropRow(label, dropped, sigma, differences));
            }
        }

        var disputed = s_disputed.Where(d => table.Benchmarks.Any(b => string.Equals(b.Id, d, StringComparison.Ordinal))).ToList();
        return new TableStudy
        {
            Fit = fit,
            Rows = rows,
            Disputed = disputed,
            DisputedShare = Shares(
                fit,
                anchor,
                rows.Find(r => r.Dropped.Count > 0 && r.Dropped.Count == disputed.Count && disputed.All(r.Dropped.Contains))
            ),
            Printed = printed,
        };
    }

    private static IEnumerable<(string Label, IReadOnlyList<string> Dropped, double Sigma)> Plans(Evidence table, double sigma)
    {
        foreach (var value in s_sigmas)
        {
            yield return (FormattableString.Invariant($"sigma {value}"), [], value);
        }

        var (ctf, port, arc) = (s_disputed[0], s_disputed[1], s_disputed[2]);
        var named = new (string Label, string[] Dropped)[]
        {
            ("without CTF", [ctf]),
            ("without PortBench", [port]),
            ("without ARC", [arc]),
            ("without CTF and PortBench", [ctf, port]),
            ("without CTF, PortBench and ARC", [ctf, port, arc]),
            ("without mathematics", InDomain("mathematics")),
            ("without natural science", InDomain("natural-science")),
            ("without software", InDomain("software")),
        };
        foreach (var (label, dropped) in named)
        {
            if (dropped.Length > 0 && dropped.All(d => table.Benchmarks.Any(b => string.Equals(b.Id, d, StringComparison.Ordinal))))
            {
                yield return (label, dropped, sigma);
            }
        }

        string[] InDomain(string domain) =>
            [.. table.Benchmarks.Where(b => string.Equals(b.Domain, domain, StringComparison.Ordinal)).Select(b => b.Id)];
    }

    /// <summary>Points of each model minus the anchor, or <see langword="null"/> where what is left cannot place them.</summary>
    private static Dictionary<string, double>? Differences(
        Evidence table,
        Methodology methodology,
        ScaleDefinition.OneAnchor anchor,
        IReadOnlyList<string> dropped
    )
    {
        var rest = methodology with { ExcludeBenchmarks = [.. methodology.ExcludeBenchmarks, .. dropped], MinimumBenchmarks = 1 };
        try
        {
            var handle = MethodologyFit.Fitted(table, rest, ResponseMatrixBuilder.Build(table, rest));
            var persons = handle.Family.Data.Persons;
            return Enumerable
                .Range(0, persons.Count)
                .ToDictionary(
                    k => persons[k],
                    k => handle.Scale.Points(handle.Solution.Abilities[k]) - anchor.Value,
                    StringComparer.Ordinal
                );
        }
        catch (NotIdentifiedException)
        {
            return null;
        }
    }

    private static Dictionary<string, double> Shares(FitFinding fit, ScaleDefinition.OneAnchor anchor, DropRow? without)
    {
        var leads = fit.Abilities.Rows.Where(r => r.Value > anchor.Value && without is not null && without.Differences.ContainsKey(r.Id));
        return leads.ToDictionary(r => r.Id, r => 1 - (without!.Differences[r.Id] / (r.Value - anchor.Value)), StringComparer.Ordinal);
    }
}
