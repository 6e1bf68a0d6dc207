using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>The formulas of <see cref="SubsetImputation"/>, for one person and one benchmark.</summary>
internal static class ImputationArithmetic
{
    /// <summary>The mean of the run items, with the standard error of a draw without replacement.</summary>
    /// <remarks>
    /// Centre and width by Wilson (1927) with n (N - 1) / (N - n) in place of n, the correction for the share already run; for shares of several
    /// trials times the ratio of their variance to that of right and wrong answers.
    /// </remarks>
    internal static ImputedScore Plain(IReadOnlyList<RunItem> run, int itemCount, double level)
    {
        if (run.Count == 0)
        {
            return None(ImputationVariant.PlainMean, "No item was run.");
        }

        var mean = run.Average(r => r.Value);
        if (run.Count == itemCount)
        {
            return new ImputedScore(ImputationVariant.PlainMean, new Estimate.Known(mean, 0))
            {
                Lower = mean,
                Upper = mean,
                Variance = new ImputationVariance(0, 0, 0),
            };
        }

        var binary = mean * (1 - mean);
        var spread = run.Count > 1 ? run.Sum(r => (r.Value - mean) * (r.Value - mean)) / (run.Count - 1) : binary;
        var ratio = run.Any(r => r.Trials > 1) && binary > 0 ? Math.Clamp(spread / binary, 1.0 / run.Max(r => r.Trials), 1) : 1;
        var effective = run.Count * (itemCount - 1.0) / (itemCount - run.Count) / ratio;
        var z = StandardNormal.Quantile(0.5 + (level / 2));
        var (centre, half) = WilsonInterval.Of(mean, effective, z);
        var error = half / z;
        return Bounded(
            new ImputedScore(ImputationVariant.PlainMean, new Estimate.Known(mean, error))
            {
                Variance = new ImputationVariance(error * error, 0, 0),
            },
            centre - half,
            centre + half,
            run,
            itemCount
        );
    }

    /// <summary>The run items as they came, the others at their probability.</summary>
    /// <param name="variant">Which ability it is.</param>
    /// <param name="bank">The items.</param>
    /// <param name="run">Run items of the benchmark.</param>
    /// <param name="rest">Items of the benchmark that were not run.</param>
    /// <param name="informing">The responses that the ability comes from.</param>
    /// <param name="options">Estimator and level.</param>
    internal static ImputedScore Model(
        ImputationVariant variant,
        CalibratedBank bank,
        IReadOnlyList<RunItem> run,
        IReadOnlyList<string> rest,
        IReadOnlyList<RunItem> informing,
        ImputationOptions options
    )
    {
        if (bank.Problem is { } problem)
        {
            return None(variant, problem);
        }

        var ability = Ability(bank, informing, options);
        if (ability is not Estimate.Known { StandardError: { } error } theta)
        {
            return None(variant, ((Estimate.NotIdentified)ability).Reason);
        }

        var itemCount = run.Count + rest.Count;
        var trials = run.Count == 0 ? 1 : bank.Effective(run.Average(r => r.Trials));
        var (sum, slope, items, responses) = (run.Sum(r => r.Value), 0.0, 0.0, 0.0);
        foreach (var id in rest)
        {
            var item = bank[id];
            var p = item.Probability(theta.Value);
            sum += p;
            responses += p * (1 - p) / trials;
            if (item.Constant is { } share)
            {
                items += share.Variance;
            }
            else
            {
                slope += p * (1 - p);
                items += p * (1 - p) * p * (1 - p) * item.Variance;
            }
        }

        // θ̂ moves with the difficulties of the items it comes from: by the share that each has in the information.
        items += slope * slope * error * error * error * error * DifficultyNoise(bank, informing, theta.Value);
        var square = (double)itemCount * itemCount;
        var variance = new ImputationVariance(slope * slope * error * error / square, items / square, responses / square);
        var (value, half) = (sum / itemCount, StandardNormal.Quantile(0.5 + (options.Level / 2)) * Math.Sqrt(variance.Total));
        return Bounded(
            new ImputedScore(variant, new Estimate.Known(value, Math.Sqrt(variance.Total), theta.Basis))
            {
                Ability = theta,
                Variance = variance,
                Infit = Infit(bank, informing, theta.Value),
            },
            value - half,
            value + half,
            run,
            itemCount
        );
    }

    /// <summary>θ of some responses, items fixed.</summary>
    internal static Estimate Ability(CalibratedBank bank, IReadOnlyList<RunItem> informing, ImputationOptions options)
    {
        var answers = informing
            .Where(r => bank.Informs(r.Item))
            .Select(r =>
            {
                var trials = bank.Effective(r.Trials);
                return new ScoredAnswer(ItemParameters.At(1, bank[r.Item].Difficulty), r.Value * trials, trials);
            })
            .ToList();
        return new PersonLikelihood(answers).Estimate(
            new ScoringOptions { Method = options.Ability, PopulationDeviation = bank.PopulationDeviation }
        );
    }

    /// <summary>Information-weighted mean square of residuals: Σ m (y - p)² / Σ p q, m the trials that n correlated ones are worth.</summary>
    internal static double? Infit(CalibratedBank bank, IEnumerable<RunItem> responses, double theta)
    {
        var (residual, expected) = (0.0, 0.0);
        foreach (var r in responses.Where(r => bank.Informs(r.Item)))
        {
            var p = bank[r.Item].Probability(theta);
            residual += bank.Effective(r.Trials) * (r.Value - p) * (r.Value - p);
            expected += p * (1 - p);
        }

        return expected > 0 ? residual / expected : null;
    }

    private static double DifficultyNoise(CalibratedBank bank, IEnumerable<RunItem> informing, double theta)
    {
        var noise = 0.0;
        foreach (var r in informing.Where(r => bank.Informs(r.Item)))
        {
            var p = bank[r.Item].Probability(theta);
            var information = bank.Effective(r.Trials) * p * (1 - p);
            noise += information * information * bank[r.Item].Variance;
        }

        return noise;
    }

    private static ImputedScore Bounded(ImputedScore score, double lower, double upper, IReadOnlyList<RunItem> run, int itemCount)
    {
        // What was run stands: the score cannot leave what the other items, all wrong or all right, would make of it.
        var right = run.Sum(r => r.Value);
        var (least, most) = (right / itemCount, (right + itemCount - run.Count) / itemCount);
        return score with { Lower = Math.Clamp(lower, least, most), Upper = Math.Clamp(upper, least, most) };
    }

    private static ImputedScore None(ImputationVariant variant, string reason) => new(variant, new Estimate.NotIdentified(reason));
}
