namespace Tare.Analysis;

/// <summary>Two proportions on the same items.</summary>
internal static class PairedProportions
{
    private const int Halvings = 60;

    /// <summary>
    /// Score interval of the difference of two paired proportions (Tango 1998, equations 2 to 4): all D with |T(D)| &lt;= z, where
    /// T(D) = (g - l - n D) / sqrt(n (2 q + D (1 - D))) and q is the probability of losing an item that fits best under D.
    /// </summary>
    /// <param name="items">Pairs, n; at least 1.</param>
    /// <param name="gained">Pairs in which only the second passes, g.</param>
    /// <param name="lost">Pairs in which only the first passes, l.</param>
    /// <param name="z">Quantile of the normal distribution, positive.</param>
    /// <returns>Bounds of second minus first, in [-1, 1].</returns>
    public static (double Lower, double Upper) ScoreInterval(int items, int gained, int lost, double z)
    {
        var estimate = (gained - lost) / (double)items;
        return (Root(-1, estimate), Root(1, estimate));

        // T falls in D; the bound lies between the end of the range, where |T| is large, and the estimate, where it is 0.
        double Root(double outside, double inside)
        {
            for (var i = 0; i < Halvings; i++)
            {
                var middle = (outside + inside) / 2;
                if (Math.Abs(Statistic(items, gained, lost, middle)) > z)
                {
                    outside = middle;
                }
                else
                {
                    inside = middle;
                }
            }

            return inside;
        }
    }

    /// <summary>T(D), see <see cref="ScoreInterval"/>; 0 where numerator and denominator are.</summary>
    internal static double Statistic(int items, int gained, int lost, double difference)
    {
        double n = items;
        var numerator = gained - lost - n * difference;
        var q = BestLoss(n, gained, lost, difference);
        var variance = n * (2 * q + difference * (1 - difference));
        return numerator == 0 ? 0
            : variance <= 0 ? Math.CopySign(double.PositiveInfinity, numerator)
            : numerator / Math.Sqrt(variance);
    }

    /// <summary>The probability of losing an item that maximises the likelihood where gaining exceeds it by D: the larger root of 2n q^2 + B q + C.</summary>
    internal static double BestLoss(double n, double gained, double lost, double difference)
    {
        var b = -gained - lost + (2 * n - gained + lost) * difference;
        var c = -lost * difference * (1 - difference);
        return Math.Max(0, (Math.Sqrt(Math.Max(0, b * b - 8 * n * c)) - b) / (4 * n));
    }
}
