using Tare.Analysis;
using Tare.Records;

namespace Tare.Web;

/// <summary>The sentences of studies over several methodologies, the same on the screen and on the page.</summary>
public static class StudyText
{
    /// <summary>Choices as the subject of a sentence.</summary>
    /// <param name="choices">The choices.</param>
    public static string Name(IReadOnlyList<MethodChoice> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices.Count == 0 ? "nothing" : string.Join(" and ", choices.Select(MethodChoices.Name));
    }

    /// <summary>The bars of a waterfall from one methodology's answer to the other's, largest share first.</summary>
    /// <param name="f">The attribution.</param>
    public static IReadOnlyList<StudyStep> Steps(AttributionFinding f)
    {
        ArgumentNullException.ThrowIfNull(f);
        var steps = new List<StudyStep> { new(f.A.Name, "", "", 0, f.ValueOfA, true) };
        var at = f.ValueOfA;
        foreach (var part in f.Differing.OrderByDescending(p => Math.Abs(p.Value)))
        {
            steps.Add(new StudyStep(Name(part.Choices), part.From, part.To, at, at + part.Value, false));
            at += part.Value;
        }

        steps.Add(new StudyStep(Title(f.B), "", "", 0, f.ValueOfB, true));
        return steps;
    }

    /// <summary>A methodology's name with what was changed in it.</summary>
    /// <param name="m">The methodology.</param>
    public static string Title(Methodology m)
    {
        ArgumentNullException.ThrowIfNull(m);
        return m.Overrides.Count == 0 ? m.Name : $"{m.Name} with {string.Join(", ", m.Overrides)}";
    }

    /// <summary>The answer in a sentence that can be quoted.</summary>
    /// <param name="f">The attribution.</param>
    public static string Sentence(AttributionFinding f)
    {
        ArgumentNullException.ThrowIfNull(f);
        var both = $"{Subject(f)}: {Title(f.A)} says {Amount(f, f.ValueOfA)}, {Title(f.B)} {Amount(f, f.ValueOfB)}.";
        var shares = f.Differing.Where(p => Math.Abs(p.Value) >= Smallest(f)).OrderByDescending(p => Math.Abs(p.Value)).ToArray();
        if (shares.Length == 0)
        {
            return $"{both} No choice in which they differ moves it.";
        }

        var list = shares
            .Select((p, k) => $"{Name(p.Choices)} {(k == 0 ? "accounts " : "")}for {Signed(f, p.Value)} ({p.From} to {p.To})")
            .ToArray();
        var joined = list.Length == 1 ? list[0] : $"{string.Join(", ", list[..^1])} and {list[^1]}";
        return $"{both} Of the {Signed(f, f.Difference)} {f.Estimand.Unit} between them, {joined}.";
    }

    /// <summary>Refusals by their reason: how many mixtures, and what all of them take from each methodology.</summary>
    /// <param name="f">The attribution.</param>
    public static IReadOnlyList<string> Refusals(AttributionFinding f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return
        [
            .. f
                .Refused.GroupBy(r => r.Reason, StringComparer.Ordinal)
                .Select(g =>
                {
                    var first = g.Select(r => r.FromFirst).Aggregate((x, y) => [.. x.Intersect(y)]);
                    var second = g.Select(r => r.FromSecond).Aggregate((x, y) => [.. x.Intersect(y)]);
                    return $"{Words.Count(g.Count(), "mixture")} with {Name(first)} of {Title(f.A)} and {Name(second)} of {Title(f.B)}: {g.Key}";
                }),
        ];
    }

    /// <summary>The page of an attribution.</summary>
    /// <param name="f">The attribution.</param>
    /// <param name="figures">Its figures.</param>
    public static StudyPageText Explain(AttributionFinding f, IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(f);
        return new StudyPageText($"Why do {Title(f.A)} and {Title(f.B)} differ?", Sentence(f), Basis(f), figures);
    }

    /// <summary>The answer of a grid in a sentence that can be quoted.</summary>
    /// <param name="f">The grid, summed up.</param>
    /// <param name="title">What is asked.</param>
    public static string Sentence(MultiverseFinding f, string title)
    {
        ArgumentNullException.ThrowIfNull(f);
        var top = f.Rows.MaxBy(r => r.VarianceShare)!;
        return $"{title}: the median of {Words.Count(f.Known, "specification")} is {Words.Fixed(f.Median, 1)}, nine in ten lie between "
            + $"{Words.Fixed(f.Quantile(0.05), 1)} and {Words.Fixed(f.Quantile(0.95), 1)}, all between {Words.Fixed(f.Quantile(0), 1)} and "
            + $"{Words.Fixed(f.Quantile(1), 1)}. The choice of {top.Name} makes {Words.Share(top.VarianceShare)} of the spread.";
    }

    /// <summary>The page of a grid.</summary>
    /// <param name="f">The grid, summed up.</param>
    /// <param name="title">What is asked.</param>
    /// <param name="figures">Its figures.</param>
    public static StudyPageText Multiverse(MultiverseFinding f, string title, IReadOnlyList<Figure> figures) =>
        new(
            title,
            Sentence(f, title),
            "The specifications are defensible choices, not a sample: their spread says how much the answer hangs on choices, and is no probability.",
            figures
        );

    /// <summary>What the numbers do and do not contain.</summary>
    /// <param name="f">The attribution.</param>
    public static string Basis(AttributionFinding f)
    {
        ArgumentNullException.ThrowIfNull(f);
        return f.SignificanceDraws > 0
            ? $"Point estimates; catch-up tests with standard errors from {Words.Count(f.SignificanceDraws, "draw")}."
            : "Point estimates, without draws.";
    }

    private static string Subject(AttributionFinding f) =>
        f.Estimand.Kind == EstimandKind.Elo ? $"Lead of {f.Estimand.First} over {f.Estimand.Second}" : "How far behind";

    private static double Smallest(AttributionFinding f) => f.Estimand.Kind == EstimandKind.Elo ? 0.5 : 0.05;

    private static string Amount(AttributionFinding f, double value) =>
        $"{Words.Fixed(value, f.Estimand.Kind == EstimandKind.Elo ? 0 : 1)} {f.Estimand.Unit}";

    private static string Signed(AttributionFinding f, double value) =>
        f.Estimand.Kind == EstimandKind.Elo ? Words.Signed(value, 0) : Words.Signed(value, 1);
}
