namespace Tare.Costs;

/// <summary>A ratio that is known within bounds. The bounds are exact: nothing inside the inputs' bounds gives a value outside.</summary>
/// <param name="Lower">Least value.</param>
/// <param name="Central">Value at the inputs' central values.</param>
/// <param name="Upper">Greatest value.</param>
public sealed record RatioRange(double Lower, double Central, double Upper)
{
    /// <summary>A ratio that is one number.</summary>
    /// <param name="value">The number.</param>
    public static RatioRange Exactly(double value) => new(value, value, value);

    /// <summary>A ratio between two bounds, its centre halfway.</summary>
    /// <param name="lower">Least value.</param>
    /// <param name="upper">Greatest value.</param>
    public static RatioRange Between(double lower, double upper) => new(lower, (lower + upper) / 2, upper);

    /// <summary>Whether it is one number.</summary>
    public bool IsPoint => Lower.Equals(Upper);
}
