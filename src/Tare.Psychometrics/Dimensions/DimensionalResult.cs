namespace Tare.Psychometrics;

/// <summary>Items and abilities of several dimensions, with the evidence for convergence.</summary>
public sealed record DimensionalResult
{
    /// <summary>The data.</summary>
    public required ResponseMatrix Data { get; init; }

    /// <summary>How it was fitted.</summary>
    public required DimensionOptions Options { get; init; }

    /// <summary>Names of the dimensions: <c>general</c> first in the bifactor structure, then the domains, ordered (ordinal).</summary>
    public required IReadOnlyList<string> Dimensions { get; init; }

    /// <summary>Marginal log-likelihood of the responses; a quasi-likelihood with importance weights or shares.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many parameters were estimated.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>Whether, and how well, the optimum was reached.</summary>
    public required Convergence Convergence { get; init; }

    /// <summary>Every item of the data, in its order.</summary>
    public required IReadOnlyList<DimensionItem> Items { get; init; }

    /// <summary>Every person of the data, in its order.</summary>
    public required IReadOnlyList<DimensionPerson> Persons { get; init; }

    /// <summary>Correlations of the dimensions, row by row, with standard errors off the diagonal; the identity in the bifactor structure.</summary>
    public required IReadOnlyList<IReadOnlyList<Estimate>> Correlations { get; init; }

    /// <summary>Kind of the items' standard errors.</summary>
    public required DimensionErrorKind StandardErrors { get; init; }

    /// <summary>What a reader of the numbers has to know; complete sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
