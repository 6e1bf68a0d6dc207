using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>Known parameters of an item: P(θ) = c + (1 - c) / (1 + e^-(a θ + d)).</summary>
/// <param name="Discrimination">a, per logit, finite.</param>
/// <param name="Intercept">d = -a b, logits, finite.</param>
/// <param name="Guessing">c, in [0, 1).</param>
public readonly record struct ItemParameters(double Discrimination, double Intercept, double Guessing = 0)
{
    /// <summary>Parameters from the location b instead of the intercept.</summary>
    /// <param name="discrimination">a, per logit.</param>
    /// <param name="difficulty">b, logits.</param>
    /// <param name="guessing">c, in [0, 1).</param>
    public static ItemParameters At(double discrimination, double difficulty, double guessing = 0) =>
        new(discrimination, -discrimination * difficulty, guessing);

    /// <summary>Probability of a right answer.</summary>
    /// <param name="theta">Ability, logits.</param>
    public double Probability(double theta) => Guessing + ((1 - Guessing) * Logistic.Sigmoid((Discrimination * theta) + Intercept));

    /// <summary>Fisher information of one answer, per squared logit: a² (Q / P) ((P - c) / (1 - c))². Birnbaum (1968).</summary>
    /// <param name="theta">Ability, logits.</param>
    public double Information(double theta)
    {
        var z = (Discrimination * theta) + Intercept;
        var star = Logistic.Sigmoid(z);
        var p = Guessing + ((1 - Guessing) * star);
        return p > 0 ? Discrimination * Discrimination * (1 - Guessing) * Logistic.Sigmoid(-z) * star * star / p : 0;
    }
}
