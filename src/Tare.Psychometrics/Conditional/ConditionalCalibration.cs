namespace Tare.Psychometrics;

/// <summary>Rasch difficulties by conditional maximum likelihood: given each person's total, nothing is assumed of abilities.</summary>
/// <remarks>
/// Maximises Σ_p f_p ln P(answers | total) = -Σ_i b_i r_i - Σ_p f_p ln γ(total_p; e^-b) (Andersen 1970), with exact first and second derivatives of the
/// elementary symmetric functions (<see cref="ScoreChain"/>). Difficulties have mean 0 over the items that take part; standard errors are from the exact
/// information under that constraint. Abilities are then estimated with the items known (weighted likelihood, Warm 1989).
/// </remarks>
public static class ConditionalCalibration
{
    private const double LargestStep = 2;

    /// <summary>Fits.</summary>
    /// <param name="data">Right and wrong, or counts of trials; facets are not used.</param>
    /// <param name="options">When to stop.</param>
    /// <param name="cancel">Stops between steps.</param>
    /// <exception cref="ArgumentException">The responses are shares or have importance weights: they have no conditional likelihood.</exception>
    /// <exception cref="NotIdentifiedException">The design falls apart, or the items do not compare.</exception>
    public static PersonItemEstimates Fit(ResponseMatrix data, ConditionalOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        if (data.IsContinuous || data.HasImportance)
        {
            throw new ArgumentException(
                $"The responses have {(data.IsContinuous ? "shares that are no k of n" : "importance weights")}; given the total they have no likelihood. "
                    + "Take jml, which weighs them, or give k of n trials.",
                nameof(data)
            );
        }

        if (!(options.Tolerance > 0) || options.MaximumCycles < 1)
        {
            throw new ArgumentException($"{options}; expected a positive tolerance and at least one cycle.", nameof(options));
        }

        DesignGraph.RequireConnected(data);
        var problem = new ConditionalProblem(data);
        var (difficulty, convergence, covariance) = Solve(problem, options, cancel);
        return Result(data, problem, difficulty, convergence, covariance);
    }

    private static (double[] Difficulty, Convergence Convergence, SymmetricMatrix? Covariance) Solve(
        ConditionalProblem problem,
        ConditionalOptions options,
        CancellationToken cancel
    )
    {
        var count = problem.Items.Length;
        var difficulty = new double[count];
        var gradient = new double[count];
        var trial = new double[count];
        var change = double.PositiveInfinity;
        SymmetricMatrix? covariance = null;
        var value = double.NaN;
        var cycles = 0;
        while (cycles < options.MaximumCycles)
        {
            cancel.ThrowIfCancellationRequested();
            cycles++;
            var information = new SymmetricMatrix(count);
            value = problem.Evaluate(difficulty, gradient, information);
            covariance = Constrained(information);
            if (covariance is null)
            {
                break;
            }

            change = Step(problem, value, difficulty, gradient, trial, covariance);
            if (change < options.Tolerance)
            {
                value = problem.Evaluate(difficulty, gradient, null);
                break;
            }
        }

        var norm = gradient.Max(Math.Abs);
        return (difficulty, new Convergence(change < options.Tolerance, cycles, value, norm, []), covariance);
    }

    /// <summary>A Newton step, halved until the likelihood does not fall; returns the largest change.</summary>
    private static double Step(
        ConditionalProblem problem,
        double value,
        double[] difficulty,
        double[] gradient,
        double[] trial,
        SymmetricMatrix covariance
    )
    {
        var step = new double[difficulty.Length];
        for (var i = 0; i < step.Length; i++)
        {
            for (var j = 0; j < step.Length; j++)
            {
                step[i] += covariance[i, j] * gradient[j];
            }
        }

        var factor = Math.Min(1, LargestStep / Math.Max(step.Max(Math.Abs), 1e-300));
        var scratch = new double[step.Length];
        for (var halving = 0; halving < 30; halving++, factor /= 2)
        {
            for (var i = 0; i < step.Length; i++)
            {
                trial[i] = difficulty[i] + (factor * step[i]);
            }

            if (problem.Evaluate(trial, scratch, null) >= value - (1e-12 * Math.Abs(value)))
            {
                break;
            }
        }

        trial.CopyTo(difficulty, 0);
        return factor * step.Max(Math.Abs);
    }

    /// <summary>Covariance under Σ b = 0: the information is singular along the constant, which is filled in and taken away again.</summary>
    private static SymmetricMatrix? Constrained(SymmetricMatrix information)
    {
        var count = information.Order;
        var scale = Enumerable.Range(0, count).Average(i => information[i, i]);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                information[i, j] += scale / count;
            }
        }

        var covariance = information.Inverse();
        for (var i = 0; covariance is not null && i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                covariance[i, j] -= 1 / (scale * count);
            }
        }

        return covariance;
    }

    private static PersonItemEstimates Result(
        ResponseMatrix data,
        ConditionalProblem problem,
        double[] difficulty,
        Convergence convergence,
        SymmetricMatrix? covariance
    )
    {
        var items = new CalibratedItem[data.Items.Count];
        var known = new Dictionary<string, ItemParameters>(StringComparer.Ordinal);
        var slope = new Estimate.Known(1, null, EstimateBasis.Fixed);
        var none = new Estimate.Known(0, null, EstimateBasis.Fixed);
        for (var k = 0; k < problem.Items.Length; k++)
        {
            var id = data.Items[problem.Items[k]];
            double? error = covariance is not null && covariance[k, k] > 0 ? Math.Sqrt(covariance[k, k]) : null;
            known[id] = ItemParameters.At(1, difficulty[k]);
            items[problem.Items[k]] = new CalibratedItem(
                id,
                new Estimate.Known(difficulty[k], error),
                slope,
                none,
                new Estimate.Known(-difficulty[k], error)
            );
        }

        var aside = new List<string>();
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is null)
            {
                aside.Add(data.Items[i]);
                known[data.Items[i]] = new ItemParameters(0, 0);
                var reason = new Estimate.NotIdentified(
                    "All answers to the item that could inform are right, or all wrong: no finite difficulty explains them. It took no part in the fit."
                );
                items[i] = new CalibratedItem(data.Items[i], reason, slope, none, reason);
            }
        }

        return new PersonItemEstimates
        {
            Persons = AbilityScoring.Of(data, known, new ScoringOptions { Method = ScoringMethod.WeightedLikelihood }),
            Items = items,
            LogLikelihood = convergence.Objective,
            ParameterCount = problem.Items.Length - 1,
            Convergence = convergence,
            StandardErrors = StandardErrorKind.Fisher,
            Warnings = Warnings(data, problem, convergence, aside),
        };
    }

    private static List<string> Warnings(ResponseMatrix data, ConditionalProblem problem, Convergence convergence, List<string> aside)
    {
        var warnings = new List<string>();
        if (!convergence.Reached)
        {
            warnings.Add($"Not converged after {convergence.Iterations} Newton steps.");
        }

        if (aside.Count > 0)
        {
            warnings.Add($"{aside.Count} item(s) were set aside, since all answers that could inform are alike: {NameList.Of(aside, 4)}.");
        }

        if (problem.Persons < data.Persons.Count)
        {
            warnings.Add(
                $"{data.Persons.Count - problem.Persons} of {data.Persons.Count} persons have all right or all wrong: they carry no information on difficulties."
            );
        }

        return warnings;
    }
}
