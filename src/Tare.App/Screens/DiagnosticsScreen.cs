using Spectre.Console;
using Tare.App.Commands;
using Tare.Psychometrics;

namespace Tare.App.Screens;

/// <summary>What a calibration's residuals say, for somebody who can change the items.</summary>
internal static class DiagnosticsScreen
{
    private const int Shown = 8;

    /// <summary>Mean squares above this, and beyond two deviations, are called noise.</summary>
    private const double Noise = 1.2;
    private const double Beyond = 2;

    public static void Write(IAnsiConsole console, CalibrateDiagnostics d)
    {
        WriteItems(console, d.Fit);
        WritePersons(console, d.Fit);
        WritePairs(console, d.Fit.LocalDependence);
        if (d.Dif is { } dif)
        {
            WriteDif(console, dif);
        }

        Write(console, d.Facets, hasItems: true);
        if (d.Families.Count > 0)
        {
            WriteFamilies(console, d.Families);
        }
    }

    /// <summary>One line each on reliability and overall fit.</summary>
    public static void WriteSummary(IAnsiConsole console, CalibrationFit fit)
    {
        var r = fit.Reliability;
        console.WriteLine(
            $"Reliability {Share(r.Empirical)} (posterior means), {Share(r.Separation)} (weighted likelihood, {Show.Number(r.Persons, "F0")} persons"
                + (r.SeparationIndex is { } index ? $", separation {Show.Number(index, "F1")})." : ").")
        );
        console.WriteLine(
            fit.LimitedInformation.Fit is { } m
                ? $"M2({m.DegreesOfFreedom}) = {Show.Number(m.M2, "F2")}, {Probability(m.P)}, RMSEA {Show.Number(m.Rmsea, "F3")} ({Show.Count(m.Items, "item")}, {Show.Number(m.Persons, "F0")} persons with every answer)."
                : $"M2 not computed: {fit.LimitedInformation.Reason}"
        );
    }

    /// <summary>Items that measure a level of a column rather than the persons.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<FacetDiagnostics> facets, bool hasItems)
    {
        foreach (var f in facets)
        {
            if (hasItems)
            {
                WriteZeros(console, $"solved under one {f.Column} only, though persons elsewhere should have", f.Column, f.Unexpected);
                WriteZeros(console, $"never solved under a {f.Column} whose persons should have", f.Column, f.Zeros);
            }
            else if (f.OnlyOneLevel.Count > 0)
            {
                WriteExclusive(console, f);
            }
        }
    }

    private static void WriteExclusive(IAnsiConsole console, FacetDiagnostics f)
    {
        Heading(
            console,
            $"{Show.Count(f.OnlyOneLevel.Count, "item")} solved under one {f.Column} only, in spite of 10 trials or more elsewhere"
        );
        var table = Tables.New("item", f.Column, "solved there", "failed elsewhere", "other levels");
        Tables.AlignRight(table, 2, 3, 4);
        foreach (var e in f.OnlyOneLevel.OrderByDescending(e => e.OtherTrials).ThenBy(e => e.Item, StringComparer.Ordinal).Take(Shown))
        {
            Tables.Row(table, e.Item, e.Level, $"{e.Successes} of {e.Trials}", $"{e.OtherTrials}", $"{e.OtherLevels}");
        }

        console.Write(Capped(table, f.OnlyOneLevel.Count));
    }

    private static void WriteZeros(IAnsiConsole console, string what, string column, IReadOnlyList<StructuralZero> zeros)
    {
        if (zeros.Count == 0)
        {
            return;
        }

        Heading(console, $"{Show.Count(zeros.Count, "item")} {what}");
        var table = Tables.New("item", column, "failed trials", "expected right", "right on the other side", "p (adjusted)");
        Tables.AlignRight(table, 2, 3, 4, 5);
        foreach (var z in zeros.Take(Shown))
        {
            Tables.Row(
                table,
                z.Item,
                z.Level,
                Show.Number(z.FailedTrials, "F0"),
                Show.Number(z.Expected, "F1"),
                $"{Show.Number(z.Successes, "F0")} of {Show.Number(z.Trials, "F0")}",
                Probability(z.P, bare: true)
            );
        }

        console.Write(Capped(table, zeros.Count));
    }

