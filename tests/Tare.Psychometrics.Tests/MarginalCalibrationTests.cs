using System.Numerics;
using System.Text.Json;
using Tare.Psychometrics;
using Tare.Testing;

namespace Tare.Psychometrics.Tests;

public sealed class MarginalCalibrationTests
{
    private static readonly MarginalOptions s_tight = new() { Tolerance = 1e-9, Threads = 1 };

    private static ItemCalibration Fit(ResponseMatrix data, MarginalOptions options) =>
        MarginalCalibration.Fit(data, options, TestContext.Current.CancellationToken);

    private static double Number(Estimate estimate) => ((Estimate.Known)estimate).Value;

    private static double Error(Estimate estimate) => ((Estimate.Known)estimate).StandardError!.Value;

    // The layouts: bits; bits less what is missing; lists; lists with counts; guessing.
    [Theory]
    [InlineData(ResponseModel.TwoParameter, 0.0)]
    [InlineData(ResponseModel.TwoParameter, 0.3)]
    [InlineData(ResponseModel.TwoParameter, 0.7)]
    [InlineData(ResponseModel.OneParameter, 0.3)]
    [InlineData(ResponseModel.Rasch, 0.7)]
    [InlineData(ResponseModel.ThreeParameter, 0.2)]
    public void Log_likelihood_is_the_textbook_formula_at_the_fitted_parameters(ResponseModel model, double missing)
    {
        var data = ReferenceLikelihood.Simulate("tests/marginal/definition", 97, 11, missing);
        var fit = Fit(data, s_tight with { Model = model });
        fit.LogLikelihood.ShouldBe(ReferenceLikelihood.Of(fit), 1e-7 * Math.Abs(fit.LogLikelihood));
    }

