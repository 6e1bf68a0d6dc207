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

    [Fact]
    public void Two_parameter_estimates_are_the_maximum_and_come_back_to_the_scale_of_the_abilities()
    {
        var (truth, data) = ReferenceLikelihood.SimulateWithTruth("tests/joint/two", 600, 80, 0.1, 0, 0);
        var options = new JointOptions
        {
            Model = ResponseModel.TwoParameter,
            AbilityDeviation = 1,
            MaximumCycles = 2000,
            Tolerance = 1e-7,
        };
        var fit = JointCalibration.Fit(data, options);
        fit.Convergence.Reached.ShouldBeTrue();

        // The gradient of a sum of about 50 answers, at parameters that moved by less than 1e-7.
        fit.Convergence.ProjectedGradientNorm.ShouldBeLessThan(1e-4);
        fit.Warnings.ShouldContain(w => w.Contains("multiplied"));

        // Slopes: mean error within 4 standard errors of the mean, the raw scale is off by a factor near 2.
        var slopes = fit.Items.Select((item, i) => Math.Log(Number(item.Discrimination) / truth[i].Discrimination)).ToArray();
        var spread = Math.Sqrt(slopes.Sum(s => s * s) / slopes.Length);
        slopes.Average().ShouldBe(0, 4 * spread / Math.Sqrt(slopes.Length));
        spread.ShouldBeLessThan(0.25);
    }

    [Fact]
    public void Two_parameters_without_a_prior_of_abilities_are_refused() =>
        Should
            .Throw<ArgumentException>(() => JointCalibration.Fit(Lsat6.Patterns(), new JointOptions { Model = ResponseModel.TwoParameter }))
            .Message.ShouldContain("no maximum");

    [Fact]
    public void The_clustered_sandwich_is_the_sum_of_squared_group_sums()
    {
        var random = RandomSource.For("tests/joint/clusters", 0);
        var rows = Enumerable
            .Range(0, 30)
            .SelectMany(p =>
                Enumerable.Range(0, 12).Select(i => new Response($"p{p:00}", $"i{i:00}", random.NextDouble(), 0.5 + random.NextDouble()))
            )
            .ToArray();
        var groups = Enumerable.Range(0, 12).ToDictionary(i => $"i{i:00}", i => $"g{i % 4}");
        var fit = JointCalibration.Fit(ResponseMatrix.From(rows), new JointOptions { MaximumCycles = 5000, ItemGroups = groups });
        fit.StandardErrors.ShouldBe(StandardErrorKind.SandwichByItemGroup);
        var b = fit.Items.ToDictionary(i => i.Id, i => Number(i.Difficulty));
        foreach (var person in fit.Persons.Take(5))
        {
            var own = rows.Where(r => r.Person == person.Id).ToArray();
            double P(Response r) => Logistic.Sigmoid(Number(person.Ability) - b[r.Item]);
            var bread = own.Sum(r => r.Importance * P(r) * (1 - P(r)));
            var meat = own.GroupBy(r => groups[r.Item]).Sum(g => Math.Pow(g.Sum(r => r.Importance * (r.Value - P(r))), 2)) * 4 / 3;
            ((Estimate.Known)person.Ability).StandardError!.Value.ShouldBe(Math.Sqrt(meat) / bread, 1e-9);
        }

        // One group is one cluster: no error, and not zero.
        var one = JointCalibration.Fit(
            ResponseMatrix.From(rows),
            new JointOptions { MaximumCycles = 5000, ItemGroups = groups.ToDictionary(g => g.Key, _ => "all") }
        );
        one.Persons.ShouldAllBe(p => ((Estimate.Known)p.Ability).StandardError == null);
    }
}
