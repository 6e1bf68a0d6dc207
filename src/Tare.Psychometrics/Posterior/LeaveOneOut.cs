namespace Tare.Psychometrics;

/// <summary>How well a family predicts what it has not seen: expected log predictive density with each unit left out in turn.</summary>
/// <remarks>Vehtari, Gelman and Gabry (2017), by Pareto-smoothed importance sampling from draws given all units. See docs/methods/loo.md.</remarks>
/// <param name="Elpd">Σ f ln p(unit | the others).</param>
/// <param name="StandardError">√(units × variance over units).</param>
/// <param name="EffectiveParameters">Σ f (ln p(unit | all) - ln p(unit | the others)).</param>
/// <param name="Pointwise">Each unit's part, without its frequency.</param>
/// <param name="ParetoK">Each unit's tail shape.</param>
public sealed record LeaveOneOut(
    double Elpd,
    double StandardError,
    double EffectiveParameters,
    IReadOnlyList<double> Pointwise,
    IReadOnlyList<double> ParetoK
)
{
    /// <summary>Above this shape a unit's part is not to be trusted.</summary>
    public const double LargestK = 0.7;

    /// <summary>Units whose shape exceeds <see cref="LargestK"/>.</summary>
    public int Unreliable => ParetoK.Count(k => !(k <= LargestK));

    /// <summary>Largest shape.</summary>
    public double WorstK => ParetoK.Max();

    /// <summary>From log-likelihoods of each unit under each draw.</summary>
    /// <param name="logLikelihood"><c>[unit][draw]</c>, finite; at least one unit.</param>
    /// <param name="frequency">How many equal units each stands for; empty: one.</param>
    public static LeaveOneOut Of(IReadOnlyList<double[]> logLikelihood, IReadOnlyList<double> frequency)
    {
        ArgumentNullException.ThrowIfNull(logLikelihood);
        ArgumentNullException.ThrowIfNull(frequency);
        var pointwise = new double[logLikelihood.Count];
        var shapes = new double[logLikelihood.Count];
        var (elpd, effective) = (0.0, 0.0);
        var moments = new WeightedMoments();
        for (var u = 0; u < pointwise.Length; u++)
        {
            var draws = logLikelihood[u];
            var weights = Array.ConvertAll(draws, x => -x);
            shapes[u] = ParetoSmoothing.Smooth(weights);
            var joint = new double[draws.Length];
            for (var s = 0; s < draws.Length; s++)
            {
                joint[s] = weights[s] + draws[s];
            }

            pointwise[u] = LogSum(joint) - LogSum(weights);
            var mass = frequency.Count == 0 ? 1 : frequency[u];
            elpd += mass * pointwise[u];
            effective += mass * (LogSum(draws) - Math.Log(draws.Length) - pointwise[u]);
            moments.Add(pointwise[u], 0, mass);
        }

        return new LeaveOneOut(elpd, Math.Sqrt(moments.Mass * (moments.Variance ?? 0)), effective, pointwise, shapes);
    }

    internal static double LogSum(ReadOnlySpan<double> values)
    {
        var most = double.NegativeInfinity;
        foreach (var v in values)
        {
            most = Math.Max(most, v);
        }

        var sum = 0.0;
        foreach (var v in values)
        {
            sum += Math.Exp(v - most);
        }

        return most + Math.Log(sum);
    }
}
