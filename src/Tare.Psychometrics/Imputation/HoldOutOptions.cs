namespace Tare.Psychometrics;

/// <summary>How a <see cref="HoldOutStudy"/> holds out.</summary>
public sealed record HoldOutOptions
{
    /// <summary>Shares of the benchmark's items that are run, each in (0, 1). Default 5, 10, 25 and 50 %.</summary>
    public IReadOnlyList<double> Shares { get; init; } = [0.05, 0.1, 0.25, 0.5];

    /// <summary>Random subsets for each person and share, at least 2. Default 20.</summary>
    public int Repeats { get; init; } = 20;

    /// <summary>Most persons held out, evenly spread over their ordered identifiers; 0 for all. Default 0.</summary>
    public int MostPersons { get; init; }

    /// <summary>Name of the random streams; each person and share has its own. Default <c>impute/hold-out</c>.</summary>
    public string Stream { get; init; } = "impute/hold-out";

    /// <summary>The imputation that is studied.</summary>
    public ImputationOptions Imputation { get; init; } = new();
}
