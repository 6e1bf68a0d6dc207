namespace Tare.Numerics;

/// <summary>The logistic function and its logarithm, exact in both tails.</summary>
public static class Logistic
{
    /// <summary>1 / (1 + e^-x), in [0, 1].</summary>
    /// <param name="x">Logits, any number.</param>
    public static double Sigmoid(double x)
    {
        var e = Math.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// <summary>ln(1 / (1 + e^-x)), not positive; ln(1 - sigmoid(x)) is the value at -x.</summary>
    /// <param name="x">Logits, any number.</param>
    public static double LogSigmoid(double x) => Math.Min(x, 0) - LogOnePlus(Math.Exp(-Math.Abs(x)));

    /// <summary>ln(p / (1 - p)), logits.</summary>
    /// <param name="p">Share, in (0, 1).</param>
    public static double Logit(double p) => Math.Log(p / (1 - p));

    /// <summary>ln(1 + x) without cancellation for small x (Kahan's correction).</summary>
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
