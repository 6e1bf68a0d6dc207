using Tare.Records;

namespace Tare.Analysis;

/// <summary>One submission with its ability, Elo points relative to the mean of the calibration.</summary>
internal sealed record PlacedSubmission(Submission Submission, double Elo);
