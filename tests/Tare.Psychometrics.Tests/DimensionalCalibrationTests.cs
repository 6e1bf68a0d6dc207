using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

public sealed class DimensionalCalibrationTests
{
    private static double Number(Estimate estimate) => ((Estimate.Known)estimate).Value;

    private static DimensionalResult Fit(ResponseMatrix data, DimensionOptions options) =>
        DimensionalCalibration.Fit(data, options, null, TestContext.Current.CancellationToken);

    [Fact]
    public void One_correlated_domain_is_the_two_parameter_family()
    {
        var data = ReferenceLikelihood.Simulate("tests/dimensions/one", 300, 12, 0.2);
        var one = MarginalCalibration.Fit(
            data,
            new MarginalOptions { Tolerance = 1e-7, StandardErrors = StandardErrorMethod.Observed },
            TestContext.Current.CancellationToken
        );
        var other = Fit(data, Options(data, DimensionStructure.Correlated, _ => "all"));
        other.LogLikelihood.ShouldBe(one.LogLikelihood, 1e-5);
        for (var i = 0; i < 12; i++)
        {
            Number(other.Items[i].DomainSlope).ShouldBe(Number(one.Items[i].Discrimination), 1e-4);
            var error = ((Estimate.Known)one.Items[i].Discrimination).StandardError!.Value;
            ((Estimate.Known)other.Items[i].DomainSlope).StandardError!.Value.ShouldBe(error, 1e-3 * error);
        }
    }

    /// <summary>The whole integral over three abilities on a fixed grid, without the reduction to two.</summary>
    [Fact]
    public void The_reduced_bifactor_integral_is_the_whole_one()
    {
        var data = Bifactor(250, 9, 3, "tests/dimensions/whole");
        var fit = Fit(data, Options(data, DimensionStructure.Bifactor, Domain) with { MaximumCycles = 15 });
        var grid = Enumerable.Range(0, 61).Select(q => -6 + (0.2 * q)).ToArray();
        var mass = grid.Select(t => 0.2 * Math.Exp(-t * t / 2) / Math.Sqrt(2 * Math.PI)).ToArray();
        var domains = fit.Dimensions.Skip(1).ToArray();
        var sum = 0.0;
        for (var p = 0; p < data.Persons.Count; p++)
        {
            var likelihood = 0.0;
            for (var q = 0; q < grid.Length; q++)
            {
                // Independent domains given the general ability: the product of sums is the sum over all pairs of domain points.
                var product = mass[q];
                foreach (var domain in domains)
                {
                    product *= Enumerable.Range(0, grid.Length).Sum(s => mass[s] * Answers(data, fit, p, domain, grid[q], grid[s]));
                }

                likelihood += product;
            }

            sum += Math.Log(likelihood);
        }

        fit.LogLikelihood.ShouldBe(sum, 1e-6);
    }

    [Fact]
    public void Correlated_domains_agree_with_direct_maximisation_in_R()
    {
        var golden = Golden.Read("dimensions.json");
        var expected = golden.GetProperty("expected").GetProperty("correlated");
        var tolerance = golden.GetProperty("tolerance");
        using var reader = new StreamReader(Tare.Testing.Repository.PathOf("tests/Tare.Psychometrics.Tests/golden/correlated.csv"));
        var data = ResponseReader.Read(reader, "correlated.csv");
        var fit = Fit(data, Options(data, DimensionStructure.Correlated, id => string.CompareOrdinal(id, "i05") <= 0 ? "A" : "B"));
        fit.Convergence.Reached.ShouldBeTrue();
        fit.StandardErrors.ShouldBe(DimensionErrorKind.Observed);
        fit.LogLikelihood.ShouldBe(expected.GetProperty("logLikelihood").GetDouble(), tolerance.GetProperty("logLikelihood").GetDouble());
        Estimate[] parameters = [.. fit.Items.Select(i => i.DomainSlope), .. fit.Items.Select(i => i.Intercept), fit.Correlations[1][0]];
        double[] values = [.. expected.Numbers("slope"), .. expected.Numbers("intercept"), expected.GetProperty("correlation").GetDouble()];
        double[] errors = [.. expected.Numbers("se"), expected.GetProperty("seCorrelation").GetDouble()];
        for (var k = 0; k < parameters.Length; k++)
        {
            var known = (Estimate.Known)parameters[k];
            known.Value.ShouldBe(
                values[k],
                tolerance.GetProperty("parameter").GetDouble() * Math.Max(1, Math.Abs(values[k])),
                $"number {k}"
            );
            known.StandardError!.Value.ShouldBe(errors[k], tolerance.GetProperty("seRelative").GetDouble() * errors[k], $"error {k}");
        }
    }

