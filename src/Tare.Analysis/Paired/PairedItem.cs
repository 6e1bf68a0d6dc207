using Tare.Records;

namespace Tare.Analysis;

/// <summary>One item and what each of two sides made of it, in any number of attempts.</summary>
/// <param name="Id">The item.</param>
/// <param name="First">Outcomes of the first side's attempts; empty where it never tried.</param>
/// <param name="Second">Outcomes of the second side's attempts; empty where it never tried.</param>
public sealed record PairedItem(string Id, IReadOnlyList<Outcome> First, IReadOnlyList<Outcome> Second);
