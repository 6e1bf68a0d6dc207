namespace Tare.Psychometrics;

/// <summary>How <see cref="DifferentialItemFunctioning"/> compares groups.</summary>
public sealed record DifOptions
{
    /// <summary>Most ability strata; <see langword="null"/>: one for each 20 test takers, at least 5 and at most 20.</summary>
    public int? Strata { get; init; }

    /// <summary>A group with fewer test takers is not compared; positive.</summary>
    public int FewestTakers { get; init; } = 5;

    /// <summary>Level of the tests behind the classes and of the flags, in (0, 1).</summary>
    public double Level { get; init; } = 0.05;

    /// <summary>Threads; 0 means one for each processor. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
