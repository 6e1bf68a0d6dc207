using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>One item of the bank: a difficulty with its variance, or a share that does not depend on ability.</summary>
internal readonly record struct ImputationItem(double Difficulty, double Variance, (double Mean, double Variance)? Constant)
{
    internal double Probability(double theta) => Constant is { } share ? share.Mean : Logistic.Sigmoid(theta - Difficulty);
}
