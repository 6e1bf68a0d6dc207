using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

/// <summary>Responses for the tests of fit statistics.</summary>
internal static class FitCases
{
    /// <summary>A complete table from rows of 0 and 1.</summary>
    internal static ResponseMatrix Table(IReadOnlyList<string> rows, string? facet = null, IReadOnlyList<string>? levels = null) =>
        ResponseMatrix.From(
            rows.SelectMany(
                (row, p) =>
                    row.Select(
                        (c, i) => new Response($"p{p + 1:000}", $"i{i + 1:00}", c - '0') { Levels = facet is null ? null : [levels![p]] }
                    )
            ),
            facet is null ? [] : [facet]
        );

    /// <summary>Two-parameter answers, k of n where trials exceed 1.</summary>
    internal static List<Response> Simulate(int persons, int items, int seed, double slopeSpread = 0.3, int trials = 1)
    {
        var random = RandomSource.For("fit cases", seed);
        var slopes = Enumerable.Range(0, items).Select(_ => Math.Exp(slopeSpread * random.NextNormal())).ToArray();
        var difficulties = Enumerable.Range(0, items).Select(i => -1.5 + (3.0 * i / Math.Max(1, items - 1))).ToArray();
        var responses = new List<Response>();
        for (var p = 0; p < persons; p++)
        {
            var theta = random.NextNormal();
            for (var i = 0; i < items; i++)
            {
                var probability = Logistic.Sigmoid(slopes[i] * (theta - difficulties[i]));
                var right = Enumerable.Range(0, trials).Count(_ => random.NextDouble() < probability);
                responses.Add(
                    trials == 1 ? new Response($"p{p:0000}", $"i{i:00}", right) : Response.Of($"p{p:0000}", $"i{i:00}", right, trials)
                );
            }
        }

        return responses;
    }

    internal static ItemCalibration Fit(ResponseMatrix data, ResponseModel model = ResponseModel.TwoParameter) =>
        MarginalCalibration.Fit(data, new MarginalOptions { Model = model });

    internal static CalibrationFit Judge(ItemCalibration fit, FitOptions? options = null) =>
        CalibrationFit.Of(fit, options ?? new FitOptions(), TestContext.Current.CancellationToken);

    internal static DifReport Compare(ResponseMatrix data, ResponseModel model = ResponseModel.TwoParameter) =>
        DifferentialItemFunctioning.Of(Fit(data, model), "tool", new DifOptions(), TestContext.Current.CancellationToken);

    internal static IReadOnlyList<FamilyDifference> Predict(ResponseMatrix data, params ResponseModel[] models) =>
        FamilyComparison.Of(data, models, new MarginalOptions(), cancel: TestContext.Current.CancellationToken);
}
