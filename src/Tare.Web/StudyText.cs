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
            .Select(
                (p, k) =>
                    $"{Name(p.Choices)} {(k > 0 ? "" : p.Choices.Count > 1 ? "together account " : "accounts ")}for {Signed(f, p.Value)} ({p.From} to {p.To})"
            )
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
        return new StudyPageText($"Why do {Unbroken(Title(f.A))} and {Unbroken(Title(f.B))} differ?", Sentence(f), Basis(f), figures);
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

    /// <summary>A name in a heading stays on one line.</summary>
    private static string Unbroken(string name) => name.Replace('-', '\u2011');

    private static string Subject(AttributionFinding f) =>
        f.Estimand.Kind == EstimandKind.Elo ? $"Lead of {f.Estimand.First} over {f.Estimand.Second}" : "How far behind";

    private static double Smallest(AttributionFinding f) => f.Estimand.Kind == EstimandKind.Elo ? 0.5 : 0.05;

    private static string Amount(AttributionFinding f, double value) =>
        $"{Words.Fixed(value, f.Estimand.Kind == EstimandKind.Elo ? 0 : 1)} {f.Estimand.Unit}";

    private static string Signed(AttributionFinding f, double value) =>
        f.Estimand.Kind == EstimandKind.Elo ? Words.Signed(value, 0) : Words.Signed(value, 1);

    /// <summary>The influence in a sentence that can be quoted.</summary>
    /// <param name="f">The influence.</param>
    public static string Sentence(InfluenceFinding f)
    {
        ArgumentNullException.ThrowIfNull(f);
        var unit = f.Estimand.Unit;
        var said = $"{Title(f.Methodology)} says {Words.Fixed(f.Value, 1)} {unit} behind";
        var kinds = f.Rows.Where(r => r.Change is not null).GroupBy(r => r.Kind).Select(g => g.First());
        var list = kinds.Select(r => $"without the {KebabCase.Of(r.Kind)} {r.Name} it is {Words.Fixed(r.Value!.Value, 1)}");
        return $"{said}; {string.Join(", ", list)}.";
    }

    /// <summary>What was found on a conclusion, in a sentence; empty without one.</summary>
    /// <param name="f">The influence.</param>
    public static string Flip(InfluenceFinding f)
    {
        ArgumentNullException.ThrowIfNull(f);
        if (f.Flip is not { } flip)
        {
            return "";
        }

        var holds = flip.HoldsNow ? "holds" : "does not hold";
        var exact = $"every set of up to {flip.ExactSize} was tried";
        var both = $"{exact}, then benchmarks were removed greedily, up to {flip.GreedySize}; {Words.Whole(flip.Tried)} refits";
        if (flip.Removed.Count == 0)
        {
            return $"\"{flip.Conclusion}\" {holds}, and no removal of benchmarks that was tried turns it over ({both}).";
        }

        var found =
            $"\"{flip.Conclusion}\" {holds}; it turns over without {string.Join(" and ", flip.Removed)} ({Words.Fixed(flip.Value!.Value, 2)} {f.Estimand.Unit}).";
        return flip.IsSmallest
            ? $"{found} No smaller set does ({exact}; {Words.Whole(flip.Tried)} refits)."
            : $"{found} No set of up to {flip.ExactSize} does; this one was found greedily, and a smaller one may exist ({both}).";
    }

    /// <summary>The page of an influence.</summary>
    /// <param name="f">The influence.</param>
    /// <param name="figures">Its figures.</param>
    public static StudyPageText Influence(InfluenceFinding f, IReadOnlyList<Figure> figures) =>
        new("What does the answer rest on?", Sentence(f), Flip(f), figures);

    /// <summary>The uncertainty in a sentence that can be quoted.</summary>
    /// <param name="f">The uncertainty.</param>
    public static string Sentence(UncertaintyFinding f)
    {
        ArgumentNullException.ThrowIfNull(f);
        var digits = f.Estimand.Kind == EstimandKind.Elo ? 0 : 1;
        var what = f.Estimand.Kind == EstimandKind.Elo ? $"The lead of {f.Estimand.First} over {f.Estimand.Second}" : "The gap";
        var known = f.Rows.Where(r => r.StandardError is > 0).OrderByDescending(r => r.StandardError).ToArray();
        var list = known.Select(r => $"{KebabCase.Of(r.Source!.Value)} {Words.Fixed(r.StandardError!.Value, digits)}");
        return $"{what} under {Title(f.Methodology)} is {Words.Fixed(f.Value, digits)} {f.Estimand.Unit}. Standard error by source: {string.Join(", ", list)}; "
            + $"together {(f.Together.StandardError is { } all ? Words.Fixed(all, digits) : "unknown")}.";
    }

    /// <summary>The page of an uncertainty.</summary>
    /// <param name="f">The uncertainty.</param>
    /// <param name="figures">Its figures.</param>
    public static StudyPageText Uncertainty(UncertaintyFinding f, IReadOnlyList<Figure> figures) =>
        new("How sure is it, and of what?", Sentence(f), "A printed interval contains some of these sources and not the others.", figures);
}
