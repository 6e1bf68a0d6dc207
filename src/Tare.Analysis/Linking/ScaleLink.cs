using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Links a scale to a public one through models that are on both (common-person linking), and places the other models.</summary>
/// <remarks>
/// Model: public_i = a + b own_i + u_i, u of variance τ² (the residual spread: what the pack, the harness and a model have to do with each other), both
/// abilities measured with known standard errors. Line: York et al. 2004 at the τ² whose misfit is its expectation (Paule and Mandel 1982).
/// Interval of a model: see <see cref="LinkDistribution"/>. docs/methods/linking.md has the formulas and how often the interval holds the truth.
/// </remarks>
public static class ScaleLink
{
    /// <summary>Fewest anchors for a line: with two it passes through both and nothing says how good it is.</summary>
    public const int FewestAnchors = 3;

    private const double LowReliability = 0.8;

    /// <summary>Fits the line and places the models.</summary>
    /// <param name="models">The models on their own scale; labels and identifiers of anchors are unique.</param>
    /// <param name="target">The public scale.</param>
    /// <param name="level">Level of the intervals, in (0, 1).</param>
    /// <exception cref="ArgumentException">An anchor is not on the public scale, two models are the same anchor, or a standard error is missing.</exception>
    public static ScaleLinkFinding Of(IReadOnlyList<OwnAbility> models, AbilityTable target, double level)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        var anchors = Anchors(models, target);
        var finding = new ScaleLinkFinding { Unit = target.Unit, Anchors = anchors };
        if (WhyNot(anchors) is { } reason)
        {
            return finding with { NotLinked = reason };
        }

        var points = Points(anchors);
        var distribution = LinkDistribution.Of(points);
        var obstacle =
            !distribution.Converged ? "the slope does not come to rest: the anchors' standard errors are too large beside their differences"
            : distribution.Best.Slope <= 0
                ? "no rising line goes through the anchors: the models that are better on the public scale are not better here, so the two measure different things"
            : null;
        if (obstacle is not null)
        {
            return finding with { NotLinked = obstacle };
        }

