using System.Globalization;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>A statement about a gap that holds or does not: <c>months &lt; 6</c>.</summary>
/// <param name="Of">Months or points.</param>
/// <param name="IsBelow">Whether the gap is said to be below the bound; else above.</param>
/// <param name="Bound">The bound, in the unit of the estimand.</param>
public sealed record Conclusion(Estimand Of, bool IsBelow, double Bound)
{
    /// <summary>Reads <c>months &lt; 6</c>, <c>months &gt; 4.5</c>, <c>points &lt; 7</c>.</summary>
    /// <param name="text">The statement.</param>
    /// <exception cref="InputException">It is none of these.</exception>
    public static Conclusion Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sign = text.IndexOfAny(['<', '>']);
        var of = sign < 0 ? "" : text[..sign].Trim();
        if (
            of is "months" or "points"
            && double.TryParse(text[(sign + 1)..].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
            && double.IsFinite(bound)
        )
        {
            return new Conclusion(of == "months" ? Estimand.Months : Estimand.Points, text[sign] == '<', bound);
        }

        throw InputException.At(
            "--conclusion",
            $"'{text}'",
            "months or points, < or >, and a number",
            "for example --conclusion 'months < 6', in quotation marks"
        );
    }

    /// <summary>Whether a value agrees with the statement.</summary>
    /// <param name="value">The gap.</param>
    public bool Holds(double value) => IsBelow ? value < Bound : value > Bound;

    /// <summary>The statement as it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Of.Unit} {(IsBelow ? '<' : '>')} {Bound:R}");
}
