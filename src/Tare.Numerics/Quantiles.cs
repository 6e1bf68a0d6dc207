namespace Tare.Numerics;

/// <summary>Sample quantiles by linear interpolation (Hyndman and Fan 1996, type 7), the default of numpy and R.</summary>
public static class Quantiles
{
    /// <summary>The quantile of values in any order.</summary>
    /// <param name="values">At least one value, none of them NaN.</param>
    /// <param name="probability">Probability p, in [0, 1].</param>
    public static double Of(ReadOnlySpan<double> values, double probability)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, probability);
    }

    /// <summary>The quantile of values in ascending order: at position p (n - 1), counted from 0, between neighbours linearly.</summary>
    /// <param name="sorted">At least one value, ascending, none of them NaN.</param>
    /// <param name="probability">Probability p, in [0, 1].</param>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("No values; a quantile needs at least one.", nameof(sorted));
        }

        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected a probability in [0, 1].");
        }

        // NaN sorts first.
        if (double.IsNaN(sorted[0]))
        {
            throw new ArgumentException("The values contain NaN, which has no place in an order. Leave it out.", nameof(sorted));
        }

        var position = probability * (sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var share = position - below;
        var left = sorted[below];
        var right = sorted[Math.Min(below + 1, sorted.Length - 1)];

        // From the nearer end, so that the result is monotone in p and exact at both ends.
        return share >= 0.5 ? right - ((right - left) * (1 - share)) : left + ((right - left) * share);
    }
}
