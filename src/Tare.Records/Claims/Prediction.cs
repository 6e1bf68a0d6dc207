namespace Tare.Records;

/// <summary>A dated prediction. Statement, criteria and deadline are frozen at issue; the digest shows that they were not touched.</summary>
public sealed record Prediction : IDossierEntry
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>What is predicted, in our words.</summary>
    public required string Statement { get; init; }

    /// <summary>The holder who predicts it.</summary>
    public required string Issuer { get; init; }

    /// <summary>The day from which the window counts.</summary>
    public required DateOnly Issued { get; init; }

    /// <summary>Days from issue to deadline, or <see langword="null"/> where the issuer named the day itself.</summary>
    public int? WindowDays { get; init; }

    /// <summary>The day at whose start, 00:00 UTC, the prediction expires; issued plus the window where there is one.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>By what it will be judged.</summary>
    public required PredictionCriteria Criteria { get; init; }

    /// <summary>What it expects to see.</summary>
    public required Expectation Expectation { get; init; }

    /// <summary>The publication that carries it.</summary>
    public required string Source { get; init; }

    /// <summary>The evidence it starts from, or <see langword="null"/>.</summary>
    public string? Basis { get; init; }

    /// <summary>The propositions it bears on.</summary>
    public ValueList<string> Propositions { get; init; } = [];

    /// <summary>The question to this program that would judge it, or <see langword="null"/>.</summary>
    public ClaimQuery? Query { get; init; }

    /// <summary>Predictions that are alike, for the base rate.</summary>
    public string? ReferenceClass { get; init; }

    /// <summary>The probabilities stated, by time.</summary>
    public ValueList<Forecast> Forecasts { get; init; } = [];

    /// <summary>The judge's entry, or <see langword="null"/>.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>The prediction that this one replaces, or <see langword="null"/>.</summary>
    public string? Replaces { get; init; }

    /// <summary>SHA-256 of statement, issuer, dates, criteria and expectation at issue, lower-case hexadecimal.</summary>
    public string? Frozen { get; init; }

    /// <summary>A remark of ours.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public PartialDate? Recorded { get; init; }
}
