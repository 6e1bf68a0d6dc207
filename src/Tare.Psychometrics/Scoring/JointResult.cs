namespace Tare.Psychometrics;

/// <summary>Abilities and difficulties estimated together.</summary>
/// <param name="Persons">Abilities, in the order of the data; mean 0 over those that are identified.</param>
/// <param name="Items">Difficulties, in the order of the data.</param>
/// <param name="Convergence">Whether, and how well, the optimum was reached; the objective is the weighted log-likelihood plus log-priors.</param>
/// <param name="Warnings">What a reader of the numbers has to know.</param>
public sealed record JointResult(
    IReadOnlyList<CalibratedPerson> Persons,
    IReadOnlyList<CalibratedItem> Items,
    Convergence Convergence,
    IReadOnlyList<string> Warnings
);
