namespace Tare.Psychometrics;

/// <summary>Abilities and item parameters together: weighted joint maximum likelihood (Rasch), or joint maximum a posteriori (Rasch, two parameters).</summary>
/// <remarks>
/// Maximises Σ w (r ln P + (n - r) ln(1 - P)) with P = logistic(a_i (θ_p - b_i)), plus the logarithms of the priors that were asked for. Importance
/// weights and shares make it a quasi-likelihood. Joint maximum likelihood spreads difficulties by about J / (J - 1) for J items (Andersen 1973);
/// marginal likelihood does not. Standard errors treat the other side as known: from the information, or from the sandwich (each person's, or
/// item's, answers as independent contributions) where the objective is a quasi-likelihood.
/// </remarks>
public static class JointCalibration
{
    /// <summary>Fits.</summary>
    /// <param name="data">The responses; facets are not used.</param>
    /// <param name="options">Priors, if any, and when to stop.</param>
    /// <exception cref="NotIdentifiedException">The design falls into components, or nothing is left after all-right and all-wrong are set aside.</exception>
    public static PersonItemEstimates Fit(ResponseMatrix data, JointOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaximumCycles);
        Check(options.Tolerance, nameof(options.Tolerance));
        Check(options.AbilityDeviation ?? 1, nameof(options.AbilityDeviation));
        Check(options.DifficultyDeviation ?? 1, nameof(options.DifficultyDeviation));
        Check(options.LogDiscriminationDeviation, nameof(options.LogDiscriminationDeviation));
        DesignGraph.RequireConnected(data);
        if (options.Model == ResponseModel.TwoParameter)
        {
            return JointTwoParameter.Fit(data, options);
        }

        if (options.Model != ResponseModel.Rasch)
        {
            throw new ArgumentException($"Family {options.Model}; joint estimates are for Rasch and TwoParameter.", nameof(options));
        }

        var problem = new JointProblem(data, options);
        problem.SetExtremesAside();
        var convergence = problem.Solve();
        var restandardised = problem.Restandardise();
        return problem.Result(convergence, restandardised);
    }

    private static void Check(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentException($"{name} {value}; expected a positive finite number.");
        }
    }
}
