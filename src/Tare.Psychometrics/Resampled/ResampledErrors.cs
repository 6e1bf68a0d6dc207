namespace Tare.Psychometrics;

/// <summary>Bootstrap errors of a calibration. Percentile intervals; they contain the sampling of the resampled unit and nothing else.</summary>
/// <param name="Options">How it was resampled.</param>
/// <param name="Abilities">Of each person, in the order of the data; empty where persons were resampled.</param>
/// <param name="Difficulties">Of each item, in the order of the data; empty where items or groups were resampled.</param>
/// <param name="Discriminations">Of each item, likewise.</param>
/// <param name="FailedDraws">Draws that identified nothing, or did not converge: they are not in the errors.</param>
public sealed record ResampledErrors(
    ResampleOptions Options,
    IReadOnlyList<ResampledValue> Abilities,
    IReadOnlyList<ResampledValue> Difficulties,
    IReadOnlyList<ResampledValue> Discriminations,
    int FailedDraws
);
