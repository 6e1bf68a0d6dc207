using FsCheck;
using FsCheck.Fluent;

namespace Tare.Psychometrics.Tests;

public sealed class TwoParameterLeastSquaresTests
{
    private const string File = "two-parameter-least-squares.json";

    // Gradients end below 1e-10; the smallest curvature of these cases, the ridge over the parameters, is above 0.005.
    private const double Same = 1e-7;

    private static readonly TwoParameterLeastSquaresOptions s_pinned = new() { PinnedItem = "i00" };

    [Theory]
    [InlineData("lopsided")]
    [InlineData("an item that falls with ability")]
    [InlineData("persons outside a narrow box")]
    [InlineData("no item pinned, strong ridge")]
    public void The_optimum_is_that_of_an_independent_program(string name)
    {
        var golden = Golden.Case(File, name);
        var input = golden.GetProperty("input");
        var expected = golden.GetProperty("expected");
        var tolerance = Golden.Read(File).GetProperty("tolerance").GetDouble();
        var options = new TwoParameterLeastSquaresOptions
        {
            PinnedItem = input.GetProperty("pinned").GetString(),
            LocationBound = input.GetProperty("locationBound").GetDouble(),
            Ridge = input.GetProperty("ridge").GetDouble(),
        };

        var fit = TwoParameterLeastSquares.For(input.Responses(), options).Fit();

        fit.Convergence.Reached.ShouldBeTrue();
        fit.Convergence.ProjectedGradientNorm.ShouldBeLessThan(1e-10);
        fit.Convergence.Objective.ShouldBe(expected.GetProperty("objective").GetDouble(), 1e-12);
        fit.Convergence.AtBound.Count.ShouldBe(expected.GetProperty("atBound").GetInt32());
        ShouldBeNear(fit.Abilities, expected.Numbers("abilities"), tolerance);
        ShouldBeNear(fit.Difficulties, expected.Numbers("difficulties"), tolerance);
        ShouldBeNear(fit.Discriminations, expected.Numbers("discriminations"), tolerance);
    }

    [Fact]
    public void A_bound_that_holds_is_named_and_its_gradient_points_out()
    {
        var data = Golden.Case(File, "an item that falls with ability").GetProperty("input").Responses();

        var fit = TwoParameterLeastSquares.For(data, new TwoParameterLeastSquaresOptions { PinnedItem = "i0" }).Fit();

        fit.Convergence.AtBound.ShouldBe(["discrimination of 'i3'"]);
        fit.Discriminations[3].ShouldBe(0.1);
        var problem = new TwoParameterProblem(data, new TwoParameterLeastSquaresOptions { PinnedItem = "i0" });
        var work = new TwoParameterWorkspace(problem);
        work.Load(fit, [], []);
        work.Evaluate(work.Ability, work.Item);
        work.Assemble(HessianKind.Exact);
        work.ItemGradient[7].ShouldBeGreaterThan(1e-3);
    }

    [Fact]
    public void Names_and_order_of_persons_and_items_do_not_matter()
    {
        Property(seed =>
        {
            var responses = Simulation.TwoParameter(7, 4, 0.7, 0.1, seed);
            var relabelled = responses
                .Select(r =>
                    r with
                    {
                        Person = "z" + (char)('z' - (r.Person[2] - '0')),
                        Item = r.Item == "i00" ? "i00" : "h" + (char)('z' - (r.Item[2] - '0')),
                    }
                )
                .OrderByDescending(r => r.Value)
                .ToArray();

            var fit = Fit(responses);
            var other = Fit(relabelled);

            return IsNear(AbilityOf(fit, "p03"), AbilityOf(other, "zw"), Same)
                && IsNear(AbilityOf(fit, "p06"), AbilityOf(other, "zt"), Same)
                && IsNear(fit.Convergence.Objective, other.Convergence.Objective, 1e-12);
        });
    }

