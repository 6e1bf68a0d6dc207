using System.Globalization;

namespace Tare.Records;

/// <summary>Where a claim stands on its proposition: a degree of agreement from -2 to +2, a range of a quantity, or one of the options.</summary>
public sealed record Stance
{
    private static readonly Stance[] s_degrees = [.. Enumerable.Range(-2, 5).Select(d => new Stance { Degree = d })];

    private Stance() { }

    /// <summary>Agreement, -2 to +2, or <see langword="null"/> for a quantity or a choice.</summary>
    public int? Degree { get; private init; }

    /// <summary>Lower end of the quantity, or <see langword="null"/>.</summary>
    public double? Low { get; private init; }

    /// <summary>Upper end of the quantity, or <see langword="null"/>.</summary>
    public double? High { get; private init; }

    /// <summary>Unit of the quantity, or <see langword="null"/>.</summary>
    public string? Unit { get; private init; }

    /// <summary>The option chosen, or <see langword="null"/>.</summary>
    public string? Choice { get; private init; }

    /// <summary>A degree of agreement.</summary>
    /// <param name="degree">-2 (no) to +2 (yes); 0 is neither.</param>
    public static Stance Of(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, -2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, 2);
        return s_degrees[degree + 2];
    }

    /// <summary>A range of a quantity.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, at least the lower.</param>
    /// <param name="unit">Unit.</param>
    public static Stance Range(double low, double high, string unit)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low > high)
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, $"Expected a finite range from {low} upwards.");
        }

        return new Stance
        {
            Low = low,
            High = high,
            Unit = unit,
        };
    }

    /// <summary>One option of several.</summary>
    /// <param name="option">The option.</param>
    public static Stance Choose(string option) => new() { Choice = option };

    /// <summary>Whether both cannot be right: opposite signs, disjoint ranges of one unit, or different options.</summary>
    /// <param name="other">Another stance on the same proposition.</param>
    public bool Opposes(Stance other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Degree is { } mine && other.Degree is { } theirs)
        {
            return mine * theirs < 0;
        }

        if (Choice is not null && other.Choice is not null)
        {
            return !string.Equals(Choice, other.Choice, StringComparison.Ordinal);
        }

        var ranges = Low is not null && other.Low is not null && string.Equals(Unit, other.Unit, StringComparison.Ordinal);
        return ranges && (High < other.Low || other.High < Low);
    }

    /// <summary>For readers: <c>yes (+2)</c>, <c>rather no (-1)</c>, <c>3 to 7 months</c>, or the option.</summary>
    public string InWords =>
        Degree switch
        {
            2 => "yes (+2)",
            1 => "rather yes (+1)",
            0 => "neither (0)",
            -1 => "rather no (-1)",
            -2 => "no (-2)",
            _ => ToString(),
        };

    /// <summary><c>+2</c>, <c>3 to 7 months</c>, or the option.</summary>
    public override string ToString()
    {
        if (Degree is { } degree)
        {
            return degree.ToString("+0;-0;0", CultureInfo.InvariantCulture);
        }

        return Choice
            ?? (Low == High ? FormattableString.Invariant($"{Low} {Unit}") : FormattableString.Invariant($"{Low} to {High} {Unit}"));
    }
}
