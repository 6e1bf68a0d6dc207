namespace Tare.Psychometrics;

/// <summary>A facet of simulated responses, with random effects: standard deviations in logits, not negative.</summary>
/// <param name="Name">Name of the facet's column.</param>
/// <param name="Levels">How many levels it has, at least 2. Every person meets every level.</param>
public sealed record SimulatedFacet(string Name, int Levels)
{
    /// <summary>Standard deviation of the levels' main effect.</summary>
    public double MainDeviation { get; init; } = 0.25;

    /// <summary>Standard deviation of person x level.</summary>
    public double PersonDeviation { get; init; } = 0.45;

    /// <summary>Standard deviation of item x level.</summary>
    public double ItemDeviation { get; init; } = 0.8;

    /// <summary>Standard deviation of person x item.</summary>
    public double PersonItemDeviation { get; init; } = 0.5;
}
