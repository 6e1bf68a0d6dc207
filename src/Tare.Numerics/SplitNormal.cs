using System.Globalization;

namespace Tare.Numerics;

/// <summary>A value known through an interval that need not be symmetric: normal below and normal above, with two standard deviations.</summary>
/// <remarks>
/// X = value + z s, z standard normal, s = (value - lower) / q for z below 0 and (upper - value) / q above, q = Φ^-1((1 + level) / 2).
/// The median is the value, and the probability outside each end is (1 - level) / 2 exactly; the density jumps at the value where
/// the two standard deviations differ. Without bounds X is constant.
/// </remarks>
public readonly record struct SplitNormal
{
    private readonly double _below;
    private readonly double _above;

    private SplitNormal(double value, double below, double above)
    {
        Value = value;
        _below = below;
        _above = above;
    }

    /// <summary>The median.</summary>
    public double Value { get; }

    /// <summary>Standard deviation below the value; 0 for a constant.</summary>
    public double StandardDeviationBelow => _below;

    /// <summary>Standard deviation above the value; 0 for a constant.</summary>
    public double StandardDeviationAbove => _above;

    /// <summary>The distribution that has a given value and interval.</summary>
    /// <param name="value">The value, finite.</param>
    /// <param name="lower">Lower end, at most the value; <see langword="null"/> together with <paramref name="upper"/> for a constant.</param>
    /// <param name="upper">Upper end, at least the value.</param>
    /// <param name="level">Level of the interval, in (0, 1), for example 0.9.</param>
    /// <exception cref="ArgumentException">The value is not inside the interval, or one end is missing.</exception>
    public static SplitNormal From(double value, double? lower, double? upper, double level)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"Value {value}; expected a finite number.", nameof(value));
        }

        if (!(level > 0 && level < 1))
        {
            throw new ArgumentException($"Level {level}; expected a number in (0, 1), for example 0.9.", nameof(level));
        }

        if (lower is null && upper is null)
        {
            return new SplitNormal(value, 0, 0);
        }

        if (lower is not { } low || upper is not { } high || !(low <= value && value <= high) || double.IsInfinity(high - low))
        {
            throw new ArgumentException(
                $"Value {value} with interval [{Show(lower)}, {Show(upper)}]; "
                    + "expected lower <= value <= upper, both finite, or no interval at all.",
                nameof(lower)
            );
        }

        var q = StandardNormal.Quantile((1 + level) / 2);
        return new SplitNormal(value, (value - low) / q, (high - value) / q);
    }

    /// <summary>The value at a standard normal number.</summary>
    /// <param name="z">Standard normal number.</param>
    public double At(double z) => Value + (z * (z < 0 ? _below : _above));

    /// <summary>A draw; it takes one number from the stream, a constant too.</summary>
    /// <param name="random">Where the number comes from.</param>
    public double Draw(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return At(random.NextNormal());
    }

    private static string Show(double? end) => end is { } number ? number.ToString(CultureInfo.InvariantCulture) : "missing";
}
