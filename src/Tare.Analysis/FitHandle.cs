using Tare.Psychometrics;

namespace Tare.Analysis;

/// <summary>What a finding keeps so that it can be fitted again exactly: the family bound to its data, the solution, and the draws.</summary>
internal sealed record FitHandle
{
    /// <summary>The family, bound to the data.</summary>
    internal required IFamilyFit Family { get; init; }

    /// <summary>The solution.</summary>
    internal required Calibration Solution { get; init; }

    /// <summary>Positions of the scale's anchors among the persons.</summary>
    internal required int[] Anchors { get; init; }

    /// <summary>Map from logits to points at the solution.</summary>
    internal required PointScale Scale { get; init; }

    /// <summary>Bootstrap draws; <see langword="null"/> where none were made.</summary>
    internal CalibrationDraws? Draws { get; init; }
}