        return Linked(finding, points, distribution, models, target, level);
    }

    private static ScaleLinkFinding Linked(
        ScaleLinkFinding finding,
        LinkPoints points,
        LinkDistribution distribution,
        IReadOnlyList<OwnAbility> models,
        AbilityTable target,
        double level
    )
    {
        var line = distribution.Best;
        var anchors = finding.Anchors.Select(
            (a, k) => a with { Predicted = line.At(a.Own), LeftOutPredicted = Finite(LeftOut(points, k)) }
        );
        finding = finding with
        {
            Anchors = [.. anchors],
            Slope = line.Slope,
            SlopeStandardError = Math.Sqrt(line.SlopeVariance),
            Intercept = line.Intercept,
            ResidualSpread = Math.Sqrt(distribution.Extra),
            Misfit = LinkDistribution.EveryPointHasError(points) ? points.Line(0, line.Slope, out _).Misfit : null,
            DegreesOfFreedom = points.Count - 2,
            MeanOnlyError = points.Y.Select((y, k) => Math.Abs(y - points.Without(k).Y.Average())).Average(),
        };
        var used = finding.Anchors.Select(a => a.Label).ToHashSet(StringComparer.Ordinal);
        var contains =
            $"the model's own standard error, that of the line through {points.Count} anchors, and the anchors' residual spread about it; not the choice of the anchors or of the tasks";
        finding = finding with
        {
            LeaveOneOutError = finding.Anchors.All(a => a.LeftOutPredicted is not null)
                ? finding.Anchors.Average(a => Math.Abs(a.Public - a.LeftOutPredicted!.Value))
                : null,
            Placed = [.. models.Where(m => !used.Contains(m.Label)).Select(m => Place(m, points, distribution, (level, contains)))],
        };
        return finding with { Warnings = [.. Warnings(finding, points, target)] };
    }

    private static LinkedAbility Place(
        OwnAbility model,
        LinkPoints points,
        LinkDistribution distribution,
        (double Level, string Contains) interval
    )
    {
        if (model.Value is not { } own)
        {
            return new LinkedAbility(model.Label, null, null, null, null, false, model.Reason ?? "no finite ability");
        }

        var variance = model.StandardError!.Value * model.StandardError.Value;
        var bounds = new Interval(
            distribution.Quantile(own, variance, (1 - interval.Level) / 2),
            distribution.Quantile(own, variance, (1 + interval.Level) / 2),
            interval.Level,
            interval.Contains
        );
        var isOutside = own < points.X.Min() || own > points.X.Max();
        return new LinkedAbility(model.Label, own, model.StandardError, distribution.Best.At(own), bounds, isOutside, null);
    }

    /// <summary>Why the anchors give no line; <see langword="null"/> where they may.</summary>
    private static string? WhyNot(LinkAnchor[] anchors)
    {
        if (anchors.Length < FewestAnchors)
        {
            return $"{anchors.Length} of the models {(anchors.Length == 1 ? "is" : "are")} on the public scale with a finite ability here; a line with an error needs at least {FewestAnchors}";
        }

        var points = Points(anchors);
        var scales = new[] { ("here", points.X, points.XVariance), ("on the public scale", points.Y, points.YVariance) };
        foreach (var (where, values, variances) in scales)
        {
            if (!(Reliability(values, variances) > 0))
            {
                return FormattableString.Invariant(
                    $"the {anchors.Length} anchors differ no more {where} than their standard errors make them (standard deviation {Math.Sqrt(Variance(values)):0.##}), so they give no slope"
                );
            }
        }

        return null;
    }

    private static LinkAnchor[] Anchors(IReadOnlyList<OwnAbility> models, AbilityTable target)
    {
        Require(models.Select(m => m.Label).Distinct(StringComparer.Ordinal).Count() == models.Count, "two models have one label");
        var ids = models.Select(m => m.AnchorId).OfType<string>().ToList();
        Require(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "two models are the same anchor");
        var rows = target.Rows.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var width = 2 * StandardNormal.Quantile((1 + target.Level) / 2);
        return [.. models.Where(m => m is { AnchorId: not null, Value: not null }).Select(Anchor)];

        LinkAnchor Anchor(OwnAbility model)
        {
            var (own, ownError) = (model.Value ?? double.NaN, model.StandardError ?? double.NaN);
            Require(double.IsFinite(own) && ownError >= 0 && double.IsFinite(ownError), $"'{model.Label}' is at {own} +- {ownError}");
            Require(rows.TryGetValue(model.AnchorId!, out var row), $"'{model.AnchorId}' is not on the public scale");
            var error = (row!.Upper - row.Lower) / width;
            return new LinkAnchor(model.Label, row.Id, row.Name, own, ownError, row.Value, error, null, null);
        }
    }

    private static IEnumerable<string> Warnings(ScaleLinkFinding f, LinkPoints points, AbilityTable target)
    {
        if (f.DegreesOfFreedom == 1)
        {
            yield return "3 anchors leave 1 degree of freedom: the intervals are very wide, and a bad anchor is not seen; run more models that are on the public scale";
        }

        if (f.Anchors.All(a => a.PublicStandardError is null))
        {
            yield return $"the values on the public scale have no bounds here ({target.Contains}), so their errors are inside the residual spread alone";
        }

        if (Reliability(points.X, points.XVariance) is < LowReliability and var share)
        {
            yield return FormattableString.Invariant(
                $"{1 - share:P0} of the variance of the anchors' own abilities is their standard error: the slope is rough; more tasks or more attempts make it firmer"
            );
        }

        if (f.LeaveOneOutError is not { } error || error >= f.MeanOnlyError)
        {
            yield return "an anchor is predicted no better by the line through the others than by their mean: this link is worth little";
        }

        foreach (var model in f.Placed.Where(p => p.IsExtrapolated))
        {
            yield return FormattableString.Invariant(
                $"{model.Label}: its own ability {model.Own:0.00} lies outside the anchors' [{points.X.Min():0.00}, {points.X.Max():0.00}]; nothing shows that the line holds there"
            );
        }
    }

    private static double LeftOut(LinkPoints points, int anchor) =>
        LinkDistribution.BestOf(points.Without(anchor)).Line.At(points.X[anchor]);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static LinkPoints Points(IReadOnlyList<LinkAnchor> anchors) =>
        new(
            [.. anchors.Select(a => a.Own)],
            [.. anchors.Select(a => a.Public)],
            [.. anchors.Select(a => a.OwnStandardError * a.OwnStandardError)],
            [.. anchors.Select(a => (a.PublicStandardError * a.PublicStandardError) ?? 0)]
        );

    /// <summary>Share of the variance of values that is not their error.</summary>
    private static double Reliability(double[] values, double[] variances) => 1 - (variances.Average() / Variance(values));

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }

    private static void Require(bool holds, string found)
    {
        if (!holds)
        {
            throw new ArgumentException($"Models to link: {found}.");
        }
    }
}
