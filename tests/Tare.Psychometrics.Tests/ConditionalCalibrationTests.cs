namespace Tare.Psychometrics.Tests;

public sealed class ConditionalCalibrationTests
{
    private static double Number(Estimate estimate) => ((Estimate.Known)estimate).Value;

    private static PersonItemEstimates Fit(ResponseMatrix data) =>
        ConditionalCalibration.Fit(data, new ConditionalOptions(), TestContext.Current.CancellationToken);

    private static double Error(Estimate estimate) => ((Estimate.Known)estimate).StandardError!.Value;

    /// <summary>The textbook sum over all answer patterns with the same total, on a lopsided case with counts of trials and a frequency.</summary>
    [Fact]
    public void Likelihood_is_that_of_the_answers_given_the_total()
    {
        var data = Small();
        var fit = Fit(data);
        fit.Convergence.Reached.ShouldBeTrue();
        var b = fit.Items.Select(i => Number(i.Difficulty)).ToArray();
        fit.LogLikelihood.ShouldBe(Definition(data, b), 1e-11 * Math.Abs(fit.LogLikelihood));
        b.Sum().ShouldBe(0, 1e-12);

        // The maximum: every move that keeps the mean lowers it; and its curvature gives the standard error of a difference.
        for (var i = 0; i < b.Length; i++)
        {
            foreach (var by in new[] { 1e-3, -1e-3 })
            {
                var moved = (double[])b.Clone();
                moved[i] += by;
                Definition(data, moved).ShouldBeLessThan(fit.LogLikelihood);
            }
        }
    }

    [Fact]
    public void Standard_errors_are_the_inverse_of_the_curvature_under_the_constraint()
    {
        var data = Small();
        var fit = Fit(data);
        var b = fit.Items.Select(i => Number(i.Difficulty)).ToArray();
        const double H = 1e-3;
        double At(params (int Item, double By)[] moves)
        {
            var moved = (double[])b.Clone();
            foreach (var (item, by) in moves)
            {
                moved[item] += by;
            }

            return Definition(data, moved);
        }

        // Free: the first items; the last is minus their sum.
        var last = b.Length - 1;
        var information = new SymmetricMatrix(last);
        for (var i = 0; i < last; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double Corner(double s, double t) => At((i, s * H), (last, -s * H), (j, t * H), (last, -t * H));
                information[i, j] = -(Corner(1, 1) - Corner(1, -1) - Corner(-1, 1) + Corner(-1, -1)) / (4 * H * H);
            }
        }

