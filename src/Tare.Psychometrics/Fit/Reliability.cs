namespace Tare.Psychometrics;

/// <summary>How well the responses tell persons apart.</summary>
/// <param name="Empirical">Of the posterior means: their variance over that plus the mean posterior variance. In [0, 1].</param>
/// <param name="Separation">
/// Of the weighted-likelihood estimates: 1 minus their mean squared standard error over their variance. <see langword="null"/> where the errors
/// exceed the spread.
/// </param>
/// <param name="SeparationIndex">√(R / (1 - R)): how many standard errors the persons are spread over. Wright and Masters (1982).</param>
/// <param name="Persons">Persons that Separation rests on, with frequencies.</param>
public sealed record Reliability(double? Empirical, double? Separation, double? SeparationIndex, double Persons);
