namespace Tare.Costs;

/// <summary>
/// Exact bounds of a function over a box of inputs. A function that is monotone in each input while the others stand still, in whichever
/// direction, has its least and greatest value at corners of the box; every equation of the model is such a function.
/// </summary>
internal static class Corners
{
    /// <summary>The function at every corner of the box: 2 to the number of inputs that are not one number.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<RatioRange> box, Func<double[], T> function)
    {
        int[] open = [.. Enumerable.Range(0, box.Count).Where(i => !box[i].IsPoint)];
        List<T> values = [];
        for (int corner = 0; corner < 1 << open.Length; corner++)
        {
            double[] point = [.. box.Select(range => range.Lower)];
            for (int bit = 0; bit < open.Length; bit++)
            {
                point[open[bit]] = (corner >> bit & 1) == 1 ? box[open[bit]].Upper : box[open[bit]].Lower;
            }

            values.Add(function(point));
        }

        return values;
    }

    /// <summary>Bounds of a ratio, with its value at the centre.</summary>
    public static RatioRange Ratio(IReadOnlyList<RatioRange> box, Func<double[], double> function)
    {
        IReadOnlyList<double> corners = Of(box, function);
        return new(corners.Min(), function(Centre(box)), corners.Max());
    }

    /// <summary>Bounds of an amount that grows in proportion to a positive sum, or falls where it is negative, with its value at the centre.</summary>
    public static UsdRange Usd(UsdRange sum, IReadOnlyList<RatioRange> box, Func<decimal, double[], decimal> function)
    {
        List<decimal> corners = [.. Of(box, point => function(sum.LowerUsd, point)), .. Of(box, point => function(sum.UpperUsd, point))];
        return new(corners.Min(), function(sum.CentralUsd, Centre(box)), corners.Max());
    }

    /// <summary>Bounds of a number of members; <see langword="null"/> is greater than every number.</summary>
    public static MemberRange Members(IReadOnlyList<RatioRange> box, Func<double[], double?> function)
    {
        IReadOnlyList<double?> corners = Of(box, function);
        return new(corners.Min(), function(Centre(box)), corners.Any(n => n is null) ? null : corners.Max());
    }

    private static double[] Centre(IReadOnlyList<RatioRange> box) => [.. box.Select(range => range.Central)];
}
