namespace Tare.Psychometrics;

/// <summary>Rasch items given the total score: which items were right is a chain of sums, walked from the total back to zero.</summary>
/// <remarks>
/// With easiness e_i and elementary symmetric functions γ_i(s) of the first i items, P(item i right | first i sum to s) =
/// e_i γ_{i-1}(s-1) / γ_i(s) = e_i / (ρ_{i-1}(s) + e_i), where ρ_i(s) = γ_i(s) / γ_i(s-1) follows
/// ρ_i(s) = (ρ_{i-1}(s) + e_i) / (1 + e_i / ρ_{i-1}(s-1)). Only sums, products and quotients of positive numbers: no differences, which lose all digits
/// on long tests (Verhelst, Glas and Van der Sluis 1984), and no overflow, since the functions themselves never appear.
/// </remarks>
internal sealed class ScoreChain
{
    private readonly int _steps;
    private readonly double[][] _right;
    private double[] _ratio;
    private double[] _next;

    internal ScoreChain(int steps)
    {
        _steps = steps;
        _right = [.. Enumerable.Range(0, steps).Select(i => new double[i + 2])];
        _ratio = new double[steps + 2];
        _next = new double[steps + 2];
    }

    /// <summary>Sets the easiness of each step.</summary>
    internal void Set(ReadOnlySpan<double> easiness)
    {
        // ρ_0(0) stands for γ_0(0) / γ_0(-1), which is infinite; ρ_0(s) = 0 above.
        Array.Clear(_ratio);
        Array.Clear(_next);
        _ratio[0] = double.PositiveInfinity;
        for (var i = 0; i < _steps; i++)
        {
            var e = easiness[i];
            var right = _right[i];
            right[0] = 0;
            _next[0] = double.PositiveInfinity;
            for (var s = 1; s <= i + 1; s++)
            {
                right[s] = e / (_ratio[s] + e);
                _next[s] = (_ratio[s] + e) / (1 + (e / _ratio[s - 1]));
            }

            (_ratio, _next) = (_next, _ratio);
        }
    }

    /// <summary>ln γ(s) of all steps.</summary>
    internal double LogSymmetric(int score)
    {
        var sum = 0.0;
        for (var s = 1; s <= score; s++)
        {
            sum += Math.Log(_ratio[s]);
        }

        return sum;
    }

    /// <summary>Expected number of times that each step was right, given how many persons had each total.</summary>
    internal void Expect(ReadOnlySpan<double> persons, Span<double> expected)
    {
        Span<double> mass = persons.ToArray();
        for (var i = _steps - 1; i >= 0; i--)
        {
            expected[i] = Back(_right[i], mass, i + 1);
        }
    }

    /// <summary>Adds, over the persons, the covariance of steps given the total.</summary>
    internal void AddCovariance(ReadOnlySpan<double> persons, SymmetricMatrix sum)
    {
        var mass = persons.ToArray();
        var branch = new double[_steps + 1];
        for (var i = _steps - 1; i >= 0; i--)
        {
            // Those with step i right, one point less behind them, go on to the earlier steps.
            Array.Clear(branch);
            for (var s = 1; s <= i + 1; s++)
            {
                branch[s - 1] = mass[s] * _right[i][s];
            }

            var own = Back(_right[i], mass, i + 1);
            sum[i, i] += own;
            for (var j = i - 1; j >= 0; j--)
            {
                sum[i, j] += Back(_right[j], branch, j + 1);
            }
        }

        var mean = new double[_steps];
        var one = new double[_steps + 1];
        for (var score = 0; score <= _steps; score++)
        {
            if (persons[score] > 0)
            {
                Array.Clear(one);
                one[score] = 1;
                Expect(one, mean);
                sum.AddOuter(mean, -persons[score]);
            }
        }
    }

    /// <summary>One step back; returns the mass that was right.</summary>
    private static double Back(double[] right, Span<double> mass, int most)
    {
        var total = 0.0;
        for (var s = 0; s < most; s++)
        {
            var moved = mass[s + 1] * right[s + 1];
            total += moved;
            mass[s] = (mass[s] * (1 - right[s])) + moved;
        }

        mass[most] = 0;
        return total;
    }
}
