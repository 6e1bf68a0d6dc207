namespace Tare.Psychometrics;

/// <summary>Item calibration in several dimensions by marginal maximum likelihood, from a given map of items to domains.</summary>
/// <remarks>
/// Bifactor: logit P = a₀ θ₀ + a₁ θ_d + c with independent standard normal abilities, at the cost of integrals in two dimensions however many domains
/// there are (Gibbons and Hedeker 1992; Cai 2010). Correlated: logit P = a θ_d + c with correlated standard normal abilities, at most five. EM with one
/// Newton step (Lange 1995), parameter expansion (Liu, Rubin and Wu 1998) and Anderson's (1965) acceleration, on points around each person's own
/// posterior (Schilling and Bock 2005). See docs/methods/several-dimensions.md.
/// </remarks>
public static class DimensionalCalibration
{
    /// <summary>Most domains of the correlated structure: the integral runs over all combinations of points.</summary>
    public const int MostCorrelated = 5;

    /// <summary>Fewest items that answers tell apart, for a domain to have an ability of its own.</summary>
    public const int FewestItems = 3;

    /// <summary>Fits.</summary>
    /// <param name="data">The responses; facets are not used.</param>
    /// <param name="options">Structure, and the domain of each item.</param>
    /// <param name="progress">Told after each pass, or <see langword="null"/>.</param>
    /// <param name="cancel">Stops between passes.</param>
    /// <exception cref="ArgumentException">An item has no domain, or there are more correlated domains than can be integrated.</exception>
    /// <exception cref="NotIdentifiedException">The design falls apart, domains have too few items, or the answers do not tell them apart.</exception>
    public static DimensionalResult Fit(
        ResponseMatrix data,
        DimensionOptions options,
        IProgress<DimensionProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        if (!(options.Tolerance > 0) || options.MaximumCycles < 1 || options.Threads < 0)
        {
            throw new ArgumentException(
                $"Tolerance {options.Tolerance}, {options.MaximumCycles} cycles, {options.Threads} threads; expected positive numbers, threads 0 or more.",
                nameof(options)
            );
        }

        DesignGraph.RequireConnected(data);
        var prepared = DimensionData.Of(data, options, FewestItems, out var small);
        RequireIdentified(prepared, small);
        var engine = new DimensionEngine(prepared, options);
        engine.Run(progress, cancel);
        var errors = DimensionErrors.Of(prepared, engine, progress, cancel);
        return DimensionResults.Of(prepared, options, engine, errors, small);
    }

    private static void RequireIdentified(DimensionData prepared, IReadOnlyList<string> small)
    {
        if (prepared.IsBifactor)
        {
            if (prepared.Domains.Length < 2)
            {
                throw new NotIdentifiedException(
                    $"{prepared.Domains.Length} domain(s) have at least {FewestItems} items with right and wrong answers; a general ability and domain abilities "
                        + "cannot be told apart below 2 such domains. Map more items, or take the family 2pl."
                );
            }

            return;
        }

        if (small.Count > 0)
        {
            throw new NotIdentifiedException(
                $"{small.Count} domain(s) have fewer than {FewestItems} items with right and wrong answers: {NameList.Of(small, 4)}. Their slopes and correlations "
                    + "cannot be told apart. Merge them with another domain, or leave their items out."
            );
        }

        if (prepared.Domains.Length > MostCorrelated)
        {
            throw new ArgumentException(
                $"{prepared.Domains.Length} correlated domains; expected at most {MostCorrelated}, since the integral runs over all combinations of points. "
                    + "The bifactor structure takes any number of domains; or merge some."
            );
        }
    }
}
