namespace Tare.Psychometrics;

/// <summary>How well an item's answers follow the model.</summary>
/// <param name="Id">Identifier of the item.</param>
/// <param name="Answers">Answers that the statistics rest on, with frequencies.</param>
/// <param name="Infit">Information-weighted mean square; sensitive to answers of persons near the item.</param>
/// <param name="Outfit">Unweighted mean square; sensitive to surprises far from the item.</param>
/// <param name="Curve">Observed and expected shares by ability.</param>
/// <param name="Reason">Why there is no statistic; <see langword="null"/> where there is one.</param>
public sealed record ItemFit(
    string Id,
    double Answers,
    MeanSquare? Infit,
    MeanSquare? Outfit,
    IReadOnlyList<ResidualGroup> Curve,
    string? Reason
);
