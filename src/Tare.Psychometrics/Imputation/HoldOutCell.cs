namespace Tare.Psychometrics;

/// <summary>How far imputed scores were from the truth, for one variant and one subset size. Errors are imputed minus true, as shares.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Share">Share of the items that were run.</param>
/// <param name="RunCount">That share in items.</param>
/// <param name="Third">Which third of the persons by unevenness, 1 (even) to 3 (uneven); 0 for all persons.</param>
public sealed record HoldOutCell(ImputationVariant Variant, double Share, int RunCount, int Third)
{
    /// <summary>Persons held out.</summary>
    public required int Persons { get; init; }

    /// <summary>Imputed scores behind the numbers.</summary>
    public required int Count { get; init; }

    /// <summary>Subsets for which the variant gave no score.</summary>
    public required int NotIdentified { get; init; }

    /// <summary>Mean error over persons and subsets.</summary>
    public required double Bias { get; init; }

    /// <summary>Standard error of <see cref="Bias"/>, persons as clusters.</summary>
    public required double BiasError { get; init; }

    /// <summary>Standard deviation of the systematic part of the error: the root mean square over persons of each one's mean error, the noise of the subsets taken off.</summary>
    public required double PersonBias { get; init; }

    /// <summary>Root mean square error.</summary>
    public required double RootMeanSquare { get; init; }

    /// <summary>Share of the intervals that held the true score.</summary>
    public required double Coverage { get; init; }

    /// <summary>Mean of the stated standard errors.</summary>
    public required double MeanStandardError { get; init; }
}
