namespace Tare.Psychometrics;

/// <summary>Abilities and item parameters from an estimator that assumes no population: conditional or joint.</summary>
public sealed record PersonItemEstimates
{
    /// <summary>Abilities, in the order of the data.</summary>
    public required IReadOnlyList<CalibratedPerson> Persons { get; init; }

    /// <summary>Item parameters, in the order of the data.</summary>
    public required IReadOnlyList<CalibratedItem> Items { get; init; }

    /// <summary>Conditional or joint log-likelihood, priors left out; a quasi-likelihood with importance weights or shares. Not comparable between estimators.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many item parameters (and, jointly, abilities) were estimated.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>Whether, and how well, the optimum was reached.</summary>
    public required Convergence Convergence { get; init; }

    /// <summary>Kind of the standard errors.</summary>
    public required StandardErrorKind StandardErrors { get; init; }

    /// <summary>What a reader of the numbers has to know; complete sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