    [Fact]
    public void One_thread_and_two_give_the_same_bits()
    {
        var data = Bifactor(80, 9, 3, "tests/dimensions/threads");
        var options = Options(data, DimensionStructure.Bifactor, Domain) with { MaximumCycles = 12 };
        var one = Fit(data, options with { Threads = 1 });
        var two = Fit(data, options with { Threads = 2 });
        one.LogLikelihood.ShouldBe(two.LogLikelihood);
        one.Items.ShouldBe(two.Items);
    }

    [Fact]
    public void Domains_that_cannot_be_told_are_refused_with_a_reason()
    {
        var data = ReferenceLikelihood.Simulate("tests/dimensions/refused", 80, 14, 0);
        Should
            .Throw<NotIdentifiedException>(() => Fit(data, Options(data, DimensionStructure.Bifactor, _ => "all")))
            .Message.ShouldContain("below 2 such domains");
        Should
            .Throw<NotIdentifiedException>(() =>
                Fit(data, Options(data, DimensionStructure.Correlated, id => id == data.Items[0] ? "lonely" : "rest"))
            )
            .Message.ShouldContain("'lonely'");
        var many = ReferenceLikelihood.Simulate("tests/dimensions/many", 60, 18, 0);
        var place = many.Items.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => $"d{x.i / 3}");
        Should
            .Throw<ArgumentException>(() => Fit(many, Options(many, DimensionStructure.Correlated, id => place[id])))
            .Message.ShouldContain("at most 5");
    }

    [Fact, Trait("tier", "gate")]
    public void A_bifactor_truth_is_recovered_within_its_errors()
    {
        var data = Bifactor(1500, 12, 3, "tests/dimensions/recovery");
        var fit = Fit(data, Options(data, DimensionStructure.Bifactor, Domain));
        fit.Convergence.Reached.ShouldBeTrue();
        var z = fit
            .Items.SelectMany(
                (item, i) =>
                    new[]
                    {
                        (item.GeneralSlope, Truth(i).General),
                        (item.DomainSlope, Truth(i).Domain),
                        (item.Intercept, Truth(i).Intercept),
                    }
            )
            .Select(x => (Number(x.Item1) - x.Item2) / ((Estimate.Known)x.Item1).StandardError!.Value)
            .ToArray();

        // 36 squared z scores of mean 1: their mean has a standard error near √(2/36); four of them.
        (z.Sum(x => x * x) / z.Length).ShouldBe(1, 4 * Math.Sqrt(2.0 / 36));
    }

    private static double Answers(ResponseMatrix data, DimensionalResult fit, int person, string domain, double general, double own)
    {
        var product = 1.0;
        for (var k = data.PersonStart[person]; k < data.PersonStart[person + 1]; k++)
        {
            var item = fit.Items[data.ItemOf[k]];
            if (item.Domain == domain)
            {
                var z = (Number(item.GeneralSlope) * general) + (Number(item.DomainSlope) * own) + Number(item.Intercept);
                product *= Logistic.Sigmoid(data.Value[k] == 1 ? z : -z);
            }
        }

        return product;
    }

    private static string Domain(string item) => $"d{int.Parse(item[1..], System.Globalization.CultureInfo.InvariantCulture) % 3}";

    private static (double General, double Domain, double Intercept) Truth(int item) =>
        (1 + (0.4 * Math.Sin(item)), 1 + (0.3 * Math.Cos(2 * item)), 0.8 * Math.Sin(3 * item));

    private static ResponseMatrix Bifactor(int persons, int items, int domains, string stream)
    {
        var random = RandomSource.For(stream, 0);
        var rows = new List<Response>();
        for (var p = 0; p < persons; p++)
        {
            var general = random.NextNormal();
            var own = Enumerable.Range(0, domains).Select(_ => random.NextNormal()).ToArray();
            for (var i = 0; i < items; i++)
            {
                var (a, b, c) = Truth(i);
                var right = random.NextDouble() < Logistic.Sigmoid((a * general) + (b * own[i % domains]) + c);
                rows.Add(new Response($"p{p:0000}", $"i{i:00}", right ? 1 : 0));
            }
        }

        return ResponseMatrix.From(rows);
    }

    private static DimensionOptions Options(ResponseMatrix data, DimensionStructure structure, Func<string, string> domain) =>
        new()
        {
            Structure = structure,
            Domains = data.Items.ToDictionary(i => i, domain),
            Tolerance = 1e-6,
        };
}
