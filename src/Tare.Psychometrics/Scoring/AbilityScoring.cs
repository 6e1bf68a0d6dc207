namespace Tare.Psychometrics;

/// <summary>Abilities given known items.</summary>
/// <remarks>See docs/methods/ability-scoring.md. Facets are not used.</remarks>
public static class AbilityScoring
{
    /// <summary>Scores every person of a matrix.</summary>
    /// <param name="data">The responses.</param>
    /// <param name="items">Parameters of the items, by identifier.</param>
    /// <param name="options">The estimator.</param>
    /// <exception cref="ArgumentException">An item of the data has no parameters, or parameters are not finite.</exception>
    public static IReadOnlyList<CalibratedPerson> Of(
        ResponseMatrix data,
        IReadOnlyDictionary<string, ItemParameters> items,
        ScoringOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        var parameters = data.Items.Select(id => (ItemParameters?)Find(items, id)).ToArray();
        return
        [
            .. PersonScores.Of(data, parameters, options, threads: 0, progress: null, CancellationToken.None).Select(score => score.Person),
        ];
    }

    /// <summary>Scores every person with the items of a calibration; items without parameters are left out of the likelihood.</summary>
    /// <param name="data">The responses; every item must be in the calibration.</param>
    /// <param name="calibration">The calibrated items.</param>
    /// <param name="options">The estimator.</param>
    public static IReadOnlyList<CalibratedPerson> Of(ResponseMatrix data, ItemCalibration calibration, ScoringOptions options)
    {
        ArgumentNullException.ThrowIfNull(calibration);

        // A slope of 0 carries no information on ability.
        var items = calibration.Items.ToDictionary(
            item => item.Id,
            item => item.Parameters is { } known ? known : new ItemParameters(0, 0),
            StringComparer.Ordinal
        );
        return Of(data, items, options);
    }

    private static ItemParameters Find(IReadOnlyDictionary<string, ItemParameters> items, string id)
    {
        if (!items.TryGetValue(id, out var item))
        {
            throw new ArgumentException(
                $"Item '{id}' has responses and no parameters; expected all items to be known. Calibrate it, or leave it out."
            );
        }

        return double.IsFinite(item.Discrimination) && double.IsFinite(item.Intercept) && item.Guessing is >= 0 and < 1
            ? item
            : throw new ArgumentException(
                $"Item '{id}': {item}; expected finite slope and intercept and a guessing probability in [0, 1)."
            );
    }

    internal static void Check(ScoringOptions options)
    {
        if (!(options.PopulationDeviation > 0 && double.IsFinite(options.PopulationDeviation) && double.IsFinite(options.PopulationMean)))
        {
            throw new ArgumentException(
                $"Population mean {options.PopulationMean}, deviation {options.PopulationDeviation}; expected finite numbers and a positive deviation."
            );
        }

        if (!(options.Limit > 0 && double.IsFinite(options.Limit)))
        {
            throw new ArgumentException($"Limit {options.Limit}; expected a positive finite number of logits.");
        }
    }
}
