namespace Tare.Psychometrics;

/// <summary>Item calibration by marginal maximum likelihood: abilities are integrated out over a normal population.</summary>
/// <remarks>
/// Maximises Σ_p f_p ln ∫ Π_i P_i(θ)^r (1 - P_i(θ))^(n - r) φ(θ) dθ over the items' parameters by EM (Bock and Aitkin 1981) with parameter
/// expansion (Liu, Rubin and Wu 1998) and Anderson's (1965) acceleration. See docs/methods/marginal-maximum-likelihood.md.
/// </remarks>
public static class MarginalCalibration
{
    /// <summary>Fits.</summary>
    /// <param name="data">The responses; facets are not used.</param>
    /// <param name="options">The family, and how to fit it.</param>
    /// <param name="cancel">Stops between cycles.</param>
    /// <exception cref="NotIdentifiedException">The design falls apart, or has too few items or answers for the family.</exception>
    public static ItemCalibration Fit(ResponseMatrix data, MarginalOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        var (prepared, engine) = Run(data, options, cancel);
        return MarginalResults.Of(data, prepared, options, engine);
    }

    /// <summary>Fits, and leaves the engine at the optimum.</summary>
    internal static (MarginalData Data, MarginalEngine Engine) Run(ResponseMatrix data, MarginalOptions options, CancellationToken cancel)
    {
        Check(options);
        DesignGraph.RequireConnected(data);
        var prepared = MarginalDataBuilder.Of(data, HasGuessing(options));
        RequireIdentified(data, prepared, options);
        var engine = new MarginalEngine(prepared, options, data.Count);
        engine.Run(cancel);
        return (prepared, engine);
    }

    internal static bool HasGuessing(MarginalOptions options) =>
        options.Model == ResponseModel.ThreeParameter && options.Guessing.Fixed is null or > 0;

    private static void Check(MarginalOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaximumCycles);
        Require(
            options.Tolerance > 0 && double.IsFinite(options.Tolerance),
            $"tolerance {options.Tolerance}; expected a positive finite number"
        );
        Require(
            options.Grid is not { } grid || (grid.Points is >= 3 and <= 4096 && grid.Limit is > 0 and <= 20),
            $"grid {options.Grid}; expected 3 to 4096 points and a limit in (0, 20]"
        );
        var guessing = options.Guessing;
        Require(guessing.Fixed is not { } c || (c >= 0 && c < 1), $"guessing {guessing.Fixed}; expected a probability in [0, 1)");
        Require(
            guessing.PriorAlpha >= 1 && guessing.PriorBeta >= 1 && double.IsFinite(guessing.PriorAlpha + guessing.PriorBeta),
            $"prior Beta({guessing.PriorAlpha}, {guessing.PriorBeta}); expected both parameters at least 1"
        );
    }

    private static void Require(bool holds, string found)
    {
        if (!holds)
        {
            throw new ArgumentException($"Options of the calibration: {found}.");
        }
    }

    private static void RequireIdentified(ResponseMatrix data, MarginalData prepared, MarginalOptions options)
    {
        if (prepared.Items.Length == 0)
        {
            throw new NotIdentifiedException(
                "Every item was solved by all who tried it or by none, so no difficulty is finite. Add persons or items on which answers differ."
            );
        }

        var most = MostTrials(prepared);
        if (most <= 1)
        {
            throw new NotIdentifiedException(
                $"Each of the {data.Persons.Count} persons has one answer that informs, so ability and item cannot be told apart. "
                    + "At least some persons must answer two items, or one item twice (trials)."
            );
        }

        var needed = options.Model is ResponseModel.Rasch or ResponseModel.OneParameter ? 2 : 3;
        if (prepared.Items.Length < needed && !data.HasTrials)
        {
            throw new NotIdentifiedException(
                $"{prepared.Items.Length} item(s) with right and wrong answers; the {options.Model} family needs at least {needed}. "
                    + "Add items, or take a family with fewer parameters."
            );
        }
    }

    private static double MostTrials(MarginalData prepared)
    {
        var most = 0.0;
        for (var p = 0; p < prepared.Persons && most <= 1; p++)
        {
            most = Math.Max(most, prepared.Rows.AnswerCount(p));
        }

        return most;
    }
}
