namespace Tare.Psychometrics;

/// <summary>A person's weighted-likelihood ability, and the fit of the answers at it.</summary>
internal readonly record struct PersonScore(
    PersonScoreKind Kind,
    double Theta,
    double Information,
    double Answers,
    MeanSquare? Infit,
    MeanSquare? Outfit,
    double? LzStar
);
