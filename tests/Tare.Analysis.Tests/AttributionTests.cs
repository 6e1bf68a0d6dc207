using Tare.Catalogue;
using Tare.Records;

namespace Tare.Analysis.Tests;

/// <summary>Attributions between the shipped methodologies on the curated data, and what is refused.</summary>
[Trait("tier", "gate")]
public sealed class AttributionTests
{
    /// <summary>Shares are sums of at most 2^7 rounded differences of months below 20.</summary>
    private const double Tolerance = 1e-9;

    private static readonly AttributionOptions s_few = new() { SignificanceDraws = 50 };

    private static IReadOnlyDictionary<string, Evidence> Evidences =>
        new Dictionary<string, Evidence>(StringComparer.Ordinal)
        {
            [CuratedData.CuratedName] = CuratedData.Evidence(),
            [CuratedData.CaisiName] = CuratedData.CaisiTable(),
        };

    public static TheoryData<string, string, string> Pairs =>
        new()
        {
            { "caisi-2026", "eci", "months" },
            { "eci", "mcnair", "months" },
            { "epoch-2025", "epoch-2026", "months" },
            { "tare", "caisi-2026", "months" },
            { "caisi-2026", "eci", "elo:gpt-5.5:deepseek-v4-pro" },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Parts_sum_to_the_difference_and_exchanging_the_two_flips_every_sign(string a, string b, string estimand)
    {
        var there = Explain(a, b, estimand);
        var back = Explain(b, a, estimand);
        there.Parts.Sum(p => p.Value).ShouldBe(there.Difference, Tolerance);
        back.Difference.ShouldBe(-there.Difference, Tolerance);
        foreach (var part in there.Parts)
        {
            back.Parts.Single(p => p.Choices.SequenceEqual(part.Choices)).Value.ShouldBe(-part.Value, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_choice_on_which_both_agree_has_exactly_nothing(string a, string b, string estimand)
    {
        var parts = Explain(a, b, estimand).Parts;
        parts.SelectMany(p => p.Choices).Order().ShouldBe(MethodChoices.All.Order());
        foreach (var part in parts.Where(p => p.From == p.To))
        {
            part.Value.ShouldBe(0);
        }
    }

    [Fact]
    public void A_methodology_differs_from_itself_in_nothing()
    {
        var same = Explain("mcnair", "mcnair", "months");
        same.Difference.ShouldBe(0);
        same.Mixtures.ShouldBe(1);
        same.Parts.ShouldAllBe(p => p.Value.Equals(0.0));
    }

    /// <summary>The shares of two choices, written out: the mean of exchanging one first and exchanging it second, each by a gap of its own.</summary>
    [Fact]
    public void Two_choices_share_the_difference_as_in_the_definition()
    {
        var a = Methodologies.Get("mcnair");
        var b = MethodologyReader.With(a, ["lag=daily", "date-rule=as-listed"]);
        var f = Attribution.Of(a, b, Evidences, Estimand.Months, s_few, cancel: TestContext.Current.CancellationToken);
        double Months(params string[] settings) => Gap(MethodologyReader.With(a, settings));
        var (none, lag, dates, both) = (
            Months(),
            Months("lag=daily"),
            Months("date-rule=as-listed"),
            Months("lag=daily", "date-rule=as-listed")
        );
        f.ValueOfA.ShouldBe(none, Tolerance);
        f.ValueOfB.ShouldBe(both, Tolerance);
        Share(f, MethodChoice.Lag).ShouldBe((lag - none + both - dates) / 2, Tolerance);
        Share(f, MethodChoice.DateRule).ShouldBe((dates - none + both - lag) / 2, Tolerance);
        f.Interactions.Single().Value.ShouldBe(both - lag - dates + none, Tolerance);
    }

    /// <summary>The same stream and the same draws: a methodology says the same in an attribution as by itself.</summary>
    [Fact]
    public void The_answers_are_those_of_the_gap_by_itself()
    {
        var f = Explain("caisi-2026", "eci", "months");
        foreach (var (value, m) in new[] { (f.ValueOfA, f.A), (f.ValueOfB, f.B) })
        {
            var fit = MethodologyFit.ForGap(
                CuratedData.Evidence(),
                m,
                s_few.SignificanceDraws,
                m.Level,
                null,
                TestContext.Current.CancellationToken
            );
            var gap = GapAnalysis.Of(fit.Abilities, GapOptions.From(m), TestContext.Current.CancellationToken);
            value.ShouldBe(gap.HeadlineEstimate.Months!.Value, Tolerance);
        }
    }

    [Fact]
    public void What_no_mixture_can_tell_apart_gets_one_share_and_a_reason()
    {
        var f = Explain("caisi-2026", "eci", "elo:gpt-5.5:deepseek-v4-pro");
        f.Refused.Count.ShouldBe(8);
        f.Refused.ShouldAllBe(r => r.FromFirst.Contains(MethodChoice.Evidence) && r.FromSecond.Contains(MethodChoice.Likelihood));
        f.Refused.ShouldAllBe(r => r.Reason.Contains("claude-3.5-sonnet", StringComparison.Ordinal));
        f.Parts.Single(p => p.Choices.Count > 1).Choices.ShouldBe([MethodChoice.Evidence, MethodChoice.Likelihood]);
    }

    /// <summary>CAISI's own table by CAISI's own assumptions: the lead of the table study, 433 within half a point.</summary>
    [Fact]
    public void The_lead_in_elo_is_that_of_the_table_study() =>
        Explain("caisi-2026", "eci", "elo:gpt-5.5:deepseek-v4-pro").ValueOfA.ShouldBe(433, 0.5);

    [Theory]
    [InlineData(new[] { 0b01 }, 2, 0b11)]
    [InlineData(new[] { 0b011, 0b111 ^ 0b011 }, 3, 0b101)]
    [InlineData(new int[0], 3, 0)]
    public void The_fewest_choices_are_fused_that_let_every_other_mixture_be_computed(int[] failing, int players, int expected)
    {
        var answers = Enumerable
            .Range(0, 1 << players)
            .Select(m => new SpecificationValue(failing.Contains(m) ? null : m, null, 1, 0, failing.Contains(m) ? "no" : null))
            .ToArray();
        Attribution.Fused(answers, players).ShouldBe(expected);
    }

    [Fact]
    public void Evidence_without_shared_models_is_refused()
    {
        var foreign = CuratedData.Evidence() with
        {
            Name = "foreign",
            Models = [.. CuratedData.Evidence().Models.Select(m => m with { Id = "x-" + m.Id })],
            Scores = [.. CuratedData.Evidence().Scores.Select(s => s with { ModelId = "x-" + s.ModelId })],
        };
        var evidences = new Dictionary<string, Evidence>(StringComparer.Ordinal)
        {
            ["curated"] = CuratedData.Evidence(),
            ["foreign"] = foreign,
        };
        var eci = Methodologies.Get("eci");
        var message = Should
            .Throw<InputException>(() =>
                Attribution.Of(
                    eci,
                    eci with
                    {
                        Name = "other",
                        Evidence = "foreign",
                    },
                    evidences,
                    Estimand.Months,
                    s_few,
                    null,
                    TestContext.Current.CancellationToken
                )
            )
            .Message;
        message.ShouldContain("they share 0 model(s)");
    }

    private static double Share(AttributionFinding f, MethodChoice choice) => f.Parts.Single(p => p.Choices.SequenceEqual([choice])).Value;

    private static double Gap(Methodology m)
    {
        var fit = MethodologyFit.ForGap(CuratedData.Evidence(), m, 0, m.Level, null, TestContext.Current.CancellationToken);
        return GapAnalysis.Of(fit.Abilities, GapOptions.From(m), TestContext.Current.CancellationToken).HeadlineEstimate.Months!.Value;
    }

    private static AttributionFinding Explain(string a, string b, string estimand) =>
        Attribution.Of(
            Methodologies.Get(a),
            Methodologies.Get(b),
            Evidences,
            Estimand.Parse(estimand),
            s_few,
            cancel: TestContext.Current.CancellationToken
        );
}
