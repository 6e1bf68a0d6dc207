namespace Tare.Psychometrics;

/// <summary>How well one family predicts a person it has not seen, or why that cannot be told.</summary>
/// <param name="Model">The family.</param>
/// <param name="LogLikelihood">Marginal log-likelihood at its maximum.</param>
/// <param name="ParameterCount">Estimated parameters.</param>
/// <param name="LeaveOneOut">The estimate; <see langword="null"/> where there is none.</param>
/// <param name="Reason">Why there is none; <see langword="null"/> where there is one.</param>
public sealed record FamilyPrediction(
    ResponseModel Model,
    double LogLikelihood,
    int ParameterCount,
    LeaveOneOut? LeaveOneOut,
    string? Reason
);
