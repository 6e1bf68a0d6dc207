namespace Tare.Psychometrics.Tests;

public sealed class CalibrationBootstrapTests
{
    private static readonly MarginalOptions s_rasch = new()
    {
        Model = ResponseModel.Rasch,
        Threads = 1,
        StandardErrors = StandardErrorMethod.None,
    };

    private static ResampledErrors Of(ResponseMatrix data, Func<ResponseMatrix, Refit> fit, ResampleOptions options) =>
        CalibrationBootstrap.Of(data, fit, options, null, TestContext.Current.CancellationToken);

    private static Refit Rasch(ResponseMatrix data)
    {
        var fit = MarginalCalibration.Fit(data, s_rasch, TestContext.Current.CancellationToken);
        return new Refit(fit.Persons, fit.Items, fit.Convergence.Reached);
    }

    [Fact]
    public void Resampled_persons_give_the_errors_of_the_information()
    {
        var data = Lsat6.Persons();
        var fisher = MarginalCalibration.Fit(
            data,
            s_rasch with
            {
                StandardErrors = StandardErrorMethod.Observed,
            },
            TestContext.Current.CancellationToken
        );
        var errors = Of(data, Rasch, new ResampleOptions { Draws = 200 });
        errors.FailedDraws.ShouldBe(0);
        errors.Abilities.ShouldBeEmpty();
        for (var i = 0; i < 5; i++)
        {
            // A deviation over 200 draws has a relative standard error of 1/√400; four of them.
            var expected = ((Estimate.Known)fisher.Items[i].Difficulty).StandardError!.Value;
            errors.Difficulties[i].StandardError!.Value.ShouldBe(expected, 0.2 * expected);
            errors.Difficulties[i].Lower!.Value.ShouldBeLessThan(((Estimate.Known)fisher.Items[i].Difficulty).Value);
        }
    }

    [Fact]
    public void Draws_do_not_depend_on_threads()
    {
        var data = Lsat6.Persons();
        var one = Of(data, Rasch, new ResampleOptions { Draws = 20, Threads = 1 });
        var two = Of(data, Rasch, new ResampleOptions { Draws = 20, Threads = 2 });
        one.Difficulties.ShouldBe(two.Difficulties);
    }

    [Fact]
    public void Resampled_groups_of_like_items_give_larger_errors_than_items()
    {
        // Twelve groups whose items are copies of each other: a group is the unit that varies.
        var random = Numerics.RandomSource.For("tests/bootstrap/groups", 0);
        var rows = new List<Response>();
        for (var p = 0; p < 60; p++)
        {
            var theta = random.NextNormal();
            for (var g = 0; g < 12; g++)
            {
                var right = random.NextDouble() < Numerics.Logistic.Sigmoid(theta - (0.3 * (g - 6))) ? 1 : 0;
                rows.AddRange(Enumerable.Range(0, 4).Select(i => new Response($"p{p:00}", $"g{g:00}-{i}", right)));
            }
        }

        var data = ResponseMatrix.From(rows);
        var groups = data.Items.ToDictionary(i => i, i => i[..3]);
        var items = Of(data, Rasch, new ResampleOptions { Unit = ResampledUnit.Items, Draws = 60 });
        var whole = Of(
            data,
            Rasch,
            new ResampleOptions
            {
                Unit = ResampledUnit.ItemGroups,
                ItemGroups = groups,
                Draws = 60,
            }
        );
        whole.Difficulties.ShouldBeEmpty();

        // Four copies that vary together: the error doubles, and a population deviation that varies too adds a little.
        (whole.Abilities.Average(a => a.StandardError!.Value) / items.Abilities.Average(a => a.StandardError!.Value)).ShouldBeInRange(
            1.6,
            3
        );
    }

    [Fact]
    public void Too_thin_data_are_refused_and_a_missing_group_is_named()
    {
        var data = ResponseMatrix.From([
            new Response("p", "a", 1),
            new Response("q", "a", 0),
            new Response("p", "b", 0),
            new Response("q", "b", 1),
        ]);
        Should.Throw<NotIdentifiedException>(() => Of(data, _ => throw new NotIdentifiedException("thin"), new ResampleOptions()));
        Should
            .Throw<ArgumentException>(() =>
                Of(
                    data,
                    Rasch,
                    new ResampleOptions
                    {
                        Unit = ResampledUnit.ItemGroups,
                        ItemGroups = new Dictionary<string, string> { ["a"] = "g" },
                    }
                )
            )
            .Message.ShouldContain("'b'");
    }
}
