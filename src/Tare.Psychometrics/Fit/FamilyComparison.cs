using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Which family predicts new persons best: PSIS-LOO over persons, abilities integrated out.</summary>
/// <remarks>
/// The item parameters are drawn from their normal approximation at the maximum, N(ξ, I⁻¹) with the whole observed information (a Bernstein-von
/// Mises posterior under flat priors); a unit is a person, its likelihood the marginal one (Merkle, Furr and Rabe-Hesketh 2019). With many
/// parameters for few persons one person moves the parameters far, the ratios' tail is heavy, k says so, and no difference is given. See
/// docs/methods/loo.md.
/// </remarks>
public static class FamilyComparison
{
    /// <summary>Draws of the item parameters.</summary>
    private const int Draws = 1000;

    /// <summary>More responses than this would take minutes.</summary>
    private const int MostResponses = 3_000_000;

    /// <summary>More parameters than this would take minutes to factor.</summary>
    private const int MostParameters = 1500;

    /// <summary>Draws that a comparison takes.</summary>
    /// <param name="models">The families.</param>
    public static int TotalDraws(IReadOnlyList<ResponseModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return Draws * models.Distinct().Count();
    }

    /// <summary>Fits each family and compares them, the best first.</summary>
    /// <param name="data">The responses, all of likelihood kind: right or wrong, or k of n.</param>
    /// <param name="models">The families.</param>
    /// <param name="options">How to fit; its family is not used.</param>
    /// <param name="progress">Told the number of finished draws, ascending, or <see langword="null"/>; of all families <see cref="TotalDraws"/>.</param>
    /// <param name="cancel">Stops between draws.</param>
    /// <exception cref="NotIdentifiedException">The design falls apart, or has too few items or answers.</exception>
    public static IReadOnlyList<FamilyDifference> Of(
        ResponseMatrix data,
        IReadOnlyList<ResponseModel> models,
        MarginalOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(options);
        var predictions = models
            .Distinct()
            .Select((model, k) => Predict(data, options with { Model = model }, done => progress?.Report((k * Draws) + done), cancel))
            .ToArray();
        var best = predictions.Where(IsTrusted).MaxBy(p => p.LeaveOneOut!.Elpd);
        return
        [
            .. predictions
                .Select(p => Against(p, best, data))
                .OrderByDescending(d => d.Difference ?? double.NegativeInfinity)
                .ThenBy(d => d.Prediction.Model),
        ];
    }

    private static bool IsTrusted(FamilyPrediction p) => p.LeaveOneOut is { Unreliable: 0 };

    private static FamilyDifference Against(FamilyPrediction family, FamilyPrediction? best, ResponseMatrix data)
    {
        if (best is null || !IsTrusted(family))
        {
            return new FamilyDifference(family, null, null);
        }

        var moments = new WeightedMoments();
        var sum = 0.0;
        for (var p = 0; p < data.Persons.Count; p++)
        {
            var difference = family.LeaveOneOut!.Pointwise[p] - best.LeaveOneOut!.Pointwise[p];
            var mass = data.HasFrequency ? data.PersonFrequency[p] : 1;
            sum += mass * difference;
            moments.Add(difference, 0, mass);
        }

        return new FamilyDifference(family, sum, Math.Sqrt(moments.Mass * (moments.Variance ?? 0)));
    }

    private static FamilyPrediction Predict(ResponseMatrix data, MarginalOptions options, Action<int> progress, CancellationToken cancel)
    {
        var (prepared, engine) = MarginalCalibration.Run(data, options, cancel);
        var layout = new ParameterLayout(
            prepared.Items.Length,
            engine.Parameters.EstimatesGuessing ? 3 : 2,
            options.Model is ResponseModel.Rasch or ResponseModel.OneParameter
        );
        FamilyPrediction Refuse(string reason) => new(options.Model, engine.LogLikelihood, layout.Count, null, reason);
        if (data.IsContinuous || data.HasImportance)
        {
            return Refuse("Shares and importance weights make a quasi-likelihood, which predicts nothing.");
        }

        if (data.Count > MostResponses || layout.Count > MostParameters)
        {
            return Refuse(
                $"{data.Count:N0} responses and {layout.Count:N0} parameters; leave-one-out is computed up to {MostResponses:N0} and {MostParameters:N0}. Compare on a sample of persons."
            );
        }

        if (!engine.IsReached)
        {
            return Refuse("The fit did not converge.");
        }

        var sums = engine.Expectation.Run(engine.Parameters, cancel);
        var information = new ItemInformation(prepared, engine.Parameters, engine.Expectation, layout);
        var whole = information.Sum(whole: true, sums, options.Guessing)[0].Information;
        double[][] factor = [.. Enumerable.Range(0, layout.Count).Select(i => whole.Row(i)[..(i + 1)].ToArray())];
        if (!Triangle.TryFactor(factor))
        {
            return Refuse("The information matrix is not positive definite: the parameters have no normal approximation.");
        }

        var draws = Draw(prepared, engine, layout, factor, options.Model, progress, cancel);
        double[] frequency = data.HasFrequency ? data.PersonFrequency.ToArray() : [];
        return new FamilyPrediction(options.Model, engine.LogLikelihood, layout.Count, LeaveOneOut.Of(draws, frequency), null);
    }

    /// <summary>Each person's marginal log-likelihood under each draw of the parameters.</summary>
    private static double[][] Draw(
        MarginalData data,
        MarginalEngine engine,
        ParameterLayout layout,
        double[][] factor,
        ResponseModel model,
        Action<int> progress,
        CancellationToken cancel
    )
    {
        double[][] result = [.. Enumerable.Range(0, data.Persons).Select(_ => new double[Draws])];
        var step = new double[layout.Count];
        for (var s = 0; s < Draws; s++)
        {
            cancel.ThrowIfCancellationRequested();
            var random = RandomSource.For($"loo/{model}", s);
            for (var k = 0; k < step.Length; k++)
            {
                step[k] = random.NextNormal();
            }

            Triangle.Backward(factor, step);
            _ = engine.Expectation.Run(Moved(engine.Parameters, layout, step), cancel);
            for (var p = 0; p < result.Length; p++)
            {
                result[p][s] = engine.Expectation.Windows.LogLikelihood[p];
            }

            progress(s + 1);
        }

        return result;
    }

    private static ItemParameterVector Moved(ItemParameterVector from, ParameterLayout layout, double[] step)
    {
        var moved = from.Copy();
        for (var j = 0; j < layout.Items; j++)
        {
            moved.A[j] += step[layout.Index(j, 0)];
            moved.D[j] += step[layout.Index(j, 1)];
            if (from.EstimatesGuessing)
            {
                moved.G[j] += step[layout.Index(j, 2)];
            }
        }

        return moved;
    }
}
