namespace Tare.Psychometrics;

/// <summary>What is assumed of the guessing parameter c of the three-parameter model.</summary>
public sealed record GuessingOptions
{
    /// <summary>The same known c for all items, in [0, 1); <see langword="null"/>: estimated for each item.</summary>
    public double? Fixed { get; init; }

    /// <summary>First parameter of the beta prior of an estimated c, at least 1. The default has its mode at 0.2.</summary>
    public double PriorAlpha { get; init; } = 5;

    /// <summary>Second parameter of the beta prior of an estimated c, at least 1.</summary>
    public double PriorBeta { get; init; } = 17;
}
