using Tare.Numerics;

namespace Tare.Psychometrics.Tests;

public sealed class BootstrapTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Families => ["two-parameter", "spread"];

    [Theory]
    [MemberData(nameof(Families))]
    public void The_number_of_threads_does_not_change_a_bit(string name)
    {
        var family = Family(name);
        var fit = family.Fit();
        var one = family.Bootstrap(fit, new BootstrapOptions { Draws = 60, Threads = 1 }, null, Token);
        var four = family.Bootstrap(fit, new BootstrapOptions { Draws = 60, Threads = 4 }, null, Token);

        ShouldHaveTheSameBits(one.Abilities, four.Abilities);
        ShouldHaveTheSameBits(one.Difficulties, four.Difficulties);
        ShouldHaveTheSameBits(one.Discriminations, four.Discriminations);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void A_draw_is_the_refit_of_its_own_resample_and_of_nothing_before_it(string name)
    {
        var family = Family(name);
        var fit = family.Fit();
        var draws = family.Bootstrap(fit, new BootstrapOptions { Draws = 30, Stream = "own" }, null, Token);
        var multiplicity = new double[family.Data.Count];
        Resampling.WithinPersons(family.Data, RandomSource.For("own", 17), multiplicity);

        family.Refit(fit, multiplicity, []).Abilities.ShouldBe(draws.Abilities[17]);
        draws.Count.ShouldBe(30);
        draws.NotConverged.ShouldBe(0);
    }

    [Fact]
    public void A_resample_keeps_the_number_of_responses_of_each_person()
    {
        var data = Family("spread").Data;
        var multiplicity = new double[data.Count];
        for (var replicate = 0; replicate < 20; replicate++)
        {
            Resampling.WithinPersons(data, RandomSource.For("counts", replicate), multiplicity);
            for (var person = 0; person < data.Persons.Count; person++)
            {
                var rows = Enumerable.Range(0, data.Count).Where(k => data.PersonOf[k] == person).ToArray();
                rows.Sum(k => multiplicity[k]).ShouldBe(rows.Length);
            }
        }
    }

    [Fact]
    public void Each_response_of_a_person_is_drawn_equally_often()
    {
        var data = Family("spread").Data;
        var multiplicity = new double[data.Count];
        var totals = new double[data.Count];
        const int Replicates = 4_000;
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            Resampling.WithinPersons(data, RandomSource.For("balance", replicate), multiplicity);
            for (var k = 0; k < totals.Length; k++)
            {
                totals[k] += multiplicity[k];
            }
        }

        // A count has variance below 1, so the mean of 4,000 has a standard error below 0.016; six of them.
        totals.ShouldAllBe(total => Math.Abs((total / Replicates) - 1) < 0.095);
    }

    [Fact]
    public void Cancellation_is_heard_and_progress_told()
    {
        var family = Family("two-parameter");
        var fit = family.Fit();
        var seen = new List<int>();
        family.Bootstrap(fit, new BootstrapOptions { Draws = 12, Threads = 2 }, new Recorder(seen), Token);
        seen.ShouldBe(Enumerable.Range(1, 12));

        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => family.Bootstrap(fit, new BootstrapOptions(), null, source.Token));
    }

    [Fact]
    public void A_draw_without_finite_optimum_goes_to_the_bound_and_is_counted()
    {
        // Person 'c' answers one of two items without fault: a quarter of the resamples holds nothing else.
        Response[] responses =
        [
            new("a", "u", 0.4),
            new("a", "v", 0.7),
            new("b", "u", 0.2),
            new("b", "v", 0.6),
            new("c", "u", 0.5),
            new("c", "v", 1.0),
        ];
        var family = OneParameterWithSpread.For(ResponseMatrix.From(responses), new OneParameterWithSpreadOptions { LocationBound = 25 });

        var draws = family.Bootstrap(family.Fit(), new BootstrapOptions { Draws = 400 }, null, Token);

        var clamped = draws.Abilities.Count(d => d[2] == 25);
        clamped.ShouldBeInRange(60, 145);
        draws.NotConverged.ShouldBeGreaterThanOrEqualTo(clamped);
        draws.Abilities.ShouldAllBe(d => d.All(v => Math.Abs(v) <= 25));
    }

    private static IFamilyFit Family(string name)
    {
        var data = ResponseMatrix.From(
            Simulation.TwoParameter(12, 6, 0.7, 0.1, 8).Select(r => r with { Value = Math.Clamp(r.Value, 0.02, 0.98) })
        );
        return name == "spread"
            ? OneParameterWithSpread.For(data, new OneParameterWithSpreadOptions())
            : TwoParameterLeastSquares.For(data, new TwoParameterLeastSquaresOptions { PinnedItem = "i00" });
    }

    private static void ShouldHaveTheSameBits(double[][] left, double[][] right)
    {
        left.Length.ShouldBe(right.Length);
        for (var k = 0; k < left.Length; k++)
        {
            left[k].Select(BitConverter.DoubleToInt64Bits).ShouldBe(right[k].Select(BitConverter.DoubleToInt64Bits));
        }
    }

    private sealed class Recorder(List<int> seen) : IProgress<int>
    {
        public void Report(int value) => seen.Add(value);
    }
}
