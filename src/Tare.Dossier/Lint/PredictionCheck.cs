using Tare.Records;

namespace Tare.Dossier;

/// <summary>Predictions whose dates, probabilities or frozen terms do not hold together.</summary>
internal sealed class PredictionCheck : ILintCheck
{
    public LintRule Rule { get; } =
        new(
            "S6",
            "predictions",
            "a deadline that is not issue plus window, a probability outside [0, 1] or before issue, terms changed after they were frozen, an amendment after the first forecast"
        );

    public void Run(LintPass pass)
    {
        foreach (var prediction in pass.Dossier.Predictions)
        {
            Dates(pass, prediction);
            Forecasts(pass, prediction);
            Frozen(pass, prediction);
            Amendment(pass, prediction);
        }
    }

    private void Dates(LintPass pass, Prediction p)
    {
        var at = $"predictions/{p.Id}/deadline";
        if (p.Deadline <= p.Issued)
        {
            pass.Error(Rule.Id, at, $"deadline {Day(p.Deadline)}, issued {Day(p.Issued)}", "a day after the issue", "correct the deadline");
        }
        else if (p.WindowDays is { } window && p.Issued.AddDays(window) != p.Deadline)
        {
            pass.Error(
                Rule.Id,
                at,
                $"deadline {Day(p.Deadline)}",
                FormattableString.Invariant($"{Day(p.Issued.AddDays(window))}: {Day(p.Issued)} plus {window} days"),
                "correct the deadline or the window"
            );
        }
    }

    private void Forecasts(LintPass pass, Prediction p)
    {
        var at = $"predictions/{p.Id}/forecasts";
        foreach (var forecast in p.Forecasts)
        {
            if (forecast.Probability is not (>= 0 and <= 1))
            {
                pass.Error(
                    Rule.Id,
                    at,
                    FormattableString.Invariant($"{forecast.By} gives probability {forecast.Probability}"),
                    "a number in [0, 1]",
                    "write 70 % as 0.7"
                );
            }

            if (!forecast.At.IsKnown || forecast.At.Latest < PartialDate.On(p.Issued).Earliest)
            {
                pass.Error(
                    Rule.Id,
                    at,
                    $"{forecast.By} forecast at {forecast.At}",
                    $"a date from {Day(p.Issued)} on",
                    "give the date of the forecast"
                );
            }
        }

        if (p.Resolution is { At.IsKnown: false })
        {
            pass.Error(
                Rule.Id,
                $"predictions/{p.Id}/resolution",
                "judged at an unknown date",
                "the date of the decision",
                "give it: late decisions are marked as late"
            );
        }
    }

    private void Frozen(LintPass pass, Prediction p)
    {
        var digest = PredictionDigest.Of(p);
        if (p.Frozen is null)
        {
            pass.Gaps.Add(
                new LintGap(Rule.Id, $"predictions/{p.Id}/frozen", $"without a digest a later change would not show; set frozen: {digest}")
            );
        }
        else if (!string.Equals(p.Frozen, digest, StringComparison.Ordinal))
        {
            pass.Error(
                Rule.Id,
                $"predictions/{p.Id}/frozen",
                $"the terms have digest {digest}, but {p.Frozen} was frozen at issue{After(p)}",
                "the terms as they were issued",
                p.Forecasts.Count > 0
                    ? "undo the change; other terms are another prediction, and the forecasts do not carry over"
                    : "undo the change, and issue a new prediction that replaces this one"
            );
        }
    }

    private void Amendment(LintPass pass, Prediction p)
    {
        if (pass.Index.Prediction(p.Replaces) is { } old && PredictionAmendment.FirstForecastBy(old, p.Issued) is { } first)
        {
            pass.Error(
                Rule.Id,
                $"predictions/{p.Id}/replaces",
                $"'{old.Id}' had its first forecast at {first.At} by {first.By}, before this amendment of {Day(p.Issued)}",
                "an amendment before the first forecast",
                $"let {old.Id} run to its end, and issue this one without replaces"
            );
        }
    }

    private static string After(Prediction p) =>
        p.Forecasts.Count == 0 ? string.Empty : $", and the first forecast was at {p.Forecasts[0].At}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
