using Spectre.Console;
using Tare.App.Cli;
using Tare.App.Dossiers;
using Tare.Dossier;
using Tare.Records;

namespace Tare.App.Screens;

/// <summary>The screen of <c>tare predictions</c>.</summary>
internal static class PredictionsScreen
{
    public static void Write(Terminal terminal, OpenDossier dossier, IReadOnlyList<PredictionState> states, int total)
    {
        var console = terminal.Styled();
        foreach (var state in states)
        {
            One(console, dossier, state);
            console.WriteLine();
        }

        var day = DateOnly.FromDateTime(dossier.At.UtcDateTime);
        console.WriteLine($"{Show.Count(states.Count)} of {Show.Count(total, "prediction")}, as of {Show.Date(day)}.");
    }

    private static void One(IAnsiConsole console, OpenDossier dossier, PredictionState state)
    {
        var p = state.Prediction;
        console.MarkupLineInterpolated($"[bold]{p.Id}[/] {p.Statement}");
        var window = p.WindowDays is { } days ? $", {days} days after" : ", the day the issuer named";
        Prose.Labelled(
            console,
            4,
            "issued",
            $"{Show.Date(p.Issued)} by {dossier.Index.Holder(p.Issuer)?.Name ?? p.Issuer}, {RecordName.Sources(dossier.Index, [p.Source])}"
        );
        Prose.Labelled(console, 4, "deadline", $"{Show.Date(p.Deadline)}{window}");
        Prose.Labelled(console, 4, "status", $"{KebabCase.Of(state.Status)}{(state.ResolvedLate ? ", late" : "")}. {state.Because}");
        Prose.Labelled(console, 4, "false if", p.Criteria.Falsifier);
        Prose.Labelled(console, 4, "looked at", p.Criteria.Observable);
        Prose.Labelled(console, 4, "measured by", p.Criteria.Metric);
        Prose.Labelled(console, 4, "judged so", p.Criteria.JudgeRule);
        Prose.Labelled(
            console,
            4,
            "criteria",
            $"set by {(p.Criteria.Origin == CriteriaOrigin.Issuer ? "the issuer" : "this dossier, since the issuer set none")}; {Frozen(p)}"
        );
        Prose.Labelled(console, 4, "expects", p.Expectation.Text);
        Prose.Labelled(console, 4, "probability", Probability(state));
        Prose.Labelled(console, 4, "base rate", Rate(state.BaseRate));
        Prose.Labelled(console, 4, "remark", p.Note);
    }

    private static string Frozen(Prediction p) => p.Frozen is null ? "not frozen by a digest" : $"frozen at issue under {p.Frozen[..12]}";

    private static string Probability(PredictionState state)
    {
        var p = state.Prediction;
        if (p.Forecasts.Count == 0)
        {
            return "none was stated, so nothing is scored";
        }

        if (state.FinalScores.Count > 0)
        {
            return string.Join(
                "; ",
                state.FinalScores.Select(s =>
                    $"{s.Forecast.By} {Show.Number(s.Forecast.Probability, "0.##")}: Brier {Show.Number(s.Brier, "F3")}, "
                    + $"log loss {(s.LogLoss is { } loss ? Show.Number(loss, "F3") : "infinite")}"
                )
            );
        }

        return string.Join("; ", p.Forecasts.Select(f => $"{f.By} {Show.Number(f.Probability, "0.##")} at {f.At}"))
            + "; not resolved, so not scored";
    }

    private static string Rate(BaseRate? rate) =>
        rate switch
        {
            null => "no class of like predictions",
            { Share: { } share, Interval: { } i } =>
                $"{rate.CameTrue} of {rate.Resolved} others of '{rate.Class}' came true: {Show.Share(share)} [{Show.Share(i.Lower)}, {Show.Share(i.Upper)}] ({Show.Level(i.Level)})",
            _ => $"unknown: none of the {rate.Unresolved} others of '{rate.Class}' is resolved",
        };
}
