namespace Tare.Psychometrics;

/// <summary>What a bootstrap needs of a refit.</summary>
/// <param name="Persons">Abilities.</param>
/// <param name="Items">Item parameters.</param>
/// <param name="Converged">Whether the fit converged.</param>
public sealed record Refit(IReadOnlyList<CalibratedPerson> Persons, IReadOnlyList<CalibratedItem> Items, bool Converged);