    [Fact]
    public void A_response_that_counts_twice_is_one_of_double_weight()
    {
        Property(seed =>
        {
            var responses = Simulation.TwoParameter(6, 4, 0.7, 0.1, seed);
            var family = TwoParameterLeastSquares.For(ResponseMatrix.From(responses), s_pinned);
            var fit = family.Fit();
            var multiplicity = Enumerable.Repeat(1.0, responses.Length).ToArray();
            multiplicity[3] = 2;
            var target = (family.Data.Persons[family.Data.PersonOf[3]], family.Data.Items[family.Data.ItemOf[3]]);

            var refit = family.Refit(fit, multiplicity, []);
            var doubled = Fit([.. responses.Select(r => (r.Person, r.Item) == target ? r with { Importance = 2 * r.Importance } : r)]);

            return AreNear(refit.Abilities, doubled.Abilities, Same) && AreNear(refit.Discriminations, doubled.Discriminations, Same);
        });
    }

    [Fact]
    public void A_response_that_counts_zero_times_is_not_there_but_its_parameters_are()
    {
        var responses = Simulation.TwoParameter(6, 4, 0.7, 0.1, 1);
        var family = TwoParameterLeastSquares.For(ResponseMatrix.From(responses), s_pinned);
        var fit = family.Fit();
        var multiplicity = new double[family.Data.Count];
        for (var k = 0; k < multiplicity.Length; k++)
        {
            multiplicity[k] = family.Data.Items[family.Data.ItemOf[k]] == "i02" ? 0 : 1;
        }

        var refit = family.Refit(fit, multiplicity, []);

        // Only the ridge speaks for the item: it pulls the difficulty to 0 and the discrimination to its lower bound.
        refit.Convergence.Reached.ShouldBeTrue();
        refit.Difficulties[2].ShouldBe(0, Same);
        refit.Discriminations[2].ShouldBe(0.1);
        refit.Convergence.AtBound.ShouldBe(["discrimination of 'i02'"]);
    }

    [Fact]
    public void A_refit_from_anywhere_ends_where_the_fit_does()
    {
        var family = TwoParameterLeastSquares.For(ResponseMatrix.From(Simulation.TwoParameter(12, 5, 0.6, 0.05, 9)), s_pinned);
        var fit = family.Fit();
        for (var seed = 0; seed < 8; seed++)
        {
            var refit = family.Refit(Simulation.Start(family.Data, 1, 0.5, seed), [], []);
            refit.Convergence.Reached.ShouldBeTrue();
            ShouldBeNear(refit.Abilities, fit.Abilities, Same);
        }
    }

    [Fact]
    public void A_refit_on_other_values_is_the_fit_of_those_values()
    {
        var responses = Simulation.TwoParameter(8, 4, 0.7, 0.1, 2);
        var family = TwoParameterLeastSquares.For(ResponseMatrix.From(responses), s_pinned);
        var values = family.Data.Value.ToArray().Select(v => 0.8 * v).ToArray();

        var refit = family.Refit(family.Fit(), [], values);

        var other = Fit([.. responses.Select(r => r with { Value = 0.8 * r.Value })]);
        ShouldBeNear(refit.Abilities, other.Abilities, Same);
        ShouldBeNear(refit.Discriminations, other.Discriminations, Same);
    }

    [Fact]
    public void Values_outside_the_clip_are_clipped()
    {
        var fit = Fit([new Response("a", "i00", 1), new Response("b", "i00", 0)]);
        var clipped = Fit([new Response("a", "i00", 0.999), new Response("b", "i00", 0.001)]);

        fit.Abilities.ShouldBe(clipped.Abilities);
        fit.Abilities[0].ShouldBe(-fit.Abilities[1], Same);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(5, 1)]
    public void One_person_or_one_item_has_a_finite_answer_by_the_ridge(int persons, int items)
    {
        var fit = Fit(Simulation.TwoParameter(persons, items, 1, 0.1, 4));

        fit.Convergence.Reached.ShouldBeTrue();
        fit.Abilities.Concat(fit.Difficulties).Concat(fit.Discriminations).ShouldAllBe(v => double.IsFinite(v));
    }

