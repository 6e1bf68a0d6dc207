namespace Tare.Psychometrics;

/// <summary>An item at one ability, from a single exponential.</summary>
/// <param name="Star">1 / (1 + e^-(aθ + d)): the probability without guessing.</param>
/// <param name="Gain">d ln P / dz: what a right answer adds to the derivative of ln L, divided by a.</param>
/// <param name="Information">Fisher information of one answer, as <see cref="ItemParameters.Information"/>.</param>
internal readonly record struct ItemCurve(double Star, double Gain, double Information)
{
    internal static ItemCurve At(ItemParameters item, double theta)
    {
        var (a, d, c) = item;
        var z = (a * theta) + d;
        var e = Math.Exp(-Math.Abs(z));
        var (large, small) = (1 / (1 + e), e / (1 + e));
        var (star, miss) = z >= 0 ? (large, small) : (small, large);
        var p = c + ((1 - c) * star);
        var gain = c > 0 ? star * (1 - c) * miss / p : miss;
        return new ItemCurve(star, gain, p > 0 ? a * a * (1 - c) * miss * star * star / p : 0);
    }
}
