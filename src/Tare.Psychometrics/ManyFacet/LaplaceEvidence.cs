namespace Tare.Psychometrics;

/// <summary>Evidence that the Laplace estimate reached its maximum.</summary>
/// <param name="Reached">Whether the gradient in ln sd fell below the tolerance, terms at zero left out.</param>
/// <param name="Evaluations">Evaluations of the marginal likelihood.</param>
/// <param name="LogLikelihood">Laplace-approximated marginal log-likelihood, binomial coefficients included.</param>
/// <param name="GradientNorm">Largest component of its gradient in ln sd.</param>
public sealed record LaplaceEvidence(bool Reached, int Evaluations, double LogLikelihood, double GradientNorm);
