namespace Tare.Records;

/// <summary>By what a prediction will be judged; frozen when it is issued.</summary>
public sealed record PredictionCriteria
{
    /// <summary>What would make it false.</summary>
    public required string Falsifier { get; init; }

    /// <summary>What is looked at, or <see langword="null"/> where the criterion names nothing that could be looked at.</summary>
    public string? Observable { get; init; }

    /// <summary>The bound that separates true from false, or <see langword="null"/> where none was set.</summary>
    public QueryPredicate? TrueWhen { get; init; }

    /// <summary>The measure and where its data come from.</summary>
    public required string Metric { get; init; }

    /// <summary>How a judge decides.</summary>
    public required string JudgeRule { get; init; }

    /// <summary>Who set the criterion.</summary>
    public CriteriaOrigin Origin { get; init; }
}