    [Fact]
    public void Log_likelihood_of_counts_with_frequencies_is_the_textbook_formula()
    {
        var random = Numerics.RandomSource.For("tests/marginal/counts", 0);
        var rows = Enumerable
            .Range(0, 60)
            .SelectMany(p => Enumerable.Range(0, 6).Select(i => (p, i, n: 1 + random.NextInt(5))))
            .Select(x => Response.Of($"p{x.p:00}", $"i{x.i}", random.NextInt(x.n + 1), x.n) with { Frequency = 1 + (x.p % 3) });
        var fit = Fit(ResponseMatrix.From(rows.ToArray()), s_tight);
        fit.LogLikelihood.ShouldBe(ReferenceLikelihood.Of(fit), 1e-7 * Math.Abs(fit.LogLikelihood));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.6)]
    public void The_fit_is_a_stationary_point_and_the_standard_errors_are_those_of_its_curvature(double missing)
    {
        var data = ReferenceLikelihood.Simulate("tests/marginal/gradient", 300, 5, missing);
        var fit = Fit(data, s_tight with { StandardErrors = StandardErrorMethod.Observed });
        var x = fit.Items.Select(i => Number(i.Discrimination)).Concat(fit.Items.Select(i => Number(i.Intercept))).ToArray();
        Complex At(Complex[] v) => ReferenceLikelihood.Of(data, v[..5], v[5..], new double[5], 201);
        double[] Gradient(double[] at) =>
            [.. Enumerable.Range(0, 10).Select(k => At([.. at.Select((v, j) => new Complex(v, j == k ? 1e-30 : 0))]).Imaginary / 1e-30)];
        var gradient = Gradient(x);
        gradient.ShouldAllBe(g => Math.Abs(g) < 1e-4);

        // The complex step itself, against central differences of two sizes away from the optimum.
        var off = x.Select((v, k) => v + (0.1 * ((k % 3) - 1))).ToArray();
        var exact = Gradient(off);
        foreach (var h in new[] { 1e-4, 1e-5 })
        {
            for (var k = 0; k < 10; k += 3)
            {
                double Shifted(double by) => At([.. off.Select((v, j) => (Complex)(v + (j == k ? by : 0)))]).Real;
                exact[k].ShouldBe((Shifted(h) - Shifted(-h)) / (2 * h), 1e-4);
            }
        }

        var hessian = new SymmetricMatrix(10);
        for (var k = 0; k < 10; k++)
        {
            var up = Gradient([.. x.Select((v, j) => v + (j == k ? 1e-4 : 0))]);
            var down = Gradient([.. x.Select((v, j) => v - (j == k ? 1e-4 : 0))]);
            for (var j = 0; j < 10; j++)
            {
                hessian[k, j] = -(up[j] - down[j]) / 2e-4;
            }
        }

        for (var k = 0; k < 10; k++)
        {
            for (var j = 0; j < k; j++)
            {
                hessian[k, j].ShouldBe(hessian[j, k], 1e-4 * (1 + Math.Abs(hessian[j, k])));
            }
        }

        var covariance = hessian.Inverse().ShouldNotBeNull();
        for (var i = 0; i < 5; i++)
        {
            Error(fit.Items[i].Discrimination).ShouldBe(Math.Sqrt(covariance[i, i]), 1e-3 * Math.Sqrt(covariance[i, i]));
            Error(fit.Items[i].Intercept).ShouldBe(Math.Sqrt(covariance[5 + i, 5 + i]), 1e-3 * Math.Sqrt(covariance[5 + i, 5 + i]));
        }
    }

    // Rizopoulos (2006), Journal of Statistical Software 17(5), section 4.1: the data of Bock and Lieberman (1970), to the printed digits.
    [Fact]
    public void Lsat6_gives_the_published_one_parameter_estimates()
    {
        var fit = Fit(Lsat6.Patterns(), s_tight with { Model = ResponseModel.OneParameter });
        double[] published = [-3.6153, -1.3224, -0.3176, -1.7301, -2.7802];
        fit.LogLikelihood.ShouldBe(-2466.938, 6e-4);
        Number(fit.Items[0].Discrimination).ShouldBe(0.7551, 2e-4);
        for (var i = 0; i < 5; i++)
        {
            Number(fit.Items[i].Difficulty).ShouldBe(published[i], 1e-3);
        }
    }

    [Theory]
    [InlineData("twoParameter", ResponseModel.TwoParameter)]
    [InlineData("oneParameter", ResponseModel.OneParameter)]
    [InlineData("threeParameter", ResponseModel.ThreeParameter)]
    [InlineData("fixedGuessing", ResponseModel.ThreeParameter)]
    public void Lsat6_agrees_with_direct_maximisation_by_scipy(string name, ResponseModel model)
    {
        using var golden = Golden("lsat6-scipy.json");
        var expected = golden.RootElement.GetProperty("expected").GetProperty(name);
        var guessing = name == "fixedGuessing" ? new GuessingOptions { Fixed = 0.2 } : new GuessingOptions();
        var fit = Fit(Lsat6.Persons(), s_tight with { Model = model, Guessing = guessing, MaximumCycles = 20_000 });
        fit.Convergence.Reached.ShouldBeTrue();
        fit.LogLikelihood.ShouldBe(expected.GetProperty("logLikelihood").GetDouble(), 1e-6);
        double At(string field, int k) =>
            expected.GetProperty(field)[Math.Min(k, expected.GetProperty(field).GetArrayLength() - 1)].GetDouble();
        for (var i = 0; i < 5; i++)
        {
            Number(fit.Items[i].Discrimination).ShouldBe(At("a", i), 1e-5);
            Number(fit.Items[i].Intercept).ShouldBe(At("d", i), 1e-5);
            Error(fit.Items[i].Discrimination).ShouldBe(At("seA", i), 1e-4 * At("seA", i));
            Error(fit.Items[i].Intercept).ShouldBe(At("seD", i), 1e-4 * At("seD", i));
            if (name == "threeParameter")
            {
                Number(fit.Items[i].Guessing).ShouldBe(At("c", i), 1e-5);
            }
        }
    }

    [Fact]
    public void Lsat6_in_the_Rasch_family_agrees_with_lme4()
    {
        using var golden = Golden("lsat6-lme4.json");
        var expected = golden.RootElement.GetProperty("expected");
        var fit = Fit(Lsat6.Patterns(), s_tight with { Model = ResponseModel.Rasch });
        Number(fit.PopulationDeviation).ShouldBe(expected.GetProperty("populationDeviation").GetDouble(), 2e-4);
        for (var i = 0; i < 5; i++)
        {
            Number(fit.Items[i].Difficulty).ShouldBe(expected.GetProperty("difficulty")[i].GetDouble(), 2e-4);
            var error = expected.GetProperty("seDifficulty")[i].GetDouble();
            Error(fit.Items[i].Difficulty).ShouldBe(error, 5e-3 * error);
        }
    }

    [Fact]
    public void A_pattern_with_a_frequency_is_that_many_persons()
    {
        var weighted = Fit(Lsat6.Patterns(), s_tight);
        var repeated = Fit(Lsat6.Persons(), s_tight);
        weighted.LogLikelihood.ShouldBe(repeated.LogLikelihood, 1e-8);
        for (var i = 0; i < 5; i++)
        {
            Number(weighted.Items[i].Discrimination).ShouldBe(Number(repeated.Items[i].Discrimination), 1e-7);
            Error(weighted.Items[i].Difficulty).ShouldBe(Error(repeated.Items[i].Difficulty), 1e-6);
        }
    }

    [Fact]
    public void Shuffled_responses_give_the_same_bits()
    {
        var data = ReferenceLikelihood.Simulate("tests/marginal/shuffle", 120, 9, 0.4);
        var rows = Enumerable
            .Range(0, data.Count)
            .Select(k => new Response(data.Persons[data.PersonOf[k]], data.Items[data.ItemOf[k]], data.Value[k]))
            .ToArray();
        var random = Numerics.RandomSource.For("tests/marginal/shuffle/order", 0);
        var shuffled = rows.OrderBy(_ => random.NextBits()).ToArray();
        var (left, right) = (Fit(ResponseMatrix.From(rows), s_tight), Fit(ResponseMatrix.From(shuffled), s_tight));
        left.LogLikelihood.ShouldBe(right.LogLikelihood);
        left.Items.ShouldBe(right.Items);
        left.Persons.ShouldBe(right.Persons);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.55)]
    public void One_thread_and_two_give_the_same_bits(double missing)
    {
        var data = ReferenceLikelihood.Simulate("tests/marginal/threads", missing == 0 ? 2_700 : 5_900, 400, missing);
        data.Count.ShouldBeGreaterThan(1 << 20);
        var options = new MarginalOptions { StandardErrors = StandardErrorMethod.None };
        var (one, two) = (Fit(data, options with { Threads = 1 }), Fit(data, options with { Threads = 2 }));
        one.LogLikelihood.ShouldBe(two.LogLikelihood);
        one.Items.ShouldBe(two.Items);
        one.Persons.ShouldBe(two.Persons);
    }

    [Fact]
    public void A_reversed_key_turns_abilities_and_intercepts_around()
    {
        var data = ReferenceLikelihood.Simulate("tests/marginal/key", 400, 8, 0);
        var reversed = ResponseMatrix.FromTable(data.Persons, data.Items, Array.ConvertAll(data.Value.ToArray(), v => (sbyte)(1 - v)));
        var (one, other) = (Fit(data, s_tight), Fit(reversed, s_tight));
        other.LogLikelihood.ShouldBe(one.LogLikelihood, 1e-7);
        for (var i = 0; i < 8; i++)
        {
            Number(other.Items[i].Discrimination).ShouldBe(Number(one.Items[i].Discrimination), 1e-6);
            Number(other.Items[i].Difficulty).ShouldBe(-Number(one.Items[i].Difficulty), 1e-5);
        }
    }

    [Fact]
    public void A_forced_grid_that_is_too_coarse_gives_a_warning_and_the_default_none()
    {
        var data = ReferenceLikelihood.Simulate("tests/marginal/coarse", 300, 400, 0);
        var options = new MarginalOptions { StandardErrors = StandardErrorMethod.None };
        Fit(data, options).Warnings.ShouldBeEmpty();
        Fit(data, options with { Grid = new FixedGrid(41) }).Warnings.ShouldHaveSingleItem().ShouldContain("does not resolve");
        Fit(data, options with { Grid = new FixedGrid(241) }).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Items_that_nobody_or_everybody_solved_are_not_identified_and_change_nothing()
    {
        var data = ReferenceLikelihood.Simulate("tests/marginal/extreme", 150, 6, 0);
        var rows = Enumerable
            .Range(0, data.Count)
            .Select(k => new Response(data.Persons[data.PersonOf[k]], data.Items[data.ItemOf[k]], data.Value[k]))
            .ToList();
        rows.AddRange(data.Persons.Select(p => new Response(p, "hard", 0)).Concat(data.Persons.Select(p => new Response(p, "easy", 1))));
        var fit = Fit(ResponseMatrix.From(rows), s_tight);
        fit.LogLikelihood.ShouldBe(Fit(data, s_tight).LogLikelihood, 1e-9);
        fit.Items[0].Difficulty.ShouldBeOfType<Estimate.NotIdentified>().Reason.ShouldContain("Everybody");
        fit.Items[1].Discrimination.ShouldBeOfType<Estimate.NotIdentified>().Reason.ShouldContain("Nobody");
        fit.Items[1].Parameters.ShouldBeNull();
        fit.Warnings.ShouldContain(w => w.Contains("'easy', 'hard'"));
    }

    [Fact]
    public void All_right_persons_have_finite_abilities_that_are_marked_as_the_priors()
    {
        var fit = Fit(Lsat6.Patterns(), s_tight);
        var best = (Estimate.Known)fit.Persons[^1].Ability;
        best.Basis.ShouldBe(EstimateBasis.Prior);
        best.Value.ShouldBeInRange(0.1, 2);
        ((Estimate.Known)fit.Persons[1].Ability).Basis.ShouldBe(EstimateBasis.Data);
    }

    [Fact]
    public void A_million_persons_with_one_response_each_are_refused_with_a_reason()
    {
        var one = new sbyte[1_000_000];
        for (var p = 0; p < one.Length; p++)
        {
            one[p] = (sbyte)(p % 2);
        }

        var data = ResponseMatrix.FromTable([.. Enumerable.Range(0, one.Length).Select(p => $"{p:0000000}")], ["i"], one);
        Should.Throw<NotIdentifiedException>(() => Fit(data, s_tight)).Message.ShouldContain("1000000 persons has one answer");
    }

    [Fact]
    public void Too_few_items_for_the_family_and_a_disconnected_design_are_refused_with_a_reason()
    {
        var two = ReferenceLikelihood.Simulate("tests/marginal/few", 60, 2, 0);
        Should.Throw<NotIdentifiedException>(() => Fit(two, s_tight)).Message.ShouldContain("needs at least 3");
        Fit(two, s_tight with { Model = ResponseModel.OneParameter }).Items.Count.ShouldBe(2);
        var apart = ResponseMatrix.From(
            Enumerable
                .Range(0, 40)
                .SelectMany(p => Enumerable.Range(0, 3).Select(i => new Response($"p{p}", $"{p % 2}-i{i}", (p / 2 + i) % 2)))
        );
        Should.Throw<NotIdentifiedException>(() => Fit(apart, s_tight)).Message.ShouldContain("2 components");
        var same = ResponseMatrix.From(
            Enumerable.Range(0, 4).SelectMany(p => Enumerable.Range(0, 3).Select(i => new Response($"p{p}", $"i{i}", 1)))
        );
        Should.Throw<NotIdentifiedException>(() => Fit(same, s_tight)).Message.ShouldContain("Every item was solved by all");
    }

    [Fact]
    public void A_perfect_ordering_of_few_persons_stays_finite()
    {
        var rows = Enumerable
            .Range(0, 5)
            .SelectMany(p => Enumerable.Range(0, 4).Select(i => new Response($"p{p}", $"i{i}", p > i ? 1 : 0)));
        var fit = Fit(ResponseMatrix.From(rows), new MarginalOptions { MaximumCycles = 300 });
        double.IsFinite(fit.LogLikelihood).ShouldBeTrue();
        foreach (
            var number in fit
                .Items.SelectMany(i => new[] { i.Difficulty, i.Discrimination, i.Intercept })
                .Concat(fit.Persons.Select(p => p.Ability))
                .OfType<Estimate.Known>()
        )
        {
            double.IsFinite(number.Value).ShouldBeTrue();
            (number.StandardError is { } error && !double.IsFinite(error)).ShouldBeFalse();
        }
    }

    [Fact]
    public void Importance_weights_and_shares_get_a_sandwich_even_when_Fisher_is_asked_for()
    {
        var data = ReferenceLikelihood.Simulate("tests/marginal/importance", 200, 5, 0);
        var rows = Enumerable
            .Range(0, data.Count)
            .Select(k => new Response(data.Persons[data.PersonOf[k]], data.Items[data.ItemOf[k]], data.Value[k], 2))
            .ToArray();
        var fit = Fit(ResponseMatrix.From(rows), s_tight with { StandardErrors = StandardErrorMethod.Observed });
        fit.StandardErrors.ShouldBe(StandardErrorMethod.Sandwich);
        fit.LogLikelihood.ShouldBe(ReferenceLikelihood.Of(fit), 1e-7 * Math.Abs(fit.LogLikelihood));
    }

    [Fact, Trait("tier", "gate")]
    public void Recovery_is_unbiased_within_its_Monte_Carlo_error_and_errors_are_as_large_as_stated()
    {
        // 40 replicates of 1,500 persons by 20 items; z scores of the 40 estimates of each parameter.
        const int Replicates = 40;
        var sums = new double[40];
        var squares = 0.0;
        for (var r = 0; r < Replicates; r++)
        {
            var (truth, data) = ReferenceLikelihood.SimulateWithTruth("tests/marginal/recovery", 1_500, 20, 0.1, 0, r);
            var fit = Fit(data, new MarginalOptions { Threads = 1, StandardErrors = StandardErrorMethod.Observed });
            for (var i = 0; i < 20; i++)
            {
                var za = (Number(fit.Items[i].Discrimination) - truth[i].Discrimination) / Error(fit.Items[i].Discrimination);
                var zd = (Number(fit.Items[i].Intercept) - truth[i].Intercept) / Error(fit.Items[i].Intercept);
                sums[i] += za;
                sums[20 + i] += zd;
                squares += (za * za) + (zd * zd);
            }
        }

        // Mean z: standard error 1/√40; 40 of them stay below 4 with false alarm 0.3 %, and the seed is fixed.
        sums.ShouldAllBe(sum => Math.Abs(sum / Replicates) < 4 / Math.Sqrt(Replicates));

        // Mean square: 1,600 correlated z²; an information off by 15 % moves it by 0.15.
        (squares / (40 * Replicates)).ShouldBe(1, 0.12);
    }

    [Fact, Trait("tier", "statistical")]
    public void Nominal_95_percent_intervals_cover()
    {
        // Each of 400 replicates contributes one slope, so hits are independent: accept 361 ... 395 (false alarm 1e-4; fails 99.9 % of the
        // time at true coverage 0.85, 91 % at 0.88, 52 % at 0.90).
        var hits = 0;
        for (var r = 0; r < 400; r++)
        {
            var (truth, data) = ReferenceLikelihood.SimulateWithTruth("tests/marginal/coverage", 500, 15, 0, 0, r);
            var fit = Fit(data, new MarginalOptions { Threads = 1, StandardErrors = StandardErrorMethod.Observed });
            var item = r % 15;
            hits +=
                Math.Abs(Number(fit.Items[item].Discrimination) - truth[item].Discrimination)
                < 1.959964 * Error(fit.Items[item].Discrimination)
                    ? 1
                    : 0;
        }

        hits.ShouldBeInRange(361, 395);
    }

    private static JsonDocument Golden(string name) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests/Tare.Psychometrics.Tests/golden/" + name)));
}
