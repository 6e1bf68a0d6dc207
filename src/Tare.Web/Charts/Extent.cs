namespace Tare.Web.Charts;

/// <summary>Bounds of an axis: a little wider than the data, on round numbers.</summary>
internal readonly record struct Extent(double Low, double High)
{
    /// <summary>The smallest multiples of <paramref name="step"/> around the values.</summary>
    public static Extent Around(IEnumerable<double?> values, double step)
    {
        var known = values.OfType<double>().Where(double.IsFinite).ToArray();
        if (known.Length == 0)
        {
            return new(0, step);
        }

        var low = Math.Floor(known.Min() / step) * step;
        var high = Math.Ceiling(known.Max() / step) * step;
        return low == high ? new(low, high + step) : new(low, high);
    }

    /// <summary>A step that gives about <paramref name="parts"/> round parts.</summary>
    public static double StepFor(IEnumerable<double?> values, int parts = 8)
    {
        var known = values.OfType<double>().Where(double.IsFinite).ToArray();
        var range = known.Length == 0 ? 1 : Math.Max(known.Max() - known.Min(), 1e-6);
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(range / parts)));
        var leading = range / parts / magnitude;
        return magnitude
            * (
                leading <= 1 ? 1
                : leading <= 2 ? 2
                : leading <= 5 ? 5
                : 10
            );
    }

    public static Extent Round(IReadOnlyList<double?> values, int parts = 8) => Around(values, StepFor(values, parts));

    /// <summary>Place of a value between the bounds, 0 to 1.</summary>
    public double Share(double value) => (value - Low) / (High - Low);
}
