using FsCheck;
using FsCheck.Fluent;
using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

public sealed class OneParameterWithSpreadTests
{
    private const string File = "one-parameter-with-spread.json";

    // Gradients end below 1e-10; the smallest curvature of these cases is above 0.003.
    private const double Same = 1e-7;

    [Theory]
    [InlineData("sigma 0.0")]
    [InlineData("sigma 1.0")]
    [InlineData("sigma 3.0")]
    [InlineData("sigma 4.0")]
    public void The_optimum_is_that_of_an_independent_program(string name)
    {
        var golden = Golden.Case(File, name);
        var expected = golden.GetProperty("expected");
        var tolerance = Golden.Read(File).GetProperty("tolerance").GetDouble();
        var options = new OneParameterWithSpreadOptions
        {
            Sigma = golden.GetProperty("input").GetProperty("sigma").GetDouble(),
            Nodes = 256,
        };

        var fit = OneParameterWithSpread.For(golden.GetProperty("input").Responses(), options).Fit();

        fit.Convergence.Reached.ShouldBeTrue();

        // The rule's own error at 256 nodes is 7e-12 for the widest spread.
        fit.Convergence.Objective.ShouldBe(expected.GetProperty("objective").GetDouble(), 1e-10);
        ShouldBeNear(fit.Abilities, expected.Numbers("abilities"), tolerance);
        ShouldBeNear(fit.Difficulties, expected.Numbers("difficulties"), tolerance);
        fit.Discriminations.ShouldAllBe(a => a == 1);
    }

