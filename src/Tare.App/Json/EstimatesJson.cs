using System.Text.Json.Nodes;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>Conditional and joint estimates, and bootstrap errors, in schema <c>tare/calibrate/1</c>.</summary>
internal static class EstimatesJson
{
    public static JsonObject Of(PersonItemEstimates fit, string estimator, ResponseModel model, ResampledErrors? bootstrap) =>
        new()
        {
            ["family"] = KebabCase.Of(model),
            ["estimator"] = estimator,
            ["logLikelihood"] = fit.LogLikelihood,
            ["parameters"] = fit.ParameterCount,
            ["converged"] = fit.Convergence.Reached,
            ["iterations"] = fit.Convergence.Iterations,
            ["standardErrorMethod"] = KebabCase.Of(fit.StandardErrors),
            ["persons"] = new JsonArray([
                .. fit.Persons.Select(p => DiagnosticsJson.WithFit(CalibrateJson.Value(p.Id, p.Ability), null as PersonFit)),
            ]),
            ["items"] = new JsonArray([.. fit.Items.Select(i => DiagnosticsJson.WithFit(CalibrateJson.Item(i), null as ItemFit))]),
            ["components"] = new JsonArray(),
            ["bootstrap"] = Of(bootstrap),
        };

    public static JsonObject? Of(ResampledErrors? bootstrap) =>
        bootstrap is null
            ? null
            : new JsonObject
            {
                ["resampled"] = KebabCase.Of(bootstrap.Options.Unit),
                ["draws"] = bootstrap.Options.Draws,
                ["failedDraws"] = bootstrap.FailedDraws,
                ["stream"] = bootstrap.Options.Stream,
                ["level"] = bootstrap.Options.IntervalLevel,
                ["intervalKind"] = "percentile",
                ["abilities"] = Values(bootstrap.Abilities),
                ["difficulties"] = Values(bootstrap.Difficulties),
                ["discriminations"] = Values(bootstrap.Discriminations),
            };

    private static JsonArray Values(IEnumerable<ResampledValue> values) =>
        new([
            .. values.Select(v => new JsonObject
            {
                ["id"] = v.Id,
                ["standardError"] = v.StandardError,
                ["lower"] = v.Lower,
                ["upper"] = v.Upper,
                ["draws"] = v.Draws,
            }),
        ]);
}
