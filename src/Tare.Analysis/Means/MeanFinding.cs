using Tare.Records;

namespace Tare.Analysis;

/// <summary>A mean score, how sure it is, and what it stands on.</summary>
/// <param name="Mean">Mean over the items that have a score, each the mean of its scored attempts, in [0, 1]; <see langword="null"/> where none has.</param>
/// <param name="Interval">Interval of the mean; <see langword="null"/> where no item has a score, or one item alone was tried several times.</param>
/// <param name="Items">Items.</param>
/// <param name="ItemsScored">Items with at least one score: the denominator of the mean.</param>
/// <param name="Scored">Scored attempts.</param>
/// <param name="Missing">Attempts that ended without a score, by cause.</param>
public sealed record MeanFinding(
    double? Mean,
    Interval? Interval,
    int Items,
    int ItemsScored,
    int Scored,
    IReadOnlyDictionary<MissingCause, int> Missing
);
