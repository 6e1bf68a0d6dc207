namespace Tare.Psychometrics;

/// <summary>A person's abilities: posterior means with posterior standard deviations, population standard deviations.</summary>
/// <param name="Id">Identifier of the person.</param>
/// <param name="Abilities">One for each of <see cref="DimensionalResult.Dimensions"/>.</param>
public sealed record DimensionPerson(string Id, IReadOnlyList<Estimate> Abilities);
