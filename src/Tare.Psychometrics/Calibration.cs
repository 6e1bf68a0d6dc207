namespace Tare.Psychometrics;

/// <summary>A fit: persons' abilities and items' parameters in logits, with the evidence for its convergence.</summary>
public sealed record Calibration
{
    /// <summary>The data.</summary>
    public required ResponseMatrix Data { get; init; }

    /// <summary>Abilities in the order of <see cref="ResponseMatrix.Persons"/>, logits.</summary>
    public required IReadOnlyList<double> Abilities { get; init; }

    /// <summary>Difficulties in the order of <see cref="ResponseMatrix.Items"/>, logits.</summary>
    public required IReadOnlyList<double> Difficulties { get; init; }

    /// <summary>Discriminations in the order of <see cref="ResponseMatrix.Items"/>, per logit; all 1 in a one-parameter family.</summary>
    public required IReadOnlyList<double> Discriminations { get; init; }

    /// <summary>Whether, and how well, the optimum was reached.</summary>
    public required Convergence Convergence { get; init; }
}
