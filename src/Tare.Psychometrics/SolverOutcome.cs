namespace Tare.Psychometrics;

/// <summary>How a solver ended.</summary>
/// <param name="Reached">Whether the projected gradient fell below the tolerance.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Objective">Objective at the end.</param>
/// <param name="ProjectedGradientNorm">Largest component of the gradient that does not point out of the box.</param>
internal readonly record struct SolverOutcome(bool Reached, int Steps, double Objective, double ProjectedGradientNorm);
