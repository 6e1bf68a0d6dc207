using Tare.Catalogue;
using Tare.Records;

namespace Tare.Catalogue.Tests;

/// <summary>The shipped methodologies, and documents of a user.</summary>
public sealed class MethodologiesTests
{
    [Fact]
    public void The_methodologies_that_are_shipped() =>
        Methodologies.Names.ShouldBe(["caisi-2026", "eci", "epoch-2025", "epoch-2026", "mcnair", "tare"]);

    [Fact]
    public void The_index_is_the_published_one()
    {
        var eci = Methodologies.Get("eci");
        eci.Family.ShouldBe(ResponseFamily.TwoParameterLeastSquares);
        eci.Ridge.ShouldBe(0.1);
        eci.PinnedBenchmark.ShouldBe("winogrande");
        (eci.ScoreFloor, eci.ScoreCeiling).ShouldBe((0.001, 0.999));
        eci.MinimumBenchmarks.ShouldBe(4);
        eci.ReleasedFrom.ShouldBe(new DateOnly(2023, 1, 1));
        eci.Lag.ShouldBe(LagDefinition.CatchUp);
        eci.Scale.ShouldBe(
            new ScaleDefinition.TwoAnchors
            {
                Unit = "ECI",
                LowModel = "claude-3.5-sonnet",
                LowValue = 130,
                HighModel = "gpt-5",
                HighValue = 150,
            }
        );
    }

    [Fact]
    public void The_caisi_like_one_says_what_it_assumes()
    {
        var caisi = Methodologies.Get("caisi-2026");
        caisi.Family.ShouldBe(ResponseFamily.OneParameterWithSpread);
        caisi.Sigma.ShouldBe(3);
        caisi.Evidence.ShouldBe("caisi-2026-05");
        caisi.EvidenceForLag.ShouldBe("curated");
        (caisi.Axis, caisi.Leader, caisi.Follower).ShouldBe((Axis.Country, "US", "CN"));
        caisi.Lag.ShouldBe(LagDefinition.TrendLine);
        caisi.Uncertainty.ShouldBe(UncertaintyRule.DomainJackknife);
        caisi.Scale.ShouldBe(
            new ScaleDefinition.OneAnchor
            {
                Unit = "Elo",
                PointsPerLogit = 400 / Math.Log(10),
                Model = "deepseek-v4-pro",
                Value = 800,
            }
        );
        foreach (var word in new[] { "spread", "origin", "estimator", "lag formula" })
        {
            caisi.Assumptions.ShouldContain(a => a.Contains(word, StringComparison.Ordinal));
        }
    }
}
