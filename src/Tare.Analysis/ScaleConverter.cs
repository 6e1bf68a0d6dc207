namespace Tare.Analysis;

/// <summary>A converter between two scales, fitted by least squares on the models that both have.</summary>
/// <param name="FromUnit">Unit of the input.</param>
/// <param name="ToUnit">Unit of the output.</param>
/// <param name="Slope">Output points for one input point.</param>
/// <param name="Intercept">Output at input 0.</param>
/// <param name="Correlation">Pearson correlation over the shared models.</param>
/// <param name="Level">Level of the prediction intervals, in (0, 1).</param>
/// <param name="Points">The shared models with what the line predicts for each.</param>
public sealed record ScaleConverter(
    string FromUnit,
    string ToUnit,
    double Slope,
    double Intercept,
    double Correlation,
    double Level,
    IReadOnlyList<ScalePoint> Points
);
