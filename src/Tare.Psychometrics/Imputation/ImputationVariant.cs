namespace Tare.Psychometrics;

/// <summary>Where the rest of a half-run benchmark comes from.</summary>
public enum ImputationVariant
{
    /// <summary>The mean of the items that were run stands for all: no model.</summary>
    PlainMean,

    /// <summary>Rasch predictions at the ability that the run items of this benchmark give.</summary>
    OwnBenchmark,

    /// <summary>Rasch predictions at the ability that all responses of the person give, those to other benchmarks too.</summary>
    AllBenchmarks,
}
