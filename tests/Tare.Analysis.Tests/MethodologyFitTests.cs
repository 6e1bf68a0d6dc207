using Tare.Catalogue;
using Tare.Numerics;
using Tare.Records;
using static Tare.Analysis.Tests.Cases;

namespace Tare.Analysis.Tests;

/// <summary>From evidence to abilities on a scale.</summary>
public sealed class MethodologyFitTests
{
    private static readonly Evidence s_evidence = Evidence(
        [.. Enumerable.Range(0, 8).Select(k => ($"m{k}", k % 2 == 0 ? "open" : "closed", Start.AddDays(10 * k), (0.5 * k) - 2))],
        [.. Enumerable.Range(0, 6).Select(k => ($"b{k}", (0.6 * k) - 1.5, 1.0 + (0.2 * k)))]
    );

    [Fact]
    public void Anchors_have_their_values_in_the_fit_and_in_every_draw_and_no_bounds()
    {
        var fit = Fit(s_evidence, Eci("m1", "m6", "b0"), 50);
        var rows = fit.Abilities.Rows.ToList();
        foreach (var (id, value) in new[] { ("m1", 130.0), ("m6", 150.0) })
        {
            var k = rows.FindIndex(r => r.Id == id);
            rows[k].Value.ShouldBe(value, 1e-9);
            (rows[k].Lower, rows[k].Upper).ShouldBe((null, null));
            fit.Abilities.Draws.ShouldAllBe(d => Math.Abs(d[k] - value) < 1e-9);
        }

        rows.Where(r => r.Id is not "m1" and not "m6").ShouldAllBe(r => r.Lower < r.Upper);
    }

    [Fact]
    public void Bounds_are_percentiles_of_the_draws()
    {
        var fit = Fit(s_evidence, Eci("m1", "m6", "b0"), 200);
        var column = fit.Abilities.Draws.Select(d => d[3]).ToArray();
        fit.Abilities.Rows[3].Lower!.Value.ShouldBe(Quantiles.Of(column, 0.05), 1e-12);
        fit.Abilities.Rows[3].Upper!.Value.ShouldBe(Quantiles.Of(column, 0.95), 1e-12);
    }

    [Fact]
    public void Difficulty_is_the_ability_that_scores_one_half()
    {
        var fit = Fit(s_evidence, Eci("m1", "m6", "b0"), 0);
        foreach (var item in fit.Items)
        {
            ((item.Difficulty - fit.Origin) / fit.PointsPerLogit).ShouldBe(item.RawDifficulty, 1e-9);
            (item.Discrimination * fit.PointsPerLogit).ShouldBe(item.RawDiscrimination, 1e-12);
        }
    }

    [Fact]
    public void A_missing_anchor_is_an_error_that_names_it_and_the_next_step()
    {
        var unknown = Should.Throw<InputException>(() => Fit(s_evidence, Eci("m1", "m66", "b0"), 0));
        unknown.Message.ShouldContain("anchor 'm66'");
        unknown.Message.ShouldContain("near: m6");
        var left = Should.Throw<InputException>(() => Fit(s_evidence, Eci("m1", "m6", "b0") with { ExcludeModels = ["m6"] }, 0));
        left.Message.ShouldContain("leaves it out");
        Should.Throw<InputException>(() => Fit(s_evidence, Eci("m1", "m6", "b00"), 0)).Message.ShouldContain("pinned-benchmark 'b00'");
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        string Print(int threads)
        {
            var options = new DrawOptions(60, 0.9, threads);
            var fit = MethodologyFit.Of(s_evidence, Eci("m1", "m6", "b0"), options, null, TestContext.Current.CancellationToken);
            return string.Join('\n', fit.Abilities.Rows);
        }

        Print(2).ShouldBe(Print(1));
        Print(9).ShouldBe(Print(1));
    }

    [Fact]
    public void A_jackknife_standard_error_is_that_of_the_definition()
    {
        var evidence = CuratedData.CaisiTable();
        var methodology = Methodologies.Get("caisi-2026");
        var fit = Fit(evidence, methodology, 0);
        var domains = fit.DomainJackknife!.Domains;
        var values = domains
            .Select(d =>
                Fit(evidence, methodology with { ExcludeDomains = [d], Uncertainty = UncertaintyRule.Bootstrap }, 0)
                    .Abilities.Rows.Single(r => r.Id == "gpt-5.5")
                    .Value
            )
            .ToList();
        var mean = values.Average();
        var expected = Math.Sqrt((domains.Count - 1.0) / domains.Count * values.Sum(v => (v - mean) * (v - mean)));

        // Both refits stop at a projected gradient of 1e-10; a logit is 174 points.
        fit.DomainJackknife.StandardErrors["gpt-5.5"].ShouldBe(expected, 1e-5);
        domains.Count.ShouldBe(5);
    }

    private static FitFinding Fit(Evidence evidence, Methodology methodology, int draws) =>
        MethodologyFit.Of(evidence, methodology, draws, 0.9, null, TestContext.Current.CancellationToken);
}
