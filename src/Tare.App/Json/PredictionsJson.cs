using System.Text.Json.Nodes;
using Tare.App.Dossiers;
using Tare.App.Screens;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare predictions --json</c>.</summary>
internal static class PredictionsJson
{
    public static JsonObject Of(OpenDossier dossier, IReadOnlyList<PredictionState> states, int total) =>
        new()
        {
            ["dossier"] = dossier.Index.Dossier.Id,
            ["asOf"] = Show.Date(DateOnly.FromDateTime(dossier.At.UtcDateTime)),
            ["total"] = total,
            ["predictions"] = new JsonArray([.. states.Select(s => One(dossier, s))]),
        };

    private static JsonObject One(OpenDossier dossier, PredictionState state)
    {
        var p = state.Prediction;
        return new JsonObject
        {
            ["id"] = p.Id,
            ["statement"] = p.Statement,
            ["issuer"] = p.Issuer,
            ["issuerName"] = dossier.Index.Holder(p.Issuer)?.Name,
            ["source"] = p.Source,
            ["issued"] = Show.Date(p.Issued),
            ["windowDays"] = p.WindowDays,
            ["deadline"] = Show.Date(p.Deadline),
            ["status"] = KebabCase.Of(state.Status),
            ["because"] = state.Because,
            ["resolvedLate"] = state.ResolvedLate,
            ["criteria"] = Criteria(p.Criteria),
            ["frozen"] = p.Frozen,
            ["expectation"] = p.Expectation.Text,
            ["forecasts"] = new JsonArray([
                .. p.Forecasts.Select(f => new JsonObject
                {
                    ["by"] = f.By,
                    ["at"] = f.At.ToString(),
                    ["probability"] = f.Probability,
                }),
            ]),
            ["scores"] = new JsonArray([
                .. state.FinalScores.Select(s => new JsonObject
                {
                    ["by"] = s.Forecast.By,
                    ["probability"] = s.Forecast.Probability,
                    ["brier"] = s.Brier,
                    ["logLoss"] = s.LogLoss,
                }),
            ]),
            ["baseRate"] = state.BaseRate is { } rate ? Rate(rate) : null,
            ["note"] = p.Note,
        };
    }

    private static JsonObject Criteria(PredictionCriteria c) =>
        new()
        {
            ["falsifier"] = c.Falsifier,
            ["observable"] = c.Observable,
            ["metric"] = c.Metric,
            ["judgeRule"] = c.JudgeRule,
            ["origin"] = KebabCase.Of(c.Origin),
            ["trueWhen"] = c.TrueWhen is { } w
                ? new JsonObject
                {
                    ["comparison"] = KebabCase.Of(w.Comparison),
                    ["lower"] = w.Lower,
                    ["upper"] = w.Upper,
                }
                : null,
        };

    private static JsonObject Rate(BaseRate rate) =>
        new()
        {
            ["class"] = rate.Class,
            ["cameTrue"] = rate.CameTrue,
            ["resolved"] = rate.Resolved,
            ["unresolved"] = rate.Unresolved,
            ["share"] = rate.Share,
            ["lower"] = rate.Interval?.Lower,
            ["upper"] = rate.Interval?.Upper,
            ["level"] = rate.Interval?.Level,
        };
}
