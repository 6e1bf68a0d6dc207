namespace Tare.Numerics;

/// <summary>The logarithm of a density on the line, up to a constant.</summary>
public interface ILogDensity
{
    /// <summary>The logarithm at a point; minus infinity outside the support, never NaN.</summary>
    /// <param name="x">Any finite number.</param>
    double At(double x);
}
