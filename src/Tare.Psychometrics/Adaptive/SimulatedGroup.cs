namespace Tare.Psychometrics;

/// <summary>Simulated persons who share their true ability, or who come from the population.</summary>
public sealed record SimulatedGroup
{
    /// <summary>Their true ability, logits; <see langword="null"/> for the population.</summary>
    public required double? Ability { get; init; }

    /// <summary>How many persons were simulated.</summary>
    public required int Replicates { get; init; }

    /// <summary>How many of them have an estimate within ±20 logits; the next four numbers are theirs.</summary>
    public required int Estimated { get; init; }

    /// <summary>Mean of estimate minus truth, logits.</summary>
    public required double Bias { get; init; }

    /// <summary>Monte-Carlo error of <see cref="Bias"/>: standard deviation of estimate minus truth over the root of the number of persons.</summary>
    public required double BiasError { get; init; }

    /// <summary>Mean of the estimate freed of the bias of stopping, minus truth, logits.</summary>
    public required double StoppedBias { get; init; }

    /// <summary>Monte-Carlo error of <see cref="StoppedBias"/>.</summary>
    public required double StoppedBiasError { get; init; }

    /// <summary>Root of the mean square of estimate minus truth, logits.</summary>
    public required double RootMeanSquareError { get; init; }

    /// <summary>Mean of the standard errors that the tests stated, logits.</summary>
    public required double MeanStandardError { get; init; }

    /// <summary>Share of persons whose standard error reached the target.</summary>
    public required double ReachedShare { get; init; }

    /// <summary>Mean number of items.</summary>
    public required double MeanItems { get; init; }

    /// <summary>Largest number of items.</summary>
    public required int MostItems { get; init; }

    /// <summary>Mean number of items when the same persons get them in random order and stop by the same rule.</summary>
    public required double RandomOrderItems { get; init; }

    /// <summary>Share of persons who reached the target in random order.</summary>
    public required double RandomOrderReachedShare { get; init; }

    /// <summary>Whether the bias is no more than <paramref name="errors"/> Monte-Carlo errors.</summary>
    /// <param name="errors">How many, positive; at 3 an unbiased estimate fails once in 370 times.</param>
    public bool IsBiasWithin(double errors) => Math.Abs(Bias) <= errors * BiasError;

    /// <summary>The same of <see cref="StoppedBias"/>.</summary>
    /// <param name="errors">How many, positive.</param>
    public bool IsStoppedBiasWithin(double errors) => Math.Abs(StoppedBias) <= errors * StoppedBiasError;

    internal static SimulatedGroup Of(double? truth, SimulatedOutcome[] adaptive, SimulatedOutcome[] random)
    {
        var known = adaptive.Where(o => o.Ability is not null).ToArray();
        var differences = known.Select(o => o.Ability!.Value - o.Truth).ToArray();
        var count = Math.Max(1, known.Length);
        var (bias, biasError) = Mean(differences);
        var (stoppedBias, stoppedBiasError) = Mean([.. known.Select(o => o.Ability!.Value - o.StoppingBias - o.Truth)]);
        return new SimulatedGroup
        {
            Ability = truth,
            Replicates = adaptive.Length,
            Estimated = known.Length,
            Bias = bias,
            BiasError = biasError,
            StoppedBias = stoppedBias,
            StoppedBiasError = stoppedBiasError,
            RootMeanSquareError = Math.Sqrt(differences.Sum(d => d * d) / count),
            MeanStandardError = known.Sum(o => 1 / Math.Sqrt(o.Information)) / count,
            ReachedShare = Share(adaptive),
            MeanItems = adaptive.Average(o => o.Items.Length),
            MostItems = adaptive.Max(o => o.Items.Length),
            RandomOrderItems = random.Average(o => o.Items.Length),
            RandomOrderReachedShare = Share(random),
        };
    }

    private static (double Mean, double Error) Mean(double[] values)
    {
        var count = Math.Max(1, values.Length);
        var mean = values.Sum() / count;
        var square = values.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, values.Length - 1);
        return (mean, Math.Sqrt(square / count));
    }

    private static double Share(SimulatedOutcome[] outcomes) =>
        (double)outcomes.Count(o => o.Stop == AdaptiveStop.TargetReached) / outcomes.Length;
}
