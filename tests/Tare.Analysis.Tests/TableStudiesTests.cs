using Tare.Catalogue;

namespace Tare.Analysis.Tests;

/// <summary>CAISI's table against rows that an independent program computed.</summary>
public sealed class TableStudiesTests
{
    /// <summary>The rows are stated as whole Elo points.</summary>
    private const double Tolerance = 0.6;

    private static readonly Lazy<TableStudy> s_study = new(() =>
        TableStudies.Of(
            CuratedData.CaisiTable(),
            Methodologies.Get("caisi-2026"),
            CuratedData.CaisiElo().ToDictionary(p => p.ModelId, p => (p.Value, p.HalfWidth95), StringComparer.Ordinal),
            0.9
        )
    );

    [Theory]
    [InlineData("sigma 0", 216, 74, -11)]
    [InlineData("sigma 1", 251, 85, -13)]
    [InlineData("sigma 2", 332, 112, -18)]
    [InlineData("sigma 3", 433, 146, -24)]
    [InlineData("sigma 4", 543, 182, -30)]
    [InlineData("without CTF", 363, 122, -21)]
    [InlineData("without PortBench", 383, 127, -13)]
    [InlineData("without ARC", 394, 107, -48)]
    [InlineData("without CTF and PortBench", 292, 97, -1)]
    [InlineData("without CTF, PortBench and ARC", 152, 11, -70)]
    [InlineData("without mathematics", 452, 175, 0)]
    [InlineData("without natural science", 490, 179, -32)]
    [InlineData("without software", 454, 136, -21)]
    public void Every_row_is_the_stated_one(string label, double gpt, double opus, double mini)
    {
        var row = s_study.Value.Rows.Single(r => r.Label == label);
        row.Differences["gpt-5.5"].ShouldBe(gpt, Tolerance);
        row.Differences["claude-opus-4.6"].ShouldBe(opus, Tolerance);
        row.Differences["gpt-5.4-mini"].ShouldBe(mini, Tolerance);
        row.Differences["deepseek-v4-pro"].ShouldBe(0, 1e-9);
    }

    [Fact]
    public void The_jackknife_over_domains_is_the_stated_one()
    {
        var errors = s_study.Value.Fit.DomainJackknife!.StandardErrors;
        errors["gpt-5.5"].ShouldBe(91, 1);
        errors["claude-opus-4.6"].ShouldBe(57, 1);
        var row = s_study.Value.Fit.Abilities.Rows.Single(r => r.Id == "gpt-5.5");
        (row.Upper!.Value - row.Value).ShouldBe(1.6448536269514722 * errors["gpt-5.5"], 1e-9);
        s_study.Value.Fit.Abilities.Contains.ShouldContain("domain");
    }

    [Fact]
    public void Three_disputed_benchmarks_carry_the_stated_shares()
    {
        s_study.Value.DisputedShare["gpt-5.5"].ShouldBe(0.65, 0.005);
        s_study.Value.DisputedShare["claude-opus-4.6"].ShouldBe(0.92, 0.005);
    }
}
