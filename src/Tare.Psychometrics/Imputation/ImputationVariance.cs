namespace Tare.Psychometrics;

/// <summary>What the standard error of an imputed score is made of: variances of the score, their sum its square.</summary>
/// <param name="Ability">From the person's ability, given the items. For the plain mean: from which items were run.</param>
/// <param name="Items">From the difficulties, which were estimated on other persons; 0 for the plain mean.</param>
/// <param name="Responses">From the responses to the items that were not run, given ability and difficulties; 0 for the plain mean, which has them in the first part.</param>
public sealed record ImputationVariance(double Ability, double Items, double Responses)
{
    /// <summary>The sum.</summary>
    public double Total => Ability + Items + Responses;
}