    [Fact]
    public void Nothing_but_full_credit_is_finite_by_clip_and_ridge()
    {
        var fit = Fit([.. Simulation.TwoParameter(4, 3, 1, 0.1, 5).Select(r => r with { Value = 1 })]);

        fit.Convergence.Reached.ShouldBeTrue();
        fit.Abilities.ShouldAllBe(v => v > 0 && v <= 10);
    }

    [Fact]
    public void Options_out_of_range_and_a_pinned_item_without_data_are_refused()
    {
        var data = ResponseMatrix.From(Simulation.TwoParameter(3, 2, 1, 0.1, 6));
        Should.Throw<ArgumentOutOfRangeException>(() => TwoParameterLeastSquares.For(data, s_pinned with { Ridge = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => TwoParameterLeastSquares.For(data, s_pinned with { Clip = 0.5 }));
        Should.Throw<ArgumentOutOfRangeException>(() => TwoParameterLeastSquares.For(data, s_pinned with { DiscriminationMax = 0.01 }));
        Should
            .Throw<NotIdentifiedException>(() => TwoParameterLeastSquares.For(data, s_pinned with { PinnedItem = "Winogrande" }))
            .Message.ShouldContain("'Winogrande'");
    }

    [Fact]
    public void A_refit_says_which_argument_does_not_fit()
    {
        var family = TwoParameterLeastSquares.For(ResponseMatrix.From(Simulation.TwoParameter(3, 2, 1, 0.1, 6)), s_pinned);
        var fit = family.Fit();
        Should.Throw<ArgumentException>(() => family.Refit(fit, [1, 2], [])).Message.ShouldContain("one for each of the 6 responses");
        Should.Throw<ArgumentException>(() => family.Refit(fit, [1, 1, 1, 1, -1, 1], [])).Message.ShouldContain("'p02', item 'i00'");
        Should.Throw<ArgumentException>(() => family.Refit(fit, [], [0, 0, 0, 2, 0, 0])).Message.ShouldContain("expected a share");
        Should.Throw<ArgumentException>(() => family.Refit(fit with { Abilities = [1] }, [], [])).Message.ShouldContain("1 persons");
    }

    [Fact]
    public void A_fit_that_runs_out_of_steps_says_so()
    {
        var fit = TwoParameterLeastSquares
            .For(ResponseMatrix.From(Simulation.TwoParameter(8, 4, 0.7, 0.1, 2)), s_pinned with { MaximumIterations = 2 })
            .Fit();

        fit.Convergence.Reached.ShouldBeFalse();
        fit.Convergence.Iterations.ShouldBe(2);
        fit.Convergence.ProjectedGradientNorm.ShouldBeGreaterThan(1e-10);
    }

    private static void Property(Func<int, bool> holds) =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(20261122, 7).WithMaxTest(25),
            Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed => holds(seed))
        );

    private static Calibration Fit(Response[] responses) => TwoParameterLeastSquares.For(ResponseMatrix.From(responses), s_pinned).Fit();

    private static double AbilityOf(Calibration fit, string person) => fit.Abilities[fit.Data.Persons.ToList().IndexOf(person)];

    private static bool IsNear(double left, double right, double tolerance) => Math.Abs(left - right) <= tolerance;

    private static bool AreNear(IReadOnlyList<double> left, IReadOnlyList<double> right, double tolerance) =>
        left.Zip(right).All(pair => IsNear(pair.First, pair.Second, tolerance));

    private static void ShouldBeNear(IReadOnlyList<double> actual, IReadOnlyList<double> expected, double tolerance)
    {
        actual.Count.ShouldBe(expected.Count);
        for (var k = 0; k < actual.Count; k++)
        {
            actual[k].ShouldBe(expected[k], tolerance, $"position {k}");
        }
    }
}
