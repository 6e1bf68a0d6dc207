namespace Tare.Psychometrics;

/// <summary>Sums of squared residuals for infit and outfit. Wright and Masters (1982), table 5.2, for k of n.</summary>
internal struct ResidualSums
{
    private double _square;
    private double _variance;
    private double _ratio;
    private double _outVariance;
    private double _inVariance;

    /// <summary>Answers, with frequencies.</summary>
    internal double Answers { get; private set; }

    /// <summary>Σ (k - nP)² / Σ nPQ.</summary>
    internal readonly MeanSquare? Infit => Make(_square / _variance, Math.Sqrt(_inVariance) / _variance);

    /// <summary>Σ ((k - nP)² / nPQ) / N.</summary>
    internal readonly MeanSquare? Outfit => Make(_ratio / Answers, Math.Sqrt(_outVariance) / Answers);

    internal void Add(double right, double trials, double p, double q, double frequency)
    {
        var variance = trials * p * q;
        var residual = right - (trials * p);
        var square = residual * residual;

        // Fourth central moment of the binomial distribution: v (1 + 3 (n - 2) P Q).
        var fourth = variance * (1 + (3 * (trials - 2) * p * q));
        Answers += frequency;
        _square += frequency * square;
        _variance += frequency * variance;
        _ratio += frequency * (square / variance);
        _inVariance += frequency * (fourth - (variance * variance));
        _outVariance += frequency * ((fourth / (variance * variance)) - 1);
    }

    internal void Add(in ResidualSums other)
    {
        Answers += other.Answers;
        _square += other._square;
        _variance += other._variance;
        _ratio += other._ratio;
        _inVariance += other._inVariance;
        _outVariance += other._outVariance;
    }

    /// <summary>Answers without any variance under the model, or every one exactly as likely as not, leave nothing to compare with.</summary>
    private static MeanSquare? Make(double value, double deviation) =>
        double.IsFinite(value) && double.IsFinite(deviation) && deviation > 0 ? new MeanSquare(value, deviation) : null;
}
