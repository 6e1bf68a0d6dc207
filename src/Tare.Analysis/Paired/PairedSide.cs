using Tare.Records;

namespace Tare.Analysis;

/// <summary>One side of a paired comparison.</summary>
/// <param name="Mean">Mean over the paired items, each the mean of its scored attempts; <see langword="null"/> where no item is paired.</param>
/// <param name="Scored">Scored attempts, on all items.</param>
/// <param name="Missing">Attempts without a score, by cause.</param>
/// <param name="Untried">Items that this side never tried.</param>
public sealed record PairedSide(double? Mean, int Scored, IReadOnlyDictionary<MissingCause, int> Missing, int Untried);