    private static void WriteItems(IAnsiConsole console, CalibrationFit fit)
    {
        var judged = fit.Items.Where(i => i is { Infit: not null, Outfit: not null }).ToArray();
        var noisy = judged.Where(i => IsNoisy(i.Infit!) || IsNoisy(i.Outfit!)).ToArray();
        if (judged.Length == 0)
        {
            return;
        }

        Heading(
            console,
            $"{Show.Count(noisy.Length)} of {Show.Count(judged.Length, "item")} noisier than the model allows (mean square above {Show.Number(Noise, "F1")} and {Show.Number(Beyond, "F0")} deviations)"
        );
        if (noisy.Length == 0)
        {
            return;
        }

        var table = Tables.New("item", "infit", "z", "outfit", "z", "where it departs most: right, expected");
        Tables.AlignRight(table, 1, 2, 3, 4);
        foreach (var i in noisy.OrderByDescending(i => Worst(i.Infit!, i.Outfit!)).ThenBy(i => i.Id, StringComparer.Ordinal).Take(Shown))
        {
            Tables.Row(
                table,
                i.Id,
                MeanSquare(i.Infit),
                Standardised(i.Infit!.Standardised),
                MeanSquare(i.Outfit),
                Standardised(i.Outfit!.Standardised),
                Departure(i.Curve)
            );
        }

        console.Write(Capped(table, noisy.Length));
    }

    private static void WritePersons(IAnsiConsole console, CalibrationFit fit)
    {
        var judged = fit.Persons.Where(p => p.Infit is not null).ToArray();
        var odd = judged.Where(p => p.LzStar < -Beyond).ToArray();
        if (judged.Length == 0)
        {
            return;
        }

        Heading(
            console,
            $"{Show.Count(odd.Length)} of {Show.Count(judged.Length, "person")} solve hard items and fail easy ones more than chance allows (lz* below -{Show.Number(Beyond, "F0")})"
        );
        if (odd.Length == 0)
        {
            return;
        }

        var table = Tables.New("person", "ability", "lz*", "infit", "outfit", "answers");
        Tables.AlignRight(table, 1, 2, 3, 4, 5);
        foreach (var p in odd.OrderBy(p => p.LzStar).ThenBy(p => p.Id, StringComparer.Ordinal).Take(Shown))
        {
            Tables.Row(
                table,
                p.Id,
                p.Ability is Estimate.Known known ? Show.Number(known.Value, "F2") : "",
                Standardised(p.LzStar),
                MeanSquare(p.Infit),
                MeanSquare(p.Outfit),
                Show.Number(p.Answers, "F0")
            );
        }

        console.Write(Capped(table, odd.Length));
    }

    private static void WritePairs(IAnsiConsole console, LocalDependence q)
    {
        if (q.Reason is not null)
        {
            console.WriteLine($"Pairs of items not compared: {q.Reason}");
            return;
        }

        var from =
            q.PersonsUsed < q.PersonsAll
                ? $"{Show.Count(q.PersonsUsed)} of {Show.Count(q.PersonsAll)} persons, evenly spaced"
                : $"{Show.Count(q.PersonsUsed)} persons";
        Heading(
            console,
            $"{q.Flagged:N0} of {q.PairsCompared:N0} pairs of items correlate beyond what ability explains (Q3, Bonferroni 0.05; {from})"
        );
        if (q.Flagged == 0)
        {
            return;
        }

        var table = Tables.New("item", "and", "Q3", "persons");
        Tables.AlignRight(table, 2, 3);
        foreach (var p in q.Pairs.Take((int)Math.Min(q.Flagged, Shown)))
        {
            Tables.Row(table, p.First, p.Second, Show.Number(p.Q3, "F2"), Show.Number(p.Persons, "F0"));
        }

        table.Caption($"Expected {Show.Number(q.Expected!.Value, "F3")}, mean {Show.Number(q.Mean!.Value, "F3")}.");
        console.Write(table);
    }

