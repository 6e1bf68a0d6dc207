namespace Tare.Psychometrics;

/// <summary>Mean and variance of values that stand for several persons each, and the mean of their error variances.</summary>
internal struct WeightedMoments
{
    private double _mean;
    private double _square;
    private double _error;

    /// <summary>Persons.</summary>
    internal double Mass { get; private set; }

    /// <summary>Variance with Mass - 1 in the denominator; <see langword="null"/> for one person or none.</summary>
    internal readonly double? Variance => Mass > 1 ? _square / (Mass - 1) : null;

    internal readonly double MeanError => _error / Mass;

    internal void Add(double value, double errorVariance, double mass)
    {
        Mass += mass;
        var step = value - _mean;
        _mean += step * mass / Mass;
        _square += mass * step * (value - _mean);
        _error += mass * errorVariance;
    }
}
