using System.Numerics;

namespace Tare.Analysis;

/// <summary>Exact Shapley values and order-two Shapley-Taylor interactions of a game given by its value for every coalition.</summary>
/// <remarks>
/// Coalitions are bit masks: bit i is player i. Shapley (1953): phi_i = sum over S without i of |S|! (k - |S| - 1)! / k! (v(S + i) - v(S)).
/// Sundararajan, Dhamdhere and Agarwal (2020), order two: I_ij = 2 / k times the sum over S without i and j of delta_ij(S) / C(k - 1, |S|), with
/// delta_ij(S) = v(S + i + j) - v(S + i) - v(S + j) + v(S); together with v(i) - v(empty) they sum to v(all) - v(empty).
/// </remarks>
internal static class ShapleyValues
{
    /// <summary>Shapley value of each player.</summary>
    /// <param name="values">Value of each of the 2^k coalitions, by mask.</param>
    /// <param name="players">Number of players k, 0 to 20.</param>
    internal static double[] Of(double[] values, int players)
    {
        Check(values, players);
        var weights = new double[Math.Max(players, 1)];
        for (var size = 0; size < players; size++)
        {
            weights[size] = 1 / (players * Binomial(players - 1, size));
        }

        var shares = new double[players];
        for (var player = 0; player < players; player++)
        {
            var bit = 1 << player;
            for (var mask = 0; mask < values.Length; mask++)
            {
                if ((mask & bit) == 0)
                {
                    shares[player] += weights[BitOperations.PopCount((uint)mask)] * (values[mask | bit] - values[mask]);
                }
            }
        }

        return shares;
    }

    /// <summary>Order-two Shapley-Taylor interaction of each pair, at [i, j] with i below j.</summary>
    internal static double[,] Interactions(double[] values, int players)
    {
        Check(values, players);
        var interactions = new double[players, players];
        for (var i = 0; i < players; i++)
        {
            for (var j = i + 1; j < players; j++)
            {
                var (a, b) = (1 << i, 1 << j);
                for (var mask = 0; mask < values.Length; mask++)
                {
                    if ((mask & (a | b)) == 0)
                    {
                        var delta = values[mask | a | b] - values[mask | a] - values[mask | b] + values[mask];
                        interactions[i, j] += 2 * delta / (players * Binomial(players - 1, BitOperations.PopCount((uint)mask)));
                    }
                }
            }
        }

        return interactions;
    }

    private static double Binomial(int n, int k)
    {
        var product = 1.0;
        for (var j = 1; j <= k; j++)
        {
            product = product * (n - k + j) / j;
        }

        return product;
    }

    private static void Check(double[] values, int players)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (players is < 0 or > 20 || values.Length != 1 << players)
        {
            throw new ArgumentException(
                $"{values.Length} values for {players} players; expected 2 to the power of the players.",
                nameof(values)
            );
        }
    }
}
