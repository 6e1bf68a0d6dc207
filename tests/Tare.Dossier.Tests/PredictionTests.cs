using FsCheck;
using FsCheck.Fluent;
using Tare.Records;

namespace Tare.Dossier.Tests;

public sealed class PredictionTests
{
    [Theory]
    [InlineData(0.7, true, 0.09, 0.35667494393873245)]
    [InlineData(0.7, false, 0.49, 1.2039728043259361)]
    [InlineData(0.5, true, 0.25, 0.6931471805599453)]
    [InlineData(1, true, 0, 0)]
    public void Scores_are_those_of_the_definition(double probability, bool cameTrue, double brier, double logLoss)
    {
        var score = ForecastScore.Of(
            new Forecast("a", PartialDate.Parse("2026-01-01"), probability),
            cameTrue ? Answered.Yes : Answered.No
        );
        score.Brier.ShouldBe(brier, 1e-15);
        score.LogLoss!.Value.ShouldBe(logLoss, 1e-15);
    }

    [Fact]
    public void Certainty_that_was_wrong_has_no_finite_log_loss()
    {
        var forecast = new Forecast("a", PartialDate.Parse("2026-01-01"), 0);
        ForecastScore.Of(forecast, Answered.Yes).LogLoss.ShouldBeNull();
        ForecastScore.Of(forecast, Answered.Yes).Brier.ShouldBe(1);
        Should.Throw<ArgumentOutOfRangeException>(() => ForecastScore.Of(forecast, Answered.Unknown));
    }

    [Fact]
    public void Both_scores_are_proper_so_that_honesty_is_best() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260717UL, 3UL),
            Prop.ForAll(
                Gen.Choose(1, 99).Two().ToArbitrary(),
                pair =>
                {
                    var (belief, stated) = (pair.Item1 / 100.0, pair.Item2 / 100.0);
                    Expected(belief, stated, s => s.Brier).ShouldBeGreaterThanOrEqualTo(Expected(belief, belief, s => s.Brier) - 1e-15);
                    Expected(belief, stated, s => s.LogLoss!.Value)
                        .ShouldBeGreaterThanOrEqualTo(Expected(belief, belief, s => s.LogLoss!.Value) - 1e-12);
                }
            )
        );

    [Fact]
    public void Scores_exist_only_where_a_probability_was_stated_in_time()
    {
        PredictionState.All(Debate.Dossier, Debate.AsOf).ShouldAllBe(s => s.Scores.Count == 0);
        var judged = Judged("2026-07-10", PredictionOutcome.True);
        var state = State(judged, Debate.AsOf);
        state.Status.ShouldBe(PredictionStatus.True);
        state.ResolvedLate.ShouldBeFalse();
        state.Scores.Select(s => s.Forecast.Probability).ShouldBe([0.2, 0.6, 0.9]);
        state.FinalScores.Select(s => (s.Forecast.By, Math.Round(s.Brier, 12))).ShouldBe([("brand", 0.01), ("lambert", 0.16)]);
    }

    [Fact]
    public void A_judgement_counts_from_its_day_and_a_late_one_says_so()
    {
        var late = Judged("2026-08-01", PredictionOutcome.False);
        State(late, Debate.Instant("2026-07-15")).Status.ShouldBe(PredictionStatus.Open);
        State(late, Debate.Instant("2026-07-31")).Status.ShouldBe(PredictionStatus.ExpiredUnresolved);
        State(late, Debate.Instant("2026-08-01")).Status.ShouldBe(PredictionStatus.False);
        State(late, Debate.AsOf).ResolvedLate.ShouldBeTrue();
        State(Judged("2026-07-16", PredictionOutcome.True), Debate.AsOf).ResolvedLate.ShouldBeTrue();
        State(Judged("2026-07-15", PredictionOutcome.True), Debate.AsOf).ResolvedLate.ShouldBeFalse();
        State(Judged("2026-07-15", PredictionOutcome.Void), Debate.AsOf).Scores.ShouldBeEmpty();
    }

    [Fact]
    public void A_prediction_is_not_listed_before_its_issue() =>
        PredictionState.All(Debate.Dossier, Debate.Instant("2026-05-16")).Select(s => s.Prediction.Id).ShouldBe(["pr4"]);

    [Fact]
    public void A_base_rate_without_resolved_predictions_is_unknown_not_zero()
    {
        var rate = PredictionState.All(Debate.Dossier, Debate.AsOf)[0].BaseRate!;
        (rate.Resolved, rate.Unresolved, rate.Share, rate.Interval).ShouldBe((0, 2, null, null));
        PredictionState.All(Debate.Dossier, Debate.AsOf)[3].BaseRate.ShouldBeNull();
    }

    /// <summary>The bounds p solve |k/n - p| = z sqrt(p (1 - p) / n), which is how Wilson defines them; the code uses the closed form.</summary>
    [Fact]
    public void Base_rate_intervals_invert_the_score_test()
    {
        for (var n = 1; n <= 30; n++)
        {
            for (var k = 0; k <= n; k++)
            {
                var statuses = Enumerable
                    .Repeat(PredictionStatus.True, k)
                    .Concat(Enumerable.Repeat(PredictionStatus.False, n - k))
                    .Append(PredictionStatus.Open);
                var rate = BaseRate.Of("x", [.. statuses]);
                rate.Unresolved.ShouldBe(1);
                rate.Share!.Value.ShouldBe((double)k / n, 1e-15);
                foreach (var p in new[] { rate.Interval!.Lower, rate.Interval.Upper }.Where(p => p is > 1e-12 and < 1 - 1e-12))
                {
                    var z = Math.Abs(((double)k / n) - p) / Math.Sqrt(p * (1 - p) / n);
                    z.ShouldBe(1.6448536269514722, 1e-9);
                }
            }
        }
    }

    private static double Expected(double belief, double stated, Func<ForecastScore, double> score)
    {
        var forecast = new Forecast("a", PartialDate.Unknown, stated);
        return (belief * score(ForecastScore.Of(forecast, Answered.Yes))) + ((1 - belief) * score(ForecastScore.Of(forecast, Answered.No)));
    }

    private static DossierRecord Judged(string at, PredictionOutcome outcome) =>
        Debate.Dossier.WithPrediction(
            "pr1",
            p =>
                p with
                {
                    Forecasts =
                    [
                        new Forecast("brand", PartialDate.Parse("2026-05-18"), 0.2),
                        new Forecast("lambert", PartialDate.Parse("2026-05-19"), 0.6),
                        new Forecast("brand", PartialDate.Parse("2026-06-18"), 0.9),
                        new Forecast("brand", PartialDate.Parse("2026-09-01"), 1),
                    ],
                    Resolution = new Resolution
                    {
                        Outcome = outcome,
                        At = PartialDate.Parse(at),
                        Note = "Decided.",
                    },
                }
        );

    private static PredictionState State(DossierRecord dossier, DateTimeOffset at) =>
        PredictionState.All(dossier, at).Single(s => s.Prediction.Id == "pr1");
}
