using Tare.Numerics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Percentile intervals over draws, some of which may give no number.</summary>
/// <param name="Level">Level, in (0, 1).</param>
/// <param name="Contains">The sources of uncertainty inside.</param>
internal readonly record struct DrawInterval(double Level, string Contains)
{
    /// <summary>The interval over the draws that give a number; <see langword="null"/> where fewer than two do.</summary>
    /// <param name="draws">Values; what is not finite gives no number.</param>
    internal Interval? Of(double[] draws)
    {
        var known = Array.FindAll(draws, double.IsFinite);
        if (known.Length < 2)
        {
            return null;
        }

        Array.Sort(known);
        var tail = (1 - Level) / 2;
        return new Interval(Quantiles.OfSorted(known, tail), Quantiles.OfSorted(known, 1 - tail), Level, Contains);
    }

    /// <summary>Share of draws that give a number; <see langword="null"/> without draws.</summary>
    internal static double? ComputableShare(double[] draws) =>
        draws.Length == 0 ? null : (double)draws.Count(double.IsFinite) / draws.Length;
}
