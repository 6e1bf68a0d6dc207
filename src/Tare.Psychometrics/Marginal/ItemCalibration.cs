namespace Tare.Psychometrics;

/// <summary>Items calibrated on a population, with the evidence for convergence and whatever the data could not bear.</summary>
public sealed record ItemCalibration
{
    /// <summary>The data.</summary>
    public required ResponseMatrix Data { get; init; }

    /// <summary>How it was fitted.</summary>
    public required MarginalOptions Options { get; init; }

    /// <summary>Marginal log-likelihood of the responses, priors of parameters left out; a quasi-likelihood with importance weights or shares.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many parameters were estimated.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>Whether, and how well, the optimum was reached. The objective is the log-likelihood plus the logarithm of the priors.</summary>
    public required Convergence Convergence { get; init; }

    /// <summary>Every item of the data, in its order.</summary>
    public required IReadOnlyList<CalibratedItem> Items { get; init; }

    /// <summary>Every person of the data, in its order: posterior mean and standard deviation (EAP) given the fitted items.</summary>
    public required IReadOnlyList<CalibratedPerson> Persons { get; init; }

    /// <summary>Standard deviation of the population, logits: 1 by definition except in the Rasch family, where it is estimated.</summary>
    public required Estimate PopulationDeviation { get; init; }

    /// <summary>Kind of the standard errors that the items carry; never <see cref="StandardErrorMethod.Automatic"/>.</summary>
    public required StandardErrorMethod StandardErrors { get; init; }

    /// <summary>Distance between quadrature points, population standard deviations.</summary>
    public required double QuadratureSpacing { get; init; }

    /// <summary>Smallest posterior standard deviation, population standard deviations; quadrature is exact to rounding while it exceeds 0.9 spacings.</summary>
    public required double SmallestPosteriorDeviation { get; init; }

    /// <summary>What a reader of the numbers has to know; complete sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