    [Fact]
    public void The_curve_is_the_integral()
    {
        foreach (var point in Golden.Read(File).GetProperty("curve").EnumerateArray())
        {
            var (sigma, x) = (point.GetProperty("sigma").GetDouble(), point.GetProperty("x").GetDouble());
            var share = point.GetProperty("share").GetDouble();
            var derivative = point.GetProperty("derivative").GetDouble();
            var data = ResponseMatrix.From([new Response("a", "u", 1)]);
            var work = new SpreadWorkspace(new SpreadProblem(data, new OneParameterWithSpreadOptions { Sigma = sigma, Nodes = 256 }));

            // A person with a response of 1 is set aside, so the row is evaluated at 0.5 and both logarithms are in it.
            work.Load(StartAt(data, x), [], [0.5]);
            var objective = work.Evaluate(work.Ability, work.Difficulty);
            work.Assemble();

            // The rule's error falls as exp(-2.2 π √n / σ): with 256 nodes 1e-12 at σ = 4, times 1 / P in the tail.
            objective.ShouldBe(-0.5 * (Math.Log(share) + Math.Log(1 - share)), 1e-10);
            work.AbilityGradient[0].ShouldBe(0.5 * derivative * ((1 / (1 - share)) - (1 / share)), 1e-9);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(3)]
    public void Gradient_and_hessian_agree_with_differences_of_the_textbook_objective(double sigma)
    {
        var data = ResponseMatrix.From(Simulation.TwoParameter(4, 3, 0.8, 0.2, 5));
        var problem = new SpreadProblem(data, new OneParameterWithSpreadOptions { Sigma = sigma });
        var work = new SpreadWorkspace(problem);
        var start = Simulation.Start(data, 1.5, 0, 1);
        work.Load(start, [], []);
        double[] x = [.. start.Abilities, .. start.Difficulties];

        var objective = work.Evaluate(work.Ability, work.Difficulty);
        work.Assemble();

        objective.ShouldBe(Textbook(data, sigma, x), 1e-12 * objective);
        for (var k = 0; k < x.Length; k++)
        {
            var gradient = k < 4 ? work.AbilityGradient[k] : work.DifficultyGradient[k - 4];
            gradient.ShouldBe(Difference(v => Textbook(data, sigma, v), x, k, 1e-4), 1e-7);
            gradient.ShouldBe(Difference(v => Textbook(data, sigma, v), x, k, 1e-5), 1e-9);
        }

        for (var k = 0; k < data.Count; k++)
        {
            // The coupling is the mixed derivative; the diagonals are its sums.
            var (p, i) = (data.PersonOf[k], 4 + data.ItemOf[k]);
            var mixed = Difference(v => Difference(u => Textbook(data, sigma, u), v, i, 1e-4), x, p, 1e-4);
            work.System.Couplings[k].ShouldBe(mixed, 1e-6);
        }

        var sums = new double[7];
        for (var k = 0; k < data.Count; k++)
        {
            sums[data.PersonOf[k]] -= work.System.Couplings[k];
            sums[4 + data.ItemOf[k]] -= work.System.Couplings[k];
        }

        ShouldBeNear([.. work.System.LongDiagonal, .. work.System.ShortBlocks], sums, 1e-12);
    }

    [Fact]
    public void Without_spread_the_score_equations_of_the_one_parameter_model_hold()
    {
        var data = ResponseMatrix.From(Simulation.TwoParameter(9, 5, 0.7, 0.1, 3).Select(r => r with { Importance = 1 }));
        var fit = OneParameterWithSpread.For(data, new OneParameterWithSpreadOptions { Sigma = 0 }).Fit();
        foreach (var person in Enumerable.Range(0, 9))
        {
            var rows = Enumerable.Range(0, data.Count).Where(k => data.PersonOf[k] == person).ToArray();
            rows.Sum(k => Logistic.Sigmoid(fit.Abilities[person] - fit.Difficulties[data.ItemOf[k]]))
                .ShouldBe(rows.Sum(k => data.Value[k]), 1e-9);
        }
    }

    [Fact]
    public void One_response_has_the_answer_in_closed_form()
    {
        var fit = Fit([new Response("a", "u", 0.3)], 0);

        fit.Abilities.ShouldBe([0.0]);
        fit.Difficulties[0].ShouldBe(-Logistic.Logit(0.3), 1e-9);
    }

    [Fact]
    public void The_mean_ability_is_zero_and_the_origin_of_the_start_does_not_matter()
    {
        var family = Family(Simulation.TwoParameter(8, 4, 0.7, 0.1, 11), 3);
        var fit = family.Fit();
        var moved = fit with { Abilities = [.. fit.Abilities.Select(v => v + 5)], Difficulties = [.. fit.Difficulties.Select(v => v + 5)] };

        fit.Abilities.Average().ShouldBe(0, 1e-14);
        ShouldBeNear(family.Refit(moved, [], []).Abilities, fit.Abilities, Same);
    }

    [Fact]
    public void Reversing_every_response_reverses_the_scale()
    {
        Property(seed =>
        {
            var responses = Simulation.TwoParameter(7, 4, 0.7, 0.1, seed);
            var fit = Fit(responses, 2);
            var reversed = Fit([.. responses.Select(r => r with { Value = 1 - r.Value })], 2);
            return AreNear(fit.Abilities, [.. reversed.Abilities.Select(v => -v)], Same)
                && AreNear(fit.Difficulties, [.. reversed.Difficulties.Select(v => -v)], Same);
        });
    }

    [Fact]
    public void Order_and_scale_of_the_weights_do_not_matter()
    {
        Property(seed =>
        {
            var responses = Simulation.TwoParameter(7, 4, 0.7, 0.1, seed);
            var fit = Fit(responses, 3);
            var other = Fit([.. responses.Reverse().Select(r => r with { Importance = 4 * r.Importance })], 3);
            return AreNear(fit.Abilities, other.Abilities, Same);
        });
    }

    [Fact]
    public void A_response_that_counts_twice_is_one_of_double_weight()
    {
        var responses = Simulation.TwoParameter(6, 4, 1, 0.1, 2);
        var family = Family(responses, 3);
        var multiplicity = Enumerable.Repeat(1.0, family.Data.Count).ToArray();
        multiplicity[5] = 2;

        var refit = family.Refit(family.Fit(), multiplicity, []);

        // All cells are observed, so responses are in the order in which they were made.
        var doubled = Fit([.. responses.Select((r, k) => k == 5 ? r with { Importance = 2 * r.Importance } : r)], 3);
        ShouldBeNear(refit.Abilities, doubled.Abilities, Same);
    }

    [Fact]
    public void A_refit_from_anywhere_ends_where_the_fit_does()
    {
        var family = Family(Simulation.TwoParameter(12, 5, 0.6, 0.05, 9), 3);
        var fit = family.Fit();
        for (var seed = 0; seed < 8; seed++)
        {
            var refit = family.Refit(Simulation.Start(family.Data, 10, 0, seed), [], []);
            refit.Convergence.Reached.ShouldBeTrue();
            ShouldBeNear(refit.Abilities, fit.Abilities, Same);
        }
    }

    [Fact]
    public void Responses_of_exactly_zero_and_one_are_fine_beside_others()
    {
        var fit = Fit(
            [new("a", "u", 1), new("a", "v", 0.4), new("b", "u", 0.6), new("b", "v", 0), new("c", "u", 0.5), new("c", "v", 0.5)],
            3
        );

        fit.Convergence.Reached.ShouldBeTrue();
        fit.Convergence.AtBound.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1.0, 1.0, "ability of 'c'")]
    [InlineData(0.0, 0.0, "ability of 'c'")]
    public void A_person_with_all_or_nothing_is_not_identified(double first, double second, string named)
    {
        Response[] responses =
        [
            new("a", "u", 0.4),
            new("a", "v", 0.7),
            new("b", "u", 0.2),
            new("b", "v", 0.6),
            new("c", "u", first),
            new("c", "v", second),
        ];

        var message = Should.Throw<NotIdentifiedException>(() => Fit(responses, 3)).Message;

        message.ShouldContain(named);
        message.ShouldContain("no prior");
    }

    [Fact]
    public void An_item_that_nobody_solves_is_not_identified()
    {
        Response[] responses = [new("a", "u", 0.4), new("a", "v", 0), new("b", "u", 0.2), new("b", "v", 0)];

        Should.Throw<NotIdentifiedException>(() => Fit(responses, 3)).Message.ShouldContain("difficulty of 'v'");
    }