        var covariance = information.Inverse().ShouldNotBeNull();
        for (var i = 0; i < last; i++)
        {
            // Central differences with h = 1e-3: relative error h² and rounding / h², both near 1e-6.
            Error(fit.Items[i].Difficulty).ShouldBe(Math.Sqrt(covariance[i, i]), 1e-4 * Math.Sqrt(covariance[i, i]));
        }
    }

    /// <summary>The recursion against products of polynomials in extended range: no digit is lost on a test of 400 items, where differences lose all.</summary>
    [Fact]
    public void Symmetric_functions_keep_their_digits_on_long_tests()
    {
        var easiness = Enumerable.Range(0, 400).Select(i => Math.Exp(3 * Math.Sin(i))).ToArray();
        var log = new double[401];
        Array.Fill(log, double.NegativeInfinity);
        log[0] = 0;
        foreach (var e in easiness)
        {
            for (var s = 400; s > 0; s--)
            {
                var (x, y) = (log[s], log[s - 1] + Math.Log(e));
                var most = Math.Max(x, y);
                log[s] = double.IsNegativeInfinity(most) ? most : most + Math.Log(Math.Exp(x - most) + Math.Exp(y - most));
            }
        }

        var chain = new ScoreChain(400);
        chain.Set(easiness);
        chain.Set(easiness);
        foreach (var score in new[] { 1, 7, 200, 393, 400 })
        {
            chain.LogSymmetric(score).ShouldBe(log[score], 1e-11 * Math.Abs(log[score]));
        }

        // Given the total the expected numbers right add up to it.
        var expected = new double[400];
        var persons = new double[401];
        persons[3] = 1;
        chain.Expect(persons, expected);
        expected.Sum().ShouldBe(3, 1e-12);
    }

    [Fact]
    public void A_frequency_is_that_many_persons_and_all_right_persons_change_nothing()
    {
        var patterns = Fit(Lsat6.Patterns());
        var persons = Fit(Lsat6.Persons());
        for (var i = 0; i < 5; i++)
        {
            Number(patterns.Items[i].Difficulty).ShouldBe(Number(persons.Items[i].Difficulty), 1e-9);
            Error(patterns.Items[i].Difficulty).ShouldBe(Error(persons.Items[i].Difficulty), 1e-9);
        }

        patterns.LogLikelihood.ShouldBe(persons.LogLikelihood, 1e-8);
        patterns.Warnings.ShouldContain(w => w.Contains("all right or all wrong"));
    }

    [Fact]
    public void Items_that_do_not_compare_are_refused_with_their_names()
    {
        // Whoever had a hard item right had all easy ones right.
        var rows = new List<Response>();
        int[][] answers =
        [
            [1, 0, 0, 0],
            [0, 1, 0, 0],
            [1, 1, 1, 0],
            [1, 1, 0, 1],
        ];
        for (var p = 0; p < answers.Length; p++)
        {
            rows.AddRange(answers[p].Select((r, i) => new Response($"p{p}", $"i{i}", r)));
        }

        Should.Throw<NotIdentifiedException>(() => Fit(ResponseMatrix.From(rows))).Message.ShouldContain("'i2', 'i3'");
        var shares = rows.Select(r => r with { Value = 0.5 });
        Should.Throw<ArgumentException>(() => Fit(ResponseMatrix.From(shares))).Message.ShouldContain("shares");
    }

    [Fact, Trait("tier", "gate")]
    public void Difficulties_are_recovered_within_their_errors_whatever_the_abilities()
    {
        // Abilities far from normal; z scores of 30 replicates of 10 items: their mean square is 1 within 3.5 standard errors of 1/√150.
        var squares = 0.0;
        for (var replicate = 0; replicate < 30; replicate++)
        {
            var random = Numerics.RandomSource.For("tests/conditional/recovery", replicate);
            var truth = Enumerable.Range(0, 10).Select(i => (0.4 * i) - 1.8).ToArray();
            var rows = new List<Response>();
            for (var p = 0; p < 400; p++)
            {
                var theta = p % 2 == 0 ? -1.5 : 1.5 - Math.Log(random.NextDouble());
                rows.AddRange(
                    truth.Select(
                        (b, i) => new Response($"p{p:000}", $"i{i}", random.NextDouble() < Numerics.Logistic.Sigmoid(theta - b) ? 1 : 0)
                    )
                );
            }

            var fit = Fit(ResponseMatrix.From(rows));
            squares += fit.Items.Select((item, i) => Math.Pow((Number(item.Difficulty) - truth[i]) / Error(item.Difficulty), 2)).Sum();
        }

        (squares / 300).ShouldBe(1, 3.5 / Math.Sqrt(150));
    }

    private static ResponseMatrix Small()
    {
        var random = Numerics.RandomSource.For("tests/conditional/small", 0);
        var rows = new List<Response>();
        for (var p = 0; p < 14; p++)
        {
            for (var i = 0; i < 4; i++)
            {
                if (p % 5 != 0 || i != 2)
                {
                    var trials = i == 1 ? 3 : 1;
                    var right = Enumerable.Range(0, trials).Count(_ => random.NextDouble() < 0.3 + (0.1 * i));
                    rows.Add(Response.Of($"p{p:00}", $"i{i}", right, trials) with { Frequency = p == 3 ? 2.5 : 1 });
                }
            }
        }

        return ResponseMatrix.From(rows);
    }

    private static double Definition(ResponseMatrix data, double[] b)
    {
        var sum = 0.0;
        for (var p = 0; p < data.Persons.Count; p++)
        {
            var range = Enumerable.Range(data.PersonStart[p], data.PersonStart[p + 1] - data.PersonStart[p]).ToArray();
            var trials = range.SelectMany(k => Enumerable.Repeat(data.ItemOf[k], data.Trials[k])).ToArray();
            var right = range.Select(k => (Item: data.ItemOf[k], Right: (int)Math.Round(data.Value[k] * data.Trials[k]))).ToArray();
            var total = right.Sum(r => r.Right);
            var all = 0.0;
            for (var pattern = 0; pattern < 1 << trials.Length; pattern++)
            {
                if (System.Numerics.BitOperations.PopCount((uint)pattern) == total)
                {
                    all += Math.Exp(-Enumerable.Range(0, trials.Length).Where(t => (pattern >> t & 1) == 1).Sum(t => b[trials[t]]));
                }
            }

            sum += data.PersonFrequency[p] * (-right.Sum(r => r.Right * b[r.Item]) - Math.Log(all));
        }

        return sum;
    }
}
