namespace Tare.Analysis;

/// <summary>A choice between evidence and answer: one or several fields of a methodology that only make sense together.</summary>
public enum MethodChoice
{
    /// <summary>Which evidence: <c>evidence</c>, <c>lag-evidence</c>, <c>include-sources</c>.</summary>
    Evidence,

    /// <summary>Which benchmarks of it: <c>include-benchmarks</c>, <c>exclude-benchmarks</c>, <c>exclude-domains</c>.</summary>
    Benchmarks,

    /// <summary>Which models: <c>include-models</c>, <c>exclude-models</c>, <c>minimum-benchmarks</c>, <c>released-from</c>.</summary>
    Models,

    /// <summary>How scores weigh: <c>weighting</c>.</summary>
    Weighting,

    /// <summary>What scores the likelihood sees: <c>chance-correction</c>, <c>out-of-range</c>, <c>score-floor</c>, <c>score-ceiling</c>.</summary>
    ScoreRule,

    /// <summary>The response model: <c>family</c>, <c>sigma</c>, <c>ridge</c>, <c>pinned-benchmark</c>, and in months the scale that comes with it.</summary>
    Likelihood,

    /// <summary>Who is compared with whom: <c>axis</c>, <c>leader</c>, <c>follower</c>.</summary>
    Axis,

    /// <summary>Which follower is looked at: <c>follower-model</c>.</summary>
    FollowerModel,

    /// <summary>The definition of months behind: <c>lag</c>.</summary>
    Lag,

    /// <summary>Which date counts where a model has several: <c>date-rule</c>.</summary>
    DateRule,

    /// <summary>Where a mean lag starts: <c>since</c>.</summary>
    Since,

    /// <summary>Last release that counts: <c>as-of</c>.</summary>
    AsOf,

    /// <summary>Level of the bounds behind a test of significance: <c>level</c>.</summary>
    Level,
}
