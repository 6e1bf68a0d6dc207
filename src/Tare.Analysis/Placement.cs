using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Places one model on the scale of a fit, from its scores on benchmarks of that fit, which stay fixed.</summary>
/// <remarks>
/// Each draw resamples the model's scores with replacement and takes the benchmarks of one draw of the fit, on that draw's scale. Standard error by
/// information: points a logit times s / sqrt(I), I the sum of squared slopes dP/dθ at the estimate plus the ridge's weight, s² the residual
/// sum of squares of the whole fit over its degrees of freedom; a further benchmark j makes it s / sqrt(I + (dP_j/dθ)²).
/// Under cross-entropy each term is w (dP/dθ)² / (P (1 - P)) and s² the mean squared Pearson residual.
/// </remarks>
public static class Placement
{
    private const int FewestScores = 2;
    private const int MostNeighbours = 3;
    private const int MostNext = 3;

    /// <summary>A model with every score at the top is placed no lower than where it would expect this share on the hardest of them.</summary>
    private const double BoundShare = 0.95;

    /// <summary>Places a model.</summary>
    /// <param name="scores">Its scores; the benchmark of each by identifier or name. The model's identifier is not read.</param>
    /// <param name="fit">The fit whose benchmarks are fixed.</param>
    /// <param name="draws">Draws, not negative; without draws of the fit, its benchmarks do not vary.</param>
    /// <param name="level">Level of the interval, in (0, 1).</param>
    /// <param name="cancel">Stops between draws.</param>
    /// <exception cref="InputException">A benchmark is unknown or occurs twice, or a score is not a share.</exception>
    public static PlacementFinding Of(
        IEnumerable<Score> scores,
        FitFinding fit,
        int draws,
        double level,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        var handle = fit.Handle ?? throw new ArgumentException("The finding was read, not computed; fit the evidence first.", nameof(fit));
        var given = PlacementScores.From(scores, fit);
        var finding = new PlacementFinding
        {
            Kind = PlacementKind.NotIdentified,
            Unit = fit.Abilities.Unit,
            ScoreCount = given.Count,
            Exclusions = given.Moved,
            Explanation =
                $"{given.Count} score(s) on benchmarks of the fit; a value with an interval needs at least {FewestScores}. Run one more of its {fit.Items.Count} benchmarks.",
        };
        if (given.Count < FewestScores)
        {
            return finding;
        }

        var model = new FixedItems(fit.Methodology, handle.Family.Data);
        return given.Side switch
        {
            > 0 => Bound(finding, PlacementKind.AtLeast, given, model, handle, fit),
            < 0 => Bound(finding, PlacementKind.AtMost, given, model, handle, fit),
            _ => Placed(finding, given, model, handle, fit, Draws(given, model, handle, fit, draws, cancel), level),
        };
    }

    private static PlacementFinding Placed(
        PlacementFinding finding,
        PlacementScores given,
        FixedItems model,
        FitHandle handle,
        FitFinding fit,
        double[] draws,
        double level
    )
    {
        var theta = model.Ability(given.Items, given.Values, given.Weights, handle.Solution.Difficulties, handle.Solution.Discriminations);
        var varies = handle.Draws is null
            ? "the benchmarks do not vary, since the fit has no draws"
            : "the benchmarks vary over the draws of the fit";
        var interval = new DrawInterval(level, $"sampling of the {given.Count} benchmarks that were run; {varies}; not harnesses");
        var scale = Math.Abs(handle.Scale.PointsPerLogit);
        var spread = Spread(model, handle);
        var information = model.RidgeInformation;
        for (var k = 0; k < given.Count; k++)
        {
            var (share, slope) = At(theta, given.Items[k], model, handle);
            information += model.Information(share, slope, given.Weights[k]);
        }

        var error = scale * spread / Math.Sqrt(information);
        return WithTable(finding, theta, given, model, handle, fit) with
        {
            Kind = PlacementKind.Placed,
            Explanation = $"placed by {given.Count} scores on benchmarks whose parameters are those of the fit",
            Interval = interval.Of(draws),
            StandardError = error,
            Next = Next(theta, information, spread * scale, error, given, model, handle, fit),
        };
    }

    private static PlacementFinding Bound(
        PlacementFinding finding,
        PlacementKind kind,
        PlacementScores given,
        FixedItems model,
        FitHandle handle,
        FitFinding fit
    )
    {
        var isTop = kind == PlacementKind.AtLeast;
        var share = isTop ? BoundShare : 1 - BoundShare;
        var bounds = given.Items.Select(item => AbilityAt(share, item, model, handle));
        var theta = isTop ? bounds.Max() : bounds.Min();
        var (side, extreme) = isTop ? ("highest", "hardest") : ("lowest", "easiest");
        return WithTable(finding, theta, given, model, handle, fit) with
        {
            Kind = kind,
            Explanation = FormattableString.Invariant(
                $"every score is the {side} possible, so only a bound can be told: the ability that expects {share:P0} on the {extreme} of its {given.Count} benchmarks. Run {(isTop ? "harder" : "easier")} ones."
            ),
        };
    }