    private static void WriteDif(IAnsiConsole console, DifReport dif)
    {
        var flagged = dif.Items.Where(dif.IsFlagged).ToArray();
        Heading(
            console,
            $"{Show.Count(flagged.Length)} of {Show.Count(dif.Items.Count, "comparison")} differ by {dif.Column} at equal ability (Mantel-Haenszel, {dif.Strata} strata, Benjamini-Hochberg {Show.Number(dif.Level, "0.##")})"
        );
        var small = dif.Groups.Where(g => g.Reason is not null).Select(g => $"{g.Level} {Show.Number(g.Takers, "F0")}").ToArray();
        if (small.Length > 0)
        {
            console.WriteLine($"Not compared, with too few test takers, but among the others: {string.Join(", ", small)}.");
        }

        if (flagged.Length == 0)
        {
            return;
        }

        var table = Tables.New("item", dif.Column, "right", "others alike", "logits", "se", "class", "p (adjusted)");
        Tables.AlignRight(table, 2, 3, 4, 5, 7);
        foreach (var i in flagged.Take(Shown))
        {
            var known = i.LogOdds as Estimate.Known;
            Tables.Row(
                table,
                i.Item,
                i.Level,
                Show.Share(i.FocalShare),
                Show.Share(i.ReferenceShare),
                known is null ? "no finite ratio" : Show.Number(known.Value, "+0.00;-0.00"),
                known?.StandardError is { } e ? Show.Number(e, "F2") : "",
                i.Class?.ToString() ?? "",
                Probability(i.AdjustedP, bare: true)
            );
        }

        table.Caption($"Positive logits: harder for that {dif.Column} than for others of the same ability.");
        console.Write(Capped(table, flagged.Length));
    }

    private static void WriteFamilies(IAnsiConsole console, IReadOnlyList<FamilyDifference> families)
    {
        Heading(console, "How well each family predicts a person it has not seen (PSIS-LOO, log density)");
        var table = Tables.New("family", "parameters", "elpd", "difference", "se", "worst k", "persons k > 0.7");
        Tables.AlignRight(table, 1, 2, 3, 4, 5, 6);
        foreach (var f in families)
        {
            var loo = f.Prediction.LeaveOneOut;
            Tables.Row(
                table,
                Records.KebabCase.Of(f.Prediction.Model),
                Show.Count(f.Prediction.ParameterCount),
                loo is null ? "" : Show.Number(loo.Elpd, "F1"),
                f.Difference is { } d ? (d == 0 ? "best" : Show.Number(d, "F1")) : "withheld",
                f is { Difference: not 0, StandardError: { } e } ? Show.Number(e, "F1") : "",
                loo is null ? "" : Show.Number(loo.WorstK, "F2"),
                loo is null ? "" : Show.Count(loo.Unreliable)
            );
        }

        console.Write(table);
        foreach (var f in families.Where(f => f.Prediction.Reason is not null))
        {
            console.WriteLine($"{Records.KebabCase.Of(f.Prediction.Model)}: {f.Prediction.Reason}");
        }

        if (families.Any(f => f.Prediction.LeaveOneOut is { Unreliable: > 0 }))
        {
            console.WriteLine(
                "Withheld: where k exceeds 0.7, one person moves the parameters too far to be left out by weights. More persons, or fewer parameters."
            );
        }
    }

    private static void Heading(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    private static Table Capped(Table table, int count)
    {
        if (count > Shown)
        {
            var caption = table.Caption is null ? "" : table.Caption.Text + " ";
            table.Caption($"{caption}{Shown} of {Show.Count(count)}; --json has all.");
        }

        return table;
    }

    private static bool IsNoisy(MeanSquare m) => m.Value > Noise && m.Standardised > Beyond;

    private static double Worst(MeanSquare infit, MeanSquare outfit) => Math.Max(infit.Standardised ?? 0, outfit.Standardised ?? 0);

    private static string Departure(IReadOnlyList<ResidualGroup> curve)
    {
        var worst = curve
            .Where(g => g.StandardError > 0)
            .OrderByDescending(g => Math.Abs(g.Observed - g.Expected) / g.StandardError)
            .FirstOrDefault();
        return worst is null
            ? ""
            : $"ability {Show.Number(worst.Ability, "F1")}: {Show.Share(worst.Observed)}, {Show.Share(worst.Expected)} of {Show.Number(worst.Answers, "F0")} answers";
    }

    internal static string MeanSquare(MeanSquare? m) =>
        m is null ? ""
        : m.Value >= 100 ? "> 99"
        : Show.Number(m.Value, "F2");

    /// <summary>A number that is about standard normal under the model; one that rounds to 0 has no sign.</summary>
    internal static string Standardised(double? z) =>
        z switch
        {
            null => "",
            >= 100 => "> 99",
            _ => Show.Number(z.Value, "F1"),
        };

    private static string Share(double? share) => share is { } s ? Show.Number(s, "F2") : "not identified";

    private static string Probability(double p, bool bare = false) =>
        p < 0.001 ? (bare ? "< 0.001" : "p < 0.001") : (bare ? "" : "p = ") + Show.Number(p, "F3");
}
