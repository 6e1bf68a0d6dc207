namespace Tare.Records;

/// <summary>A methodology: every choice between evidence and answer, as a document and not as code.</summary>
/// <remarks>
/// Keys of the document are these names in kebab case (<c>lag-evidence</c>, <c>minimum-benchmarks</c>); <c>--set KEY=VALUE</c> overrides any of them.
/// </remarks>
public sealed record Methodology
{
    /// <summary>Short name, equal to the document's file name.</summary>
    public required string Name { get; init; }

    /// <summary>One line for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Who published the method, and where.</summary>
    public required string Reference { get; init; }

    /// <summary>Choices that the publisher does not state and this document makes, one sentence each.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Name of the evidence that is calibrated.</summary>
    public required string Evidence { get; init; }

    /// <summary>Name of the evidence behind gaps in months, where the first has too few dated models; else the same.</summary>
    public string? LagEvidence { get; init; }

    /// <summary>Sources whose benchmarks count, of an evidence that has several; empty means all.</summary>
    public IReadOnlyList<string> IncludeSources { get; init; } = [];

    /// <summary>Benchmarks that count; empty means all.</summary>
    public IReadOnlyList<string> IncludeBenchmarks { get; init; } = [];

    /// <summary>Benchmarks that are left out.</summary>
    public IReadOnlyList<string> ExcludeBenchmarks { get; init; } = [];

    /// <summary>Domains that are left out.</summary>
    public IReadOnlyList<string> ExcludeDomains { get; init; } = [];

    /// <summary>Models that count; empty means all.</summary>
    public IReadOnlyList<string> IncludeModels { get; init; } = [];

    /// <summary>Models that are left out.</summary>
    public IReadOnlyList<string> ExcludeModels { get; init; } = [];

    /// <summary>A model needs at least so many scores.</summary>
    public int MinimumBenchmarks { get; init; }

    /// <summary>Models released before this day are left out; <see langword="null"/> keeps all.</summary>
    public DateOnly? ReleasedFrom { get; init; }

    /// <summary>How scores are weighted.</summary>
    public WeightRule Weighting { get; init; } = WeightRule.EachScore;

    /// <summary>Which harness a score may come from. Published aggregates cannot vary it: <c>as-published</c>.</summary>
    public string HarnessRule { get; init; } = "as-published";

    /// <summary>How several runs of a model on a benchmark become one score.</summary>
    public string RunAggregation { get; init; } = "as-published";

    /// <summary>Whether what guessing gives is taken out of scores.</summary>
    public ChanceRule ChanceCorrection { get; init; } = ChanceRule.AsPublished;

    /// <summary>What happens to scores outside the range.</summary>
    public OutOfRangeRule OutOfRange { get; init; } = OutOfRangeRule.Clip;

    /// <summary>Lowest score that the likelihood sees, a share.</summary>
    public double ScoreFloor { get; init; }

    /// <summary>Highest score that the likelihood sees, a share.</summary>
    public double ScoreCeiling { get; init; } = 1;

    /// <summary>The response model.</summary>
    public required ResponseFamily Family { get; init; }

    /// <summary>Standard deviation of task difficulty inside a benchmark, logits; used by <see cref="ResponseFamily.OneParameterWithSpread"/>.</summary>
    public double Sigma { get; init; }

    /// <summary>Weight of the ridge penalty; used by <see cref="ResponseFamily.TwoParameterLeastSquares"/>.</summary>
    public double Ridge { get; init; }

    /// <summary>The benchmark whose discrimination is fixed at 1, or <see langword="null"/>.</summary>
    public string? PinnedBenchmark { get; init; }

    /// <summary>What the abilities are printed on.</summary>
    public required ScaleDefinition Scale { get; init; }

    /// <summary>The axis on which leader and follower are groups.</summary>
    public Axis Axis { get; init; } = Axis.Weights;

    /// <summary>The leading group on that axis.</summary>
    public string Leader { get; init; } = "closed";

    /// <summary>The following group on that axis.</summary>
    public string Follower { get; init; } = "open";

    /// <summary>The one follower whose own lag <see cref="LagDefinition.FirstCrossing"/> gives; <see langword="null"/> for the most able.</summary>
    public string? FollowerModel { get; init; }

    /// <summary>Definition of the lag that this methodology's headline uses; every definition can be printed.</summary>
    public LagDefinition Lag { get; init; } = LagDefinition.Records;

    /// <summary>Which date counts where a model has several.</summary>
    public DateRule DateRule { get; init; } = DateRule.AsListed;

    /// <summary>Start of the period over which a mean lag is taken.</summary>
    public DateOnly Since { get; init; } = new(2025, 1, 20);

    /// <summary>Last release date that counts for a gap; <see langword="null"/> for the newest in the two groups.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What a model's partly run benchmark counts as. Published aggregates cannot vary it: <c>as-published</c>.</summary>
    public string SubsetRule { get; init; } = "as-published";

    /// <summary>Where the interval of a fit comes from.</summary>
    public UncertaintyRule Uncertainty { get; init; } = UncertaintyRule.Bootstrap;

    /// <summary>Nominal level of printed intervals, in (0, 1).</summary>
    public double Level { get; init; } = 0.9;

    /// <summary>Settings that were changed after the document was read, as <c>key=value</c>, in order. Every output prints them.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>The evidence for gaps in months.</summary>
    public string EvidenceForLag => LagEvidence ?? Evidence;
}