    private static double AbilityAt(double share, int item, FixedItems model, FitHandle handle)
    {
        var (low, high) = (-model.Limit, model.Limit);
        for (var k = 0; k < 60; k++)
        {
            var middle = (low + high) / 2;
            if (At(middle, item, model, handle).Share < share)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    private static PlacementFinding WithTable(
        PlacementFinding finding,
        double theta,
        PlacementScores given,
        FixedItems model,
        FitHandle handle,
        FitFinding fit
    )
    {
        var value = handle.Scale.Points(theta);
        return finding with
        {
            Value = value,
            Raw = theta,
            Above =
            [
                .. fit
                    .Abilities.Rows.Where(r => r.Value >= value)
                    .OrderBy(r => r.Value)
                    .ThenBy(r => r.Id, StringComparer.Ordinal)
                    .Take(MostNeighbours),
            ],
            Below =
            [
                .. fit
                    .Abilities.Rows.Where(r => r.Value < value)
                    .OrderByDescending(r => r.Value)
                    .ThenBy(r => r.Id, StringComparer.Ordinal)
                    .Take(MostNeighbours),
            ],
            Benchmarks =
            [
                .. fit.Items.Select(
                    (item, k) => new PredictedScore(item.Id, item.Name, At(theta, k, model, handle).Share, given.Observed(k))
                ),
            ],
        };
    }

    private static List<NextBenchmark> Next(
        double theta,
        double information,
        double spreadPoints,
        double before,
        PlacementScores given,
        FixedItems model,
        FitHandle handle,
        FitFinding fit
    )
    {
        var weight = given.Weights.Average();
        var candidates = Enumerable.Range(0, fit.Items.Count).Where(k => given.Observed(k) is null).Select(Candidate);
        return [.. candidates.OrderBy(c => c.StandardErrorAfter).ThenBy(c => c.Id, StringComparer.Ordinal).Take(MostNext)];

        NextBenchmark Candidate(int item)
        {
            var (share, slope) = At(theta, item, model, handle);
            var after = spreadPoints / Math.Sqrt(information + model.Information(share, slope, weight));
            return new NextBenchmark(fit.Items[item].Id, fit.Items[item].Name, share, before, after);
        }
    }

    private static double[] Draws(
        PlacementScores given,
        FixedItems model,
        FitHandle handle,
        FitFinding fit,
        int draws,
        CancellationToken cancel
    )
    {
        var stream = $"placement/{fit.Methodology.Name}/{fit.EvidenceName}";
        return ParallelLoop.Run(
            draws,
            threads: 0,
            new WorkspacePool<double[]>(() => new double[given.Count]),
            (k, multiplicity) =>
            {
                Array.Clear(multiplicity);
                var random = RandomSource.For(stream, k);
                for (var row = 0; row < given.Count; row++)
                {
                    multiplicity[random.NextInt(given.Count)]++;
                }

                for (var row = 0; row < given.Count; row++)
                {
                    multiplicity[row] *= given.Weights[row];
                }

                if (handle.Draws is not { Count: > 0 } items)
                {
                    var theta = model.Ability(
                        given.Items,
                        given.Values,
                        multiplicity,
                        handle.Solution.Difficulties,
                        handle.Solution.Discriminations
                    );
                    return handle.Scale.Points(theta);
                }

                var draw = k % items.Count;
                var scale = PointScale.From(fit.Methodology.Scale, handle.Anchors, items.Abilities[draw]);
                return scale.Points(
                    model.Ability(given.Items, given.Values, multiplicity, items.Difficulties[draw], items.Discriminations[draw])
                );
            },
            progress: null,
            cancel
        );
    }

    /// <summary>Residual standard deviation of the whole fit: of the shares for least squares, of Pearson residuals for cross-entropy.</summary>
    private static double Spread(FixedItems model, FitHandle handle)
    {
        var data = handle.Family.Data;
        var sum = 0.0;
        for (var k = 0; k < data.Count; k++)
        {
            var (share, slope) = At(handle.Solution.Abilities[data.PersonOf[k]], data.ItemOf[k], model, handle);
            var residual = share - data.Value[k];
            // The square of the slope leaves the family's own scaling of a residual: 1, or w / (P (1 - P)).
            sum += slope == 0 ? 0 : residual * residual * model.Information(share, slope, data.Importance[k]) / (slope * slope);
        }

        return Math.Sqrt(sum / Math.Max(1, data.Count - model.FreeParameters));
    }

    private static (double Share, double Slope) At(double theta, int item, FixedItems model, FitHandle handle) =>
        model.Curve.At(theta, handle.Solution.Difficulties[item], handle.Solution.Discriminations[item]);
}
