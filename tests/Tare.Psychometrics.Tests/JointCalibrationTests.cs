using Tare.Numerics;
using Tare.Psychometrics;

namespace Tare.Psychometrics.Tests;

public sealed class JointCalibrationTests
{
    private static double Number(Estimate estimate) => ((Estimate.Known)estimate).Value;

    [Fact]
    public void Weighted_score_equations_hold_at_the_solution()
    {
        var random = RandomSource.For("tests/joint", 0);
        var rows = Enumerable
            .Range(0, 40)
            .SelectMany(p =>
                Enumerable
                    .Range(0, 12)
                    .Select(i => new Response(
                        $"p{p:00}",
                        $"i{i:00}",
                        random.NextDouble() < 0.6 ? 1 : random.NextDouble(),
                        0.5 + random.NextDouble()
                    ))
            )
            .ToArray();
        var fit = JointCalibration.Fit(ResponseMatrix.From(rows), new JointOptions { MaximumCycles = 5000 });
        fit.Convergence.Reached.ShouldBeTrue();
        var theta = fit.Persons.ToDictionary(p => p.Id, p => Number(p.Ability));
        var b = fit.Items.ToDictionary(i => i.Id, i => Number(i.Difficulty));
        double Residual(Response r) => r.Importance * (r.Value - Logistic.Sigmoid(theta[r.Person] - b[r.Item]));
        rows.GroupBy(r => r.Item).Max(g => Math.Abs(g.Sum(Residual))).ShouldBeLessThan(1e-6);
        rows.GroupBy(r => r.Person).Max(g => Math.Abs(g.Sum(Residual))).ShouldBeLessThan(1e-6);
        theta.Values.Average().ShouldBe(0, 1e-12);
    }

    [Fact]
    public void All_right_persons_are_set_aside_and_a_prior_brings_them_back_marked()
    {
        var data = Lsat6.Patterns();
        var fit = JointCalibration.Fit(data, new JointOptions { MaximumCycles = 5000 });
        fit.Persons[^1].Ability.ShouldBeOfType<Estimate.NotIdentified>();
        var prior = JointCalibration.Fit(data, new JointOptions { AbilityDeviation = 1, MaximumCycles = 5000 });
        ((Estimate.Known)prior.Persons[^1].Ability).Basis.ShouldBe(EstimateBasis.Prior);
        var abilities = prior.Persons.Select(p => Number(p.Ability)).ToArray();
        Math.Sqrt(abilities.Average(a => Math.Pow(a - abilities.Average(), 2))).ShouldBe(1, 1e-9);
        prior.Warnings.ShouldContain(w => w.Contains("multiplied"));
    }
}
