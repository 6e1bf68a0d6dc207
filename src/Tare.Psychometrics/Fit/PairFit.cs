namespace Tare.Psychometrics;

/// <summary>M2 (Maydeu-Olivares and Joe 2006): does the calibration reproduce the shares right on every item and on every pair of items?</summary>
/// <param name="M2">The statistic, about chi-squared if the family holds.</param>
/// <param name="DegreesOfFreedom">Items (items + 1) / 2 minus the parameters.</param>
/// <param name="P">Probability of a larger statistic if the family holds.</param>
/// <param name="Rmsea">√(max(0, M2 - df) / (persons df)): misfit by degree of freedom, whatever the number of persons.</param>
/// <param name="Items">Items that took part.</param>
/// <param name="Persons">Persons who answered all of them, with frequencies.</param>
/// <param name="PersonsLeftOut">Persons who did not, with frequencies.</param>
public sealed record PairFit(double M2, int DegreesOfFreedom, double P, double Rmsea, int Items, double Persons, double PersonsLeftOut);
