namespace Tare.Psychometrics;

/// <summary>Evidence that a fit reached its optimum; it travels with the fit.</summary>
/// <param name="Reached">Whether the projected gradient fell below the tolerance.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Objective">Value of the objective at the solution.</param>
/// <param name="ProjectedGradientNorm">Largest absolute component of the gradient, components that point out of the box left out.</param>
/// <param name="AtBound">Parameters that lie on a bound, by name, for example <c>difficulty of 'gsm8k'</c>.</param>
public sealed record Convergence(
    bool Reached,
    int Iterations,
    double Objective,
    double ProjectedGradientNorm,
    IReadOnlyList<string> AtBound
);