    [Fact]
    public void Responses_that_separate_are_not_identified_though_nobody_has_all_or_nothing()
    {
        // 'a' and 'b' are above 'u' and 'v' compared with 'c' and 'd', by nothing but zeros and ones between the two halves.
        Response[] responses =
        [
            new("a", "u", 0.5),
            new("b", "u", 0.4),
            new("a", "w", 1),
            new("b", "w", 1),
            new("c", "w", 0.5),
            new("d", "w", 0.6),
            new("c", "u", 0),
        ];

        Should.Throw<NotIdentifiedException>(() => Fit(responses, 1)).Message.ShouldContain("separate");
    }

    [Fact]
    public void A_refit_without_finite_optimum_stops_at_the_bound_and_says_who()
    {
        Response[] responses =
        [
            new("a", "u", 0.4),
            new("a", "v", 0.7),
            new("b", "u", 0.2),
            new("b", "v", 0.6),
            new("c", "u", 0.8),
            new("c", "v", 1),
        ];
        var family = Family(responses, 3);
        var fit = family.Fit();

        var refit = family.Refit(fit, [1, 1, 1, 1, 0, 1], []);

        refit.Convergence.Reached.ShouldBeFalse();
        refit.Convergence.AtBound.ShouldBe(["ability of 'c'"]);
        refit.Abilities[2].ShouldBe(40);

        // The others are fitted as if that person were not there.
        ShouldBeNear([.. refit.Abilities.Take(2)], Fit(responses[..4], 3).Abilities, Same);
    }

    [Fact]
    public void An_item_left_without_responses_keeps_its_place_and_the_rest_is_reached()
    {
        var family = Family(Simulation.TwoParameter(6, 4, 1, 0.1, 2), 3);
        var fit = family.Fit();
        var multiplicity = new double[family.Data.Count];
        for (var k = 0; k < multiplicity.Length; k++)
        {
            multiplicity[k] = family.Data.ItemOf[k] == 1 ? 0 : 1;
        }

        var refit = family.Refit(fit, multiplicity, []);

        refit.Convergence.Reached.ShouldBeTrue();
        refit.Difficulties[1].ShouldBe(fit.Difficulties[1]);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var data = ResponseMatrix.From([new Response("a", "u", 0.5)]);
        Should.Throw<ArgumentOutOfRangeException>(() => OneParameterWithSpread.For(data, new OneParameterWithSpreadOptions { Sigma = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() =>
            OneParameterWithSpread.For(data, new OneParameterWithSpreadOptions { Sigma = double.NaN })
        );
        Should.Throw<ArgumentOutOfRangeException>(() => OneParameterWithSpread.For(data, new OneParameterWithSpreadOptions { Sigma = 21 }));
        Should.Throw<ArgumentOutOfRangeException>(() => OneParameterWithSpread.For(data, new OneParameterWithSpreadOptions { Nodes = 30 }));
    }

    /// <summary>The objective as the textbook writes it, node by node.</summary>
    private static double Textbook(ResponseMatrix data, double sigma, double[] x)
    {
        var rule = GaussHermite.Of(sigma == 0 ? 1 : 61);
        var sum = 0.0;
        for (var k = 0; k < data.Count; k++)
        {
            var distance = x[data.PersonOf[k]] - x[data.Persons.Count + data.ItemOf[k]];
            var p = 0.0;
            for (var node = 0; node < rule.Nodes.Length; node++)
            {
                p += rule.Weights[node] / (1 + Math.Exp(-distance - (sigma * rule.Nodes[node])));
            }

            sum -= data.Importance[k] * ((data.Value[k] * Math.Log(p)) + ((1 - data.Value[k]) * Math.Log(1 - p)));
        }

        return sum;
    }

    private static double Difference(Func<double[], double> f, double[] x, int k, double h)
    {
        double[] up = [.. x];
        double[] down = [.. x];
        up[k] += h;
        down[k] -= h;
        return (f(up) - f(down)) / (2 * h);
    }

    private static Calibration StartAt(ResponseMatrix data, double ability) =>
        Simulation.Start(data, 0, 0, 0) with
        {
            Abilities = [ability],
        };

    private static void Property(Func<int, bool> holds) =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(20261122, 7).WithMaxTest(25),
            Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed => holds(seed))
        );

    private static IFamilyFit Family(Response[] responses, double sigma) =>
        OneParameterWithSpread.For(ResponseMatrix.From(responses), new OneParameterWithSpreadOptions { Sigma = sigma });

    private static Calibration Fit(Response[] responses, double sigma) => Family(responses, sigma).Fit();

    private static bool AreNear(IReadOnlyList<double> left, IReadOnlyList<double> right, double tolerance) =>
        left.Zip(right).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance);

    private static void ShouldBeNear(IReadOnlyList<double> actual, IReadOnlyList<double> expected, double tolerance)
    {
        actual.Count.ShouldBe(expected.Count);
        for (var k = 0; k < actual.Count; k++)
        {
            actual[k].ShouldBe(expected[k], tolerance, $"position {k}");
        }
    }
}
