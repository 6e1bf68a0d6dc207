namespace Tare.Numerics;

/// <summary>Wilson's score interval of a share (Wilson 1927, Journal of the American Statistical Association 22, 209-212).</summary>
public static class WilsonInterval
{
    /// <summary>Centre and half width of the interval {P: (share - P)^2 &lt;= quantile^2 P (1 - P) / n}, which lies in [0, 1] but for rounding.</summary>
    /// <param name="share">The share, in [0, 1].</param>
    /// <param name="n">Number of trials that it stands on, above 0; it need not be whole.</param>
    /// <param name="quantile">Quantile of the distribution that the level asks for, above 0.</param>
    public static (double Centre, double HalfWidth) Of(double share, double n, double quantile)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var squared = quantile * quantile / n;
        return ((share + (squared / 2)) / (1 + squared), Math.Sqrt(squared * ((share * (1 - share)) + (squared / 4))) / (1 + squared));
    }
}
