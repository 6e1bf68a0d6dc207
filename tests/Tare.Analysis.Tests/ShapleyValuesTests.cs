using Tare.Numerics;

namespace Tare.Analysis.Tests;

/// <summary>Shapley values and order-two interactions against their definitions, written out over all orders of the players.</summary>
public sealed class ShapleyValuesTests
{
    /// <summary>Sums of at most 2^5 terms of size 10: 1e-12 leaves room for rounding alone.</summary>
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_share_is_the_mean_over_all_orders(int players)
    {
        var game = Game(players);
        var shares = ShapleyValues.Of(game, players);
        var sums = new double[players];
        var orders = 0;
        foreach (var order in Orders([.. Enumerable.Range(0, players)]))
        {
            var mask = 0;
            foreach (var player in order)
            {
                sums[player] += game[mask | (1 << player)] - game[mask];
                mask |= 1 << player;
            }

            orders++;
        }

        for (var k = 0; k < players; k++)
        {
            shares[k].ShouldBe(sums[k] / orders, Tolerance);
        }
    }

    [Fact]
    public void Shares_sum_to_the_whole_and_a_player_that_does_nothing_has_none()
    {
        var game = Game(6);
        for (var mask = 0; mask < game.Length; mask++)
        {
            game[mask] = game[mask & ~(1 << 2)];
        }

        var shares = ShapleyValues.Of(game, 6);
        shares.Sum().ShouldBe(game[^1] - game[0], Tolerance);
        shares[2].ShouldBe(0);
    }

    [Fact]
    public void Exchanging_the_ends_flips_every_sign()
    {
        var game = Game(5);
        var shares = ShapleyValues.Of(game, 5);
        var back = ShapleyValues.Of([.. Enumerable.Range(0, 32).Select(m => game[31 ^ m])], 5);
        for (var k = 0; k < 5; k++)
        {
            back[k].ShouldBe(-shares[k], Tolerance);
        }
    }

    /// <summary>Sundararajan, Dhamdhere and Agarwal 2020: in each order a pair gets its discrete derivative at the players before both.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void An_interaction_is_the_mean_over_all_orders_of_the_derivative_at_the_first_of_the_pair(int players)
    {
        var game = Game(players);
        var together = ShapleyValues.Interactions(game, players);
        var orders = Orders([.. Enumerable.Range(0, players)]).ToArray();
        for (var i = 0; i < players; i++)
        {
            for (var j = i + 1; j < players; j++)
            {
                var (a, b) = (1 << i, 1 << j);
                var mean = orders.Average(order =>
                {
                    var before = order.TakeWhile(p => p != i && p != j).Sum(p => 1 << p);
                    return game[before | a | b] - game[before | a] - game[before | b] + game[before];
                });
                together[i, j].ShouldBe(mean, Tolerance);
            }
        }
    }

    [Fact]
    public void What_each_does_alone_and_what_pairs_do_sum_to_the_whole()
    {
        var game = Game(5);
        var together = ShapleyValues.Interactions(game, 5);
        var alone = Enumerable.Range(0, 5).Sum(k => game[1 << k] - game[0]);
        (alone + together.Cast<double>().Sum()).ShouldBe(game[^1] - game[0], Tolerance);
    }

    private static double[] Game(int players)
    {
        var random = RandomSource.For("test/shapley", players);
        return [.. Enumerable.Range(0, 1 << players).Select(_ => 10 * random.NextDouble())];
    }

    private static IEnumerable<int[]> Orders(int[] players)
    {
        if (players.Length <= 1)
        {
            yield return players;
            yield break;
        }

        foreach (var first in players)
        {
            foreach (var rest in Orders([.. players.Where(p => p != first)]))
            {
                yield return [first, .. rest];
            }
        }
    }
}
