namespace Tare.Psychometrics;

/// <summary>An item's parameters with their standard errors.</summary>
/// <param name="Id">Identifier of the item.</param>
/// <param name="Difficulty">b, logits.</param>
/// <param name="Discrimination">a, per logit.</param>
/// <param name="Guessing">c, a probability; given as 0 where the family has none.</param>
/// <param name="Intercept">d = -a b, logits: identified even where b is not, for a slope of 0.</param>
public sealed record CalibratedItem(string Id, Estimate Difficulty, Estimate Discrimination, Estimate Guessing, Estimate Intercept)
{
    /// <summary>The parameters as numbers, for scoring; <see langword="null"/> if slope and intercept are not identified.</summary>
    public ItemParameters? Parameters =>
        Discrimination is Estimate.Known a && Intercept is Estimate.Known d && Guessing is Estimate.Known c
            ? new ItemParameters(a.Value, d.Value, c.Value)
            : null;
}
