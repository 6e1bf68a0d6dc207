using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Rasch items calibrated on other persons, ready to predict.</summary>
internal sealed class CalibratedBank
{
    private readonly Dictionary<string, ImputationItem> _items;

    private CalibratedBank(Dictionary<string, ImputationItem> items, double deviation, double correlation, string? problem)
    {
        _items = items;
        PopulationDeviation = deviation;
        TrialCorrelation = correlation;
        Problem = problem;
    }

    /// <summary>Standard deviation of the other persons' abilities, logits.</summary>
    internal double PopulationDeviation { get; }

    /// <summary>Correlation ρ, in [0, 1], of trials of one person at one item given ability and difficulty; 0 where there is one trial each.</summary>
    internal double TrialCorrelation { get; }

    /// <summary>Why the items cannot be used; <see langword="null"/> where they can.</summary>
    internal string? Problem { get; }

    /// <summary>How many independent trials n correlated ones are worth: n / (1 + (n - 1) ρ).</summary>
    internal double Effective(double trials) => trials / (1 + ((trials - 1) * TrialCorrelation));

    internal ImputationItem this[string item] => _items[item];

    /// <summary>Whether responses to the item say something about ability.</summary>
    internal bool Informs(string item) => _items.TryGetValue(item, out var found) && found.Constant is null;

    /// <summary>Whether the item can be predicted.</summary>
    internal bool Has(string item) => _items.ContainsKey(item);

    /// <summary>Calibrates the items on some persons.</summary>
    internal static CalibratedBank From(ResponseMatrix others, CancellationToken cancel)
    {
        var options = new MarginalOptions
        {
            Model = ResponseModel.Rasch,
            StandardErrors = StandardErrorMethod.ItemBlock,
            Threads = 1,
        };
        var fit = MarginalCalibration.Fit(others, options, cancel);
        var (right, trials, responses) = Totals(others);
        var correlation = Correlation(others, fit);
        var items = new Dictionary<string, ImputationItem>(StringComparer.Ordinal);
        for (var i = 0; i < fit.Items.Count; i++)
        {
            items[fit.Items[i].Id] = fit.Items[i].Difficulty is Estimate.Known { StandardError: { } error } b
                ? new ImputationItem(b.Value, error * error * (1 + (((trials[i] / responses[i]) - 1) * correlation)), null)
                : new ImputationItem(0, 0, Share(right[i], trials[i]));
        }

        var deviation = fit.PopulationDeviation is Estimate.Known known ? known.Value : 1;
        return new CalibratedBank(
            items,
            deviation,
            correlation,
            fit.Convergence.Reached
                ? null
                : $"The difficulties of {fit.Items.Count} items did not converge on {fit.Persons.Count} other persons: their answers follow the order of ability too closely, or are too few. Add persons."
        );
    }

    /// <summary>
    /// Σ ((k - n p)² - n p q) / Σ n (n - 1) p q over responses of several trials, at the fitted abilities and difficulties: the moment estimate of
    /// the beta-binomial's correlation (Williams 1982, section 3).
    /// </summary>
    private static double Correlation(ResponseMatrix data, ItemCalibration fit)
    {
        var (excess, scale) = (0.0, 0.0);
        for (var k = 0; data.HasTrials && k < data.Count; k++)
        {
            if (
                fit.Items[data.ItemOf[k]].Difficulty is Estimate.Known b
                && fit.Persons[data.PersonOf[k]].Ability is Estimate.Known theta
                && data.Trials[k] is > 1 and var n
            )
            {
                var p = Logistic.Sigmoid(theta.Value - b.Value);
                var residual = n * (data.Value[k] - p);
                excess += (residual * residual) - (n * p * (1 - p));
                scale += (double)n * (n - 1) * p * (1 - p);
            }
        }

        return scale > 0 ? Math.Clamp(excess / scale, 0, 1) : 0;
    }

    private static (double[] Right, double[] Trials, double[] Responses) Totals(ResponseMatrix data)
    {
        var (right, trials, responses) = (new double[data.Items.Count], new double[data.Items.Count], new double[data.Items.Count]);
        for (var k = 0; k < data.Count; k++)
        {
            right[data.ItemOf[k]] += data.Value[k] * data.Trials[k];
            trials[data.ItemOf[k]] += data.Trials[k];
            responses[data.ItemOf[k]]++;
        }

        return (right, trials, responses);
    }

    /// <summary>Posterior of a share under Jeffreys' prior Beta(1/2, 1/2): mean and variance.</summary>
    private static (double Mean, double Variance) Share(double right, double trials)
    {
        var mean = (right + 0.5) / (trials + 1);
        return (mean, mean * (1 - mean) / (trials + 2));
    }
}
