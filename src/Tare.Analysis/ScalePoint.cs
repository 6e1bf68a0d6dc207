namespace Tare.Analysis;

/// <summary>One model on two scales.</summary>
/// <param name="Id">Identifier of the model.</param>
/// <param name="Name">Name of the model.</param>
/// <param name="From">Value on the first scale.</param>
/// <param name="To">Value on the second scale.</param>
/// <param name="Predicted">What the converter predicts from the first.</param>
/// <param name="Lower">Lower bound of the prediction interval for a new model at this value; <see langword="null"/> with fewer than 3 shared models.</param>
/// <param name="Upper">Upper bound of the prediction interval.</param>
public sealed record ScalePoint(string Id, string Name, double From, double To, double Predicted, double? Lower, double? Upper);
