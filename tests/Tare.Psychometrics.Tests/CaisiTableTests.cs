namespace Tare.Psychometrics.Tests;

/// <summary>Published example: what the public table of one evaluation implies, row by row.</summary>
public sealed class CaisiTableTests
{
    // The expected numbers are printed to one Elo; 0.6 is half of that and the rounding of ours.
    private const double Printed = 0.6;

    [Theory]
    [InlineData(0, "", 216, 74, -11)]
    [InlineData(1, "", 251, 85, -13)]
    [InlineData(2, "", 332, 112, -18)]
    [InlineData(3, "", 433, 146, -24)]
    [InlineData(4, "", 543, 182, -30)]
    [InlineData(3, "ctf", 363, 122, -21)]
    [InlineData(3, "portbench", 383, 127, -13)]
    [InlineData(3, "arc-agi-2", 394, 107, -48)]
    [InlineData(3, "ctf,portbench", 292, 97, -1)]
    [InlineData(3, "ctf,portbench,arc-agi-2", 152, 11, -70)]
    [InlineData(3, "otis-mock-aime-2025,pumac-2024,smt-2025", 452, 175, 0)]
    [InlineData(3, "frontierscience,gpqa-diamond", 490, 179, -32)]
    [InlineData(3, "swe-bench-verified,portbench", 454, 136, -21)]
    public void Each_row_of_the_public_table_is_reproduced(double sigma, string dropped, double gpt, double opus, double mini)
    {
        var fit = Fit(CaisiTable.Without(dropped.Split(',')), sigma);

        fit.Convergence.Reached.ShouldBeTrue();
        CaisiTable.Elo(fit, CaisiTable.Gpt).ShouldBe(gpt, Printed);
        CaisiTable.Elo(fit, CaisiTable.Opus).ShouldBe(opus, Printed);
        CaisiTable.Elo(fit, CaisiTable.Mini).ShouldBe(mini, Printed);
    }

    [Fact]
    public void Leaving_out_one_domain_at_a_time_gives_the_stated_standard_errors()
    {
        var family = OneParameterWithSpread.For(CaisiTable.Without(), new OneParameterWithSpreadOptions { Sigma = 3 });
        var jackknife = GroupJackknife.Of(family, family.Fit(), CaisiTable.Domains);

        jackknife.Groups.ShouldBe(["abstract", "cyber", "mathematics", "natural-science", "software"]);
        jackknife.Replicates.ShouldAllBe(replicate => replicate.Convergence.Reached);
        jackknife.StandardError(fit => CaisiTable.Elo(fit, CaisiTable.Gpt)).ShouldBe(91, 1.0);
        jackknife.StandardError(fit => CaisiTable.Elo(fit, CaisiTable.Opus)).ShouldBe(57, 1.0);
    }

    [Fact]
    public void A_replicate_of_the_jackknife_is_the_fit_of_the_data_without_the_group()
    {
        var family = OneParameterWithSpread.For(CaisiTable.Without(), new OneParameterWithSpreadOptions { Sigma = 3 });
        var jackknife = GroupJackknife.Of(family, family.Fit(), CaisiTable.Domains);
        var alone = Fit(CaisiTable.Without("ctf"), 3);

        // Both stop at a gradient of 1e-10; the smallest curvature is above 0.01.
        CaisiTable.Elo(jackknife.Replicates[1], CaisiTable.Gpt).ShouldBe(CaisiTable.Elo(alone, CaisiTable.Gpt), 1e-5);
    }

    private static Calibration Fit(ResponseMatrix data, double sigma) =>
        OneParameterWithSpread.For(data, new OneParameterWithSpreadOptions { Sigma = sigma }).Fit();
}
